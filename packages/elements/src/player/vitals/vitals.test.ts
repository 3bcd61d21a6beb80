// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { unmountAll, until } from '../../shared/testing/index.js';
import { find, show, testPlayer, textOf, type Show, type TestPlayer } from '../testing/test-player.js';
import type { PlayerVitals } from './vitals.js';

describe('how vitrine-player is doing', () => {
  let one: Show;
  let player: TestPlayer;
  let heard: PlayerVitals[];
  const life = new AbortController();
  const address = location.href;

  beforeEach(async () => {
    one = await show();
    heard = [];
    one.room.bus.on('player:vitals', (vitals) => heard.push(vitals), life);
    player = await testPlayer(one.room);
  });

  afterEach(() => {
    history.replaceState(null, '', address);
    unmountAll();
    one.room.close();
  });

  after(() => life.abort());

  const told = async (): Promise<PlayerVitals> => {
    await until(() => heard.length > 0, 'The room was told nothing.');
    return heard.at(-1) as PlayerVitals;
  };

  it('is told to the room with the first picture: what plays, how late, and with how much in reserve', async () => {
    await player.begin();
    expect(await told()).to.deep.include({
      phase: 'playing',
      engine: 'media-source',
      latency: player.latency,
      buffer: 2000,
      speed: 1,
      stalls: { count: 0, lasted: 0 },
      outage: null,
      error: null,
    });
  });

  it('is told again when the picture stops and when it goes on, with how often and how long', async () => {
    await player.begin();
    await told();
    player.picture.starve();
    await until(() => heard.at(-1)?.phase === 'stalled', 'No stall was told.');
    expect(heard.at(-1)?.stalls.count).to.equal(1);
    player.picture.show();
    await until(() => heard.at(-1)?.phase === 'playing', 'It was not told that it goes on.');
    expect(heard.at(-1)?.stalls.count).to.equal(1);
    expect(heard.at(-1)?.stalls.lasted).to.be.above(0);
  });

  it('names what does not get through', async () => {
    await player.begin();
    await told();
    const outage = new AbortController();
    void player.engine.refuse(503, outage.signal);
    player.picture.starve();
    await until(() => heard.at(-1)?.outage, 'No outage was told.');
    expect(heard.at(-1)?.outage).to.include({ kind: 'playlist', status: 503 });
    outage.abort();
  });

  it('is not told any more once the player has left', async () => {
    await player.begin();
    await told();
    player.remove();
    await until(() => !player.hasEngine, 'It did not end.');
    const before = heard.length;
    player.dispatchEvent(new Event('vitrine-player-change'));
    expect(heard.length).to.equal(before);
  });

  it('is shown over the picture where the address asks for it, and not read aloud', async () => {
    history.replaceState(null, '', `${address}${location.search ? '&' : '?'}vitrine-debug`);
    await player.begin();
    await until(() => find(player, '.vitals dd'), 'Nothing is shown.');
    const rows = [...player.renderRoot.querySelectorAll('.vitals dt')].map(
      (name) => `${name.textContent}: ${name.nextElementSibling?.textContent}`,
    );
    expect(rows).to.include.members(['phase: playing', 'engine: media-source', 'buffer: 2.00 s']);
    expect(find(player, '.vitals')?.ariaHidden).to.equal('true');
    one.stream.push({
      ...one.room.store.state.stream.info,
      sources: [{ url: 'javascript:1', orientation: 'landscape' }],
    } as never);
    await until(() => textOf(player, '.vitals').includes('BAD_URL sources.url'), 'The error is not shown.');
  });

  it('is shown for a player by itself too, and leaves with it', async () => {
    history.replaceState(null, '', `${address}${location.search ? '&' : '?'}vitrine-debug`);
    player = await testPlayer(null, 960, 540, { src: 'https://media.test/alone.m3u8' });
    await player.begin();
    await until(() => textOf(player, '.vitals').includes('phase playing'), 'Nothing is shown.');
    expect(textOf(player, '.vitals')).not.to.include('clock');
    expect(heard).to.deep.equal([]);
    player.remove();
    await until(() => !find(player, '.vitals'), 'It did not leave.');
  });

  it('is not shown where nobody asks', async () => {
    await player.begin();
    await told();
    expect(find(player, '.vitals')).to.equal(null);
  });
});
