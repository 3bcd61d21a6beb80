// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Product } from '@vitrine/core';
import { unmountAll, until } from '../shared/testing/index.js';
import { live, show, testPlayer, type Show, type TestPlayer } from './testing/test-player.js';

/** What the system was told, and a way to press its buttons. */
class System {
  metadata: MediaMetadataInit | null = null;
  readonly handlers = new Map<string, MediaSessionActionHandler>();

  setActionHandler(action: MediaSessionAction, handler: MediaSessionActionHandler | null): void {
    if (handler) this.handlers.set(action, handler);
    else this.handlers.delete(action);
  }

  press(action: MediaSessionAction, details: Partial<MediaSessionActionDetails> = {}): void {
    this.handlers.get(action)?.({ action, ...details });
  }

  get picture(): string | undefined {
    return this.metadata?.artwork?.[0]?.src;
  }
}

const tea: Product = {
  id: 'tea',
  kind: 'goods',
  title: 'Phoenix Dancong',
  images: [{ url: 'https://shop.test/tea.webp' }],
  options: [],
  variants: [],
};

describe('what the system is told of vitrine-player', () => {
  const open: Show[] = [];
  let system: System;
  let player: TestPlayer;
  let one: Show;

  const begin = async (info = live): Promise<void> => {
    one = await show({ ...info, poster: { landscape: 'https://shop.test/poster.webp' } });
    open.push(one);
    player = await testPlayer(one.room);
    await player.begin();
    await until(() => system.metadata, 'The system was told nothing.');
  };

  beforeEach(() => {
    system = new System();
    Object.defineProperty(navigator, 'mediaSession', { value: system, configurable: true });
    const Metadata = function (this: object, init: MediaMetadataInit) {
      return init;
    };
    Object.defineProperty(globalThis, 'MediaMetadata', { value: Metadata, configurable: true, writable: true });
  });

  afterEach(() => {
    unmountAll();
    open.splice(0).forEach(({ room }) => room.close());
    Reflect.deleteProperty(navigator, 'mediaSession');
  });

  it('is the show and its host, and the product that is on camera', async () => {
    await begin({ ...live, host: { name: 'Lin Yue', brand: 'Lingnan Tea House' } });
    const { title, artist, album } = system.metadata!;
    expect([title, artist, album]).to.deep.equal(['First picking: Dancong', 'Lin Yue', 'Lingnan Tea House']);
    expect(system.picture).to.equal('https://shop.test/poster.webp');
    one.catalog.push({ kind: 'products', products: [tea] });
    one.catalog.push({ kind: 'pin', productId: 'tea', at: 0 });
    await until(() => system.picture === 'https://shop.test/tea.webp', 'The product never came.');
  });

  it('does what the system asks', async () => {
    await begin();
    system.press('pause');
    expect(player.paused).to.equal(true);
    system.press('play');
    expect(player.paused).to.equal(false);
    system.press('seekbackward', { seekOffset: 30 });
    expect(player.video.currentTime).to.equal(70);
    system.press('seekforward');
    expect(player.video.currentTime).to.equal(80);
  });

  it('offers no other second where there is none', async () => {
    await begin();
    player.engine.window = { start: 90, end: 100 };
    one.stream.push({ ...live, title: 'Second picking' });
    await until(() => system.metadata?.title === 'Second picking');
    expect([...system.handlers.keys()].sort()).to.deep.equal(['pause', 'play']);
  });

  it('is nothing any more when the player has left', async () => {
    await begin();
    unmountAll();
    await until(() => system.metadata === null, 'It goes on telling.');
    expect(system.handlers.size).to.equal(0);
  });

  it('is nothing for a stream of its own, of which nothing is known', async () => {
    player = await testPlayer(null, 960, 540, { src: 'https://media.test/alone.m3u8' });
    await player.begin();
    await until(() => player.phase === 'playing');
    expect(system.metadata).to.equal(null);
  });
});
