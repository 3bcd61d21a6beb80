// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Product } from '@vitrine/core';
import { unmountAll, until } from '../shared/testing/index.js';
import { show, testPlayer, type Show, type TestPlayer } from './testing/test-player.js';

const tea: Product = { id: 'tea', kind: 'goods', title: 'Dancong', images: [], options: [], variants: [] };

describe('vitrine-player on a page whose address leads to a moment', () => {
  const address = location.href;
  let one: Show;
  let player: TestPlayer;

  const openAt = async (query: (room: string) => string): Promise<void> => {
    one = await show();
    one.catalog.push({ kind: 'products', products: [tea] });
    history.replaceState(null, '', `?${query(one.room.id)}`);
    player = await testPlayer(one.room);
    await player.begin();
  };
  const told = (): Promise<void> => {
    let isTold = false;
    one.room.bus.on('player:vitals', () => (isTold = true), { signal: one.room.signal });
    return until(() => isTold, 'The player did not take up its duties.');
  };

  afterEach(() => {
    history.replaceState(null, '', address);
    unmountAll();
    one.room.close();
  });

  it('shows it, with the product that was on camera', async () => {
    await openAt((room) => `vitrine-room=${room}&vitrine-at=42000&vitrine-product=tea`);
    await until(() => player.video.currentTime === 42, 'It is not shown.');
    await until(() => one.room.store.state.catalog.open === 'tea', 'The product was not opened.');
  });

  it('shows what is on now where the moment cannot be had any more, and the product all the same', async () => {
    await openAt((room) => `vitrine-room=${room}&vitrine-at=900000&vitrine-product=tea`);
    await until(() => one.room.store.state.catalog.open === 'tea', 'The product was not opened.');
    expect(player.video.currentTime).to.equal(100);
  });

  it('goes on in another room', async () => {
    await openAt(() => 'vitrine-room=another&vitrine-at=42000');
    await told();
    expect(player.video.currentTime).to.equal(100);
  });
});
