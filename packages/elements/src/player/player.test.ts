// SPDX-License-Identifier: MIT
import { VitrineError } from '@vitrine/core';
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, holdTime, mount, unmountAll, until } from '../shared/testing/index.js';
import {
  backupUrl,
  find,
  landscapeUrl,
  live,
  portraitUrl,
  show,
  testPlayer,
  textOf,
  type Show,
  type TestPlayer,
} from './testing/test-player.js';

describe('vitrine-player', () => {
  const open: Show[] = [];
  const room = async (...options: Parameters<typeof show>): Promise<Show> => {
    const made = await show(...options);
    open.push(made);
    return made;
  };

  beforeEach(() => localStorage.removeItem('vitrine:player'));

  afterEach(() => {
    unmountAll();
    for (const one of open.splice(0)) one.room.close();
    document.documentElement.removeAttribute('dir');
  });

  describe('and its sources', () => {
    it('plays the source of its box, with the others of that orientation behind it', async () => {
      const player = await testPlayer((await room()).room);
      expect(player.engines.urls).to.deep.equal([landscapeUrl]);
      const tall = await testPlayer((await room()).room, 390, 844);
      expect(tall.engines.urls).to.deep.equal([portraitUrl]);
    });

    it('opens no larger rendition than its box has pixels for, which it knows by then', async () => {
      const player = await testPlayer(null, 960, 540, { src: landscapeUrl });
      const { width, height } = player.engines.last.options.size();
      expect([width, height]).to.deep.equal([960, 540].map((side) => side * Math.min(devicePixelRatio, 2)));
    });

    it('changes the source when its box turns, and not when it only trembles', async () => {
      const time = holdTime();
      const player = await testPlayer((await room()).room, 390, 844);
      await player.begin();
      /** It has this width for so long. */
      const stays = async (width: string, ms: number): Promise<void> => {
        player.style.inlineSize = width;
        // It hears of it after the frame that is drawn.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        await time.pass(ms);
      };
      await stays('900px', 100);
      await stays('390px', 600);
      expect(player.engines.urls).to.deep.equal([portraitUrl]);
      await stays('900px', 400);
      await until(() => player.engines.urls.length === 2);
      expect(player.engines.urls[1]).to.equal(landscapeUrl);
    });

    it('keeps to the orientation it is told', async () => {
      const player = await testPlayer((await room()).room, 960, 540, { orientation: 'portrait' });
      expect(player.engines.urls).to.deep.equal([portraitUrl]);
    });

    describe('of several cameras', () => {
      const cameras = [
        { url: landscapeUrl, orientation: 'landscape' },
        { url: 'https://media.test/hands.m3u8', orientation: 'landscape', label: 'Hands' },
        { url: 'https://media.test/hands-2.m3u8', orientation: 'landscape', label: 'Hands' },
        { url: portraitUrl, orientation: 'portrait' },
      ] as const;

      it('plays the one it is told, and goes over to it at once', async () => {
        const one = await room({ ...live, sources: cameras });
        const player = await testPlayer(one.room, 960, 540, { camera: 'Hands' });
        expect(player.engines.urls).to.deep.equal([cameras[1].url]);
        player.camera = null;
        await player.updateComplete;
        expect(player.engines.urls.at(-1)).to.equal(landscapeUrl);
      });

      it('prefers it to one of the orientation of its box', async () => {
        const one = await room({ ...live, sources: cameras });
        const player = await testPlayer(one.room, 390, 844, { camera: 'Hands' });
        expect(player.engines.urls).to.deep.equal([cameras[1].url]);
      });

      it('plays what there is where there is none of that name', async () => {
        const one = await room({ ...live, sources: cameras });
        const player = await testPlayer(one.room, 390, 844, { camera: 'Roof' });
        expect(player.engines.urls).to.deep.equal([portraitUrl]);
      });
    });

    it('takes what there is where nothing fits', async () => {
      const [, landscape] = live.sources;
      const player = await testPlayer((await room({ ...live, sources: [landscape!] })).room, 390, 844);
      expect(player.engines.urls).to.deep.equal([landscapeUrl]);
    });

    it('plays a stream by itself', async () => {
      const player = await testPlayer(null, 960, 540, { src: 'https://media.test/alone.m3u8' });
      await player.begin();
      expect(player.engines.urls).to.deep.equal(['https://media.test/alone.m3u8']);
      expect(player.phase).to.equal('playing');
    });

    it('refuses an address that is none, and says so once', async () => {
      const lines: string[] = [];
      const { error } = console;
      console.error = (line: string) => lines.push(line);
      try {
        const player = await testPlayer(null, 960, 540, { src: 'javascript:alert(1)' });
        player.requestUpdate();
        await player.updateComplete;
        expect(player.phase).to.equal('idle');
        await until(() => lines.length > 0, 'Nothing was said.');
        player.requestUpdate();
        await player.updateComplete;
      } finally {
        console.error = error;
      }
      expect(lines.length).to.equal(1);
      expect(lines[0]).to.match(/^\[vitrine\] BAD_URL \(src\): .+\. .+\.$/);
    });

    it('asks for nothing before the show, and starts by itself with it', async () => {
      const one = await room({ ...live, phase: 'upcoming' });
      const player = await testPlayer(one.room);
      expect(player.engines.made.length).to.equal(0);
      one.stream.push(live);
      await until(() => player.engines.made.length === 1);
      one.stream.push({ ...live, phase: 'ended' });
      await until(() => player.phase === 'idle');
    });

    it('waits for the viewer where it shall not start by itself', async () => {
      const player = await testPlayer((await room()).room, 960, 540, { autoplay: false });
      expect(player.phase).to.equal('paused');
      expect(player.engines.made.length).to.equal(0);
      await until(() => find(player, '[part~="play"]'));
      find(player, '[part~="play"]')?.click();
      await until(() => player.engines.made.length === 1);
    });

    it('tries the next source at once when the back end names another', async () => {
      const one = await room();
      const player = await testPlayer(one.room);
      one.stream.push({ ...live, sources: [{ url: backupUrl, orientation: 'landscape' }] });
      await until(() => player.engines.urls.at(-1) === backupUrl);
      expect(player.engines.made[0]?.calls).to.deep.equal(['destroy']);
    });
  });

  describe('and its room', () => {
    it('tells the room which moment is on the screen', async () => {
      const { room: one } = await room();
      const player = await testPlayer(one);
      await player.begin(100);
      await until(() => one.playhead.now().source !== 'wall');
      expect(one.playhead.now().programTime).to.be.within(100_000, 101_500);
    });

    it('tells it with the first picture: what shows at the frame must not show before, and go again', async () => {
      const { room: one } = await room();
      const player = await testPlayer(one);
      const told = new Promise((resolve) => {
        player.video.addEventListener('loadeddata', () => resolve(one.playhead.now()), { once: true });
      });
      await player.begin(100);
      expect(await told).to.deep.equal({ programTime: 100_000, source: 'media' });
    });

    it('takes its word back when it leaves', async () => {
      const { room: one } = await room();
      const player = await testPlayer(one);
      await player.begin(100);
      await until(() => one.playhead.now().source !== 'wall');
      player.remove();
      await until(() => one.playhead.now().source === 'wall');
      await until(() => player.engine.calls.at(-1) === 'destroy', 'It plays on.');
    });

    it('answers the request to show another moment', async () => {
      const { room: one } = await room();
      const player = await testPlayer(one);
      await player.begin(100);
      await one.request('player:seek', { to: 40_000 });
      expect(player.video.currentTime).to.equal(40);
      await one.request('player:seek', { to: 'live' });
      expect(player.video.currentTime).to.equal(100);
    });

    it('leaves the word to the first of several, and takes it over when that leaves', async () => {
      const { room: one } = await room();
      const first = await testPlayer(one);
      const second = await testPlayer(one);
      await first.begin(100);
      await second.begin(50);
      expect(one.playhead.now().programTime).to.be.at.least(100_000);
      first.remove();
      second.picture.show(50.5);
      await one.request('player:seek', { to: 20_000 });
      expect(second.video.currentTime).to.equal(20);
      expect(first.video.currentTime).to.equal(100);
    });

    it('survives being moved on the page', async () => {
      const { room: one } = await room();
      const player = await testPlayer(one);
      await player.begin(100);
      const other = document.createElement('div');
      player.parentElement?.after(other);
      other.append(player);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(player.engines.made.length).to.equal(1);
      expect(player.engine.calls).to.not.include('destroy');
      expect(player.phase).to.equal('playing');
      other.remove();
    });

    it('leaves nothing behind', async () => {
      const { room: one } = await room();
      const players: TestPlayer[] = [];
      for (let count = 0; count < 100; count++) {
        const player = await testPlayer(one);
        await player.begin();
        player.parentElement?.parentElement?.remove();
        players.push(player);
      }
      await until(() => players.every(({ engine }) => engine.calls.at(-1) === 'destroy'));
      expect(one.bus.isAnswered('player:seek')).to.equal(false);
    });

    it('tells of each change, and not through its ancestors', async () => {
      const player = await testPlayer((await room()).room);
      const told: string[] = [];
      let bubbled = 0;
      player.addEventListener('vitrine-player-change', () => told.push(player.phase));
      player.parentElement?.addEventListener('vitrine-player-change', () => bubbled++);
      await player.begin();
      player.pause();
      player.toggleMute();
      expect(told).to.include.members(['playing', 'paused']);
      expect(bubbled).to.equal(0);
      expect(player.paused).to.equal(true);
      expect(player.hasPicture).to.equal(false);
      expect(player.latency).to.equal(2000);
    });
  });

  describe('where the picture cannot be shown', () => {
    it('offers one tap where the browser wants one', async () => {
      const player = await testPlayer((await room()).room);
      player.picture.refusal = 'NotAllowedError';
      await player.begin();
      await until(() => player.phase === 'blocked');
      await until(() => find(player, '.start'));
      expect(textOf(player, '.start')).to.equal('Tap to play');
      await expectAccessible(player);
      player.picture.refusal = null;
      find(player, '.start')?.click();
      await until(() => player.phase === 'playing');
      expect(find(player, '.state') === null).to.equal(true);
    });

    it('says after two seconds that it looks for the show, and to screen readers too', async () => {
      const time = holdTime();
      const player = await testPlayer((await room({ ...live, sources: live.sources.slice(1, 2) })).room);
      await player.begin();
      const outage = new AbortController();
      void player.engine.refuse(503, outage.signal);
      player.picture.starve();
      await time.pass(300);
      await until(() => player.phase === 'recovering');
      await time.pass(1900);
      await player.updateComplete;
      expect(find(player, '.state.dim') === null, 'too early').to.equal(true);
      await time.pass(200);
      await until(() => find(player, '.state.dim'));
      expect(textOf(player, '.title')).to.equal('Finding the show again');
      expect(textOf(player, '.why')).to.match(/^Your connection dropped\. Trying once more/);
      expect(textOf(player, '[role="status"]')).to.equal('Reconnecting');
      expect(player.retryAt).to.be.a('number');
      await expectAccessible(player);
      const { tries } = player.engine.options.ladder.outage!;
      find(player, '[part="retry"]')?.click();
      await until(() => (player.engine.options.ladder.outage?.tries ?? 0) > tries);
      outage.abort();
      player.picture.show();
      await until(() => find(player, '.state') === null);
      expect(textOf(player, '[role="status"]')).to.not.equal('Reconnecting');
    });

    it('says nothing of its own while the room says that the show is interrupted', async () => {
      const one = await room();
      const player = await testPlayer(one.room);
      await player.begin();
      const time = holdTime();
      one.stream.push({ ...live, phase: 'interrupted' });
      player.picture.starve();
      await time.passUntil(() => player.phase === 'stalled', 'It does not stall.');
      await time.pass(2200);
      await player.updateComplete;
      expect(find(player, '.state') === null).to.equal(true);
    });

    it('says that it will not play, why, and tries again when asked', async () => {
      const { error } = console;
      console.error = () => undefined;
      try {
        const player = await testPlayer(null, 960, 540, { src: 'https://media.test/alone.m3u8' });
        await until(() => player.hasEngine);
        player.engine.fault('unplayable');
        await until(() => player.phase === 'failed');
        await until(() => find(player, '.title'));
        expect(textOf(player, '.title')).to.equal('The video will not play here');
        expect(textOf(player, '.why')).to.equal('This browser cannot play the stream.');
        await expectAccessible(player);
        // (By itself it tries again before long.)
        const tries = player.engines.made.length;
        find(player, '[part="retry"]')?.click();
        await until(() => player.engines.made.length === tries + 1);
      } finally {
        console.error = error;
      }
    });

    it('is not begun anew by being drawn for the first time', async () => {
      const player = document.createElement('test-player') as TestPlayer;
      player.src = landscapeUrl;
      const holder = await mount<HTMLElement>(html`<div></div>`);
      holder.append(player);
      player['playback'].sources.fail(new VitrineError('STREAM_UNPLAYABLE', 'It fails before it is drawn.'));
      await player.updateComplete;
      expect(player.engines.urls).to.deep.equal([landscapeUrl]);
    });

    it('shows the poster of the show until there is a picture', async () => {
      const poster = { landscape: 'https://media.test/poster.jpg' };
      const player = await testPlayer((await room({ ...live, poster })).room);
      expect(find<HTMLImageElement>(player, '[part="poster"]')?.src).to.equal(poster.landscape);
      expect(find(player, '.poster')?.classList.contains('over')).to.equal(false);
      await player.begin();
      expect(find(player, '.poster')?.classList.contains('over')).to.equal(true);
    });

    it('fits the poster into its box, whatever size the picture has', async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 300 });
      const poster = { landscape: canvas.toDataURL() };
      const player = await testPlayer((await room({ ...live, poster })).room);
      const image = find<HTMLImageElement>(player, '[part="poster"]')!;
      await until(() => image.naturalWidth === 1200, 'The poster did not come.');
      expect(image.getBoundingClientRect()).to.deep.equal(player.getBoundingClientRect());
      expect(getComputedStyle(image).objectFit).to.equal('cover');
    });

    it('shows no poster from an address that is none', async () => {
      const player = await testPlayer((await room({ ...live, poster: { landscape: 'javascript:alert(1)' } })).room);
      expect(find(player, '[part="poster"]') === null).to.equal(true);
    });
  });

  it('shows a picture of the other orientation whole, over a blurred copy of itself', async () => {
    const player = await testPlayer((await room()).room, 960, 540, { orientation: 'portrait' });
    Object.defineProperties(player.video, { videoWidth: { value: 540 }, videoHeight: { value: 960 } });
    await player.begin();
    await until(() => find(player, '.stage.beside > .backdrop'));
    expect(player.aspect).to.equal('portrait');
    expect(getComputedStyle(player.video).objectFit).to.equal('contain');
    expect(getComputedStyle(find(player, '.backdrop')!).display).to.equal('block');
    const same = await testPlayer((await room()).room, 390, 844);
    Object.defineProperties(same.video, { videoWidth: { value: 540 }, videoHeight: { value: 960 } });
    await same.begin();
    expect(getComputedStyle(same.video).objectFit).to.equal('cover');
  });
});
