// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Reach } from '@vitrine/core';
import { unmountAll, until } from '../shared/testing/index.js';
import { live, show, testPlayer, type Show, type TestPlayer } from './testing/test-player.js';

describe('what a player can show of its show', () => {
  let one: Show;
  let player: TestPlayer;

  const begin = async (): Promise<void> => {
    one = await show();
    player = await testPlayer(one.room);
    await player.begin();
    player.engine.began = 50_000;
    await until(() => one.room.bus.isAnswered('player:reach'), 'The player did not take up its duties.');
  };
  const reach = (): Promise<Reach | null> => one.room.request('player:reach', {});

  afterEach(() => {
    unmountAll();
    one.room.close();
  });

  it('is what a live show keeps, and whether the viewer has gone back', async () => {
    await begin();
    player.engine.window = { start: 10, end: 104 };
    expect(await reach()).to.deep.equal({ from: 60_000, to: 150_000, isBehind: false });
    await one.room.request('player:seek', { to: 90_000 });
    expect(await reach()).to.deep.equal({ from: 60_000, to: 150_000, isBehind: true });
    await one.room.request('player:seek', { to: 'live' });
    expect((await reach())?.isBehind).to.equal(false);
  });

  it('is nothing where so little is kept that there is no going back, nor without dates', async () => {
    await begin();
    player.engine.window = { start: 80, end: 104 };
    expect(await reach()).to.equal(null);
    player.engine.window = { start: 0, end: 104 };
    player.engine.programTimeAt = () => null;
    expect(await reach()).to.equal(null);
  });

  it('is all of a recording, unless it plays as a show that is on', async () => {
    await begin();
    player.engine.isLive = false;
    player.engine.livePosition = null;
    expect(await reach()).to.equal(null);
    one.stream.push({ ...live, phase: 'replay' });
    expect(await reach()).to.deep.equal({ from: 50_000, to: 150_000, isBehind: false });
  });
});
