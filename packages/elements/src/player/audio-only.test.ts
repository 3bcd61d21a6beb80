// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Product } from '@vitrine/core';
import { expectAccessible, unmountAll, until } from '../shared/testing/index.js';
import { readPreferences } from './preferences.js';
import { find, live, show, testPlayer, textOf, type Show, type TestPlayer } from './testing/test-player.js';

const tea: Product = {
  id: 'tea',
  kind: 'goods',
  title: 'Phoenix Dancong',
  images: [{ url: 'https://shop.test/tea.webp' }],
  options: [],
  variants: [],
};

describe('vitrine-player for who only listens', () => {
  let one: Show;
  let player: TestPlayer;
  const urls: string[] = [];

  /** A stream whose first list is this. */
  const stream = (variants: string): string => {
    const url = URL.createObjectURL(new Blob([`#EXTM3U\n${variants}\n`], { type: 'application/vnd.apple.mpegurl' }));
    urls.push(url);
    return url;
  };

  const begin = async (settings: Partial<TestPlayer> = {}): Promise<void> => {
    player = await testPlayer(one.room, 960, 540, settings);
    await player.begin(99);
  };

  const liveAt = (end: number): void => {
    player.engine.livePosition = end;
    player.engine.window = { start: 0, end };
  };

  const openMenu = async (): Promise<void> => {
    await until(() => find(player, '[part~="settings"]'), 'The controls did not come.');
    player.toggleMenu();
    await until(() => find(player, '[role="menu"]'), 'The menu did not open.');
  };

  const item = (label: string): HTMLElement | undefined =>
    [...player.renderRoot.querySelectorAll<HTMLElement>('[role="menu"] button')].find(({ textContent }) =>
      textContent?.includes(label),
    );

  beforeEach(async () => {
    localStorage.clear();
    one = await show({ ...live, poster: { landscape: '/examples/channel/media/landscape-poster.webp' } });
  });

  afterEach(() => {
    unmountAll();
    one.room.close();
    localStorage.clear();
    for (const url of urls.splice(0)) URL.revokeObjectURL(url);
  });

  it('asks for sound alone from the menu, and does not keep that for the next visit', async () => {
    await begin();
    player.setQuality(720);
    await openMenu();
    item('Audio only')?.click();
    await until(() => player.engines.made.length === 2, 'It was not started anew.');
    expect(player.audioOnly).to.equal(true);
    expect(player.engine.options.quality).to.equal('audio');
    expect(readPreferences().quality).to.equal(720);
  });

  it('goes on at the same moment, with the show, and comes back so with the quality of before', async () => {
    await begin();
    player.setQuality(720);
    player.audioOnly = true;
    await until(() => player.engines.made.length === 2 && player.hasEngine, 'It was not started anew.');
    liveAt(101.5);
    player.engine.ready();
    await until(() => player.picture.currentTime === 99, 'It went elsewhere.');
    player.picture.show(101);
    player.audioOnly = false;
    await until(() => player.engines.made.length === 3 && player.hasEngine, 'The picture did not come back.');
    expect(player.engine.options.quality).to.equal(720);
    liveAt(103.5);
    player.picture.show(103);
    player.engine.ready();
    await until(() => player.picture.currentTime === 101, 'It came back elsewhere.');
    expect(player.engines.urls).to.deep.equal(Array(3).fill(player.engines.urls[0]));
  });

  it('stays where a viewer has gone back to', async () => {
    await begin();
    player.seekTo(30);
    player.audioOnly = true;
    await until(() => player.engines.made.length === 2 && player.hasEngine, 'It was not started anew.');
    player.engine.ready();
    await until(() => player.picture.currentTime === 30, 'It went elsewhere.');
  });

  it('begins with sound alone where the page says so', async () => {
    await begin({ audioOnly: true });
    expect(player.engines.made.length).to.equal(1);
    expect(player.engine.options.quality).to.equal('audio');
  });

  it('shows the poster and what is on camera, with a way back to the picture', async () => {
    one.catalog.push({ kind: 'products', products: [tea] });
    one.catalog.push({ kind: 'pin', productId: 'tea', at: 0 });
    await begin({ audioOnly: true });
    await until(() => textOf(player, '.listening').includes('Listening Phoenix Dancong'), 'It does not say so.');
    expect(find<HTMLImageElement>(player, '.artwork')?.src).to.equal('https://shop.test/tea.webp');
    // (It comes by a transition.)
    await until(
      () => getComputedStyle(find(player, '.poster') as HTMLElement).opacity === '1',
      'The poster does not show.',
    );
    await expectAccessible(player);
    await until(() => find(player, '.bar'), 'The controls did not come.');
    find<HTMLButtonElement>(player, '[part~="look"]')?.focus();
    find<HTMLButtonElement>(player, '[part~="look"]')?.click();
    await until(() => !find(player, '.listening'), 'The picture did not come back.');
    expect(player.shadowRoot?.activeElement === find(player, '[part~="play"]'), 'the focus').to.equal(true);
    expect(player.audioOnly).to.equal(false);
  });

  it('keeps the focus where there are no controls', async () => {
    await begin({ audioOnly: true, controls: 'none' });
    await until(() => find(player, '[part~="look"]'), 'There is no way back.');
    find<HTMLButtonElement>(player, '[part~="look"]')?.focus();
    find<HTMLButtonElement>(player, '[part~="look"]')?.click();
    await until(() => !find(player, '.listening'), 'The picture did not come back.');
    expect(player.shadowRoot?.activeElement === find(player, '.stage')).to.equal(true);
  });

  it('says in the menu where a stream has its sound only with a picture', async () => {
    const picture = '#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=640x360\nlow.m3u8';
    const together = stream(picture);
    await begin({ src: together });
    await openMenu();
    await until(() => item('Audio only')?.textContent?.includes('smallest picture'), 'It is not said.');
    await expectAccessible(player);
  });

  it('says there that nothing is saved where the browser takes no media by hand', async () => {
    const kept = ['MediaSource', 'ManagedMediaSource'].map(
      (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
    );
    for (const [name] of kept) Reflect.deleteProperty(globalThis, name);
    try {
      await begin({ src: stream('#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360\nlow.m3u8') });
      await openMenu();
      await until(() => item('Audio only')?.textContent?.includes('no data is saved'), 'It is not said.');
    } finally {
      for (const [name, found] of kept) if (found) Object.defineProperty(globalThis, name, found);
    }
  });

  it('offers the heights of the picture also while there is none', async () => {
    const sound = '#EXT-X-STREAM-INF:BANDWIDTH=48000,CODECS="mp4a.40.2"\nsound.m3u8';
    const pictures = [720, 360].map(
      (height) => `#EXT-X-STREAM-INF:BANDWIDTH=${height}000,RESOLUTION=${(height * 16) / 9}x${height}\n${height}.m3u8`,
    );
    await begin({ src: stream([sound, ...pictures].join('\n')), audioOnly: true });
    player.engine.renditions = [];
    await openMenu();
    await until(() => item('720p') && item('360p'), 'They are not offered.');
    item('360p')?.click();
    await until(() => player.engines.made.length === 2, 'The picture did not come back.');
    expect(player.engine.options.quality).to.equal(360);
  });

  it('asks nothing any more once it has left the page', async () => {
    await begin({ src: stream('#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360\nlow.m3u8') });
    await openMenu();
    await until(() => item('Audio only')?.textContent?.includes('smallest picture'), 'It is not said.');
    const { fetch } = globalThis;
    let asked = 0;
    globalThis.fetch = (input, init) => {
      asked++;
      return fetch(input, init);
    };
    try {
      player.remove();
      player.requestUpdate();
      await player.updateComplete;
      expect(asked).to.equal(0);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('asks again what could not be learnt when the menu is opened anew, and gives up with it', async () => {
    const { fetch } = globalThis;
    const signals: (AbortSignal | null | undefined)[] = [];
    let isBroken = true;
    globalThis.fetch = async (input, init) => {
      signals.push(init?.signal);
      if (isBroken) throw new TypeError('Failed to fetch');
      return fetch(input, init);
    };
    try {
      await begin({ src: stream('#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360\nlow.m3u8') });
      await openMenu();
      player.toggleMenu();
      await until(() => !find(player, '[role="menu"]'), 'It did not close.');
      expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true]);
      isBroken = false;
      await openMenu();
      await until(() => item('Audio only')?.textContent?.includes('smallest picture'), 'It is not said.');
    } finally {
      globalThis.fetch = fetch;
    }
  });
});
