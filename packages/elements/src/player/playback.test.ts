// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { until } from '../shared/testing/index.js';
import type { Rendition } from './engines/engine.js';
import type { RequestKind } from './engines/ladder.js';
import { Playback } from './playback.js';
import { FakeEngines } from './testing/fake-engine.js';
import { fake, type FakeVideo } from './testing/fake-video.js';
import { ManualTime, settled } from './testing/manual-time.js';

const first = 'https://a.test/master.m3u8';
const second = 'https://b.test/master.m3u8';

describe('a playback', () => {
  let video: FakeVideo;
  let engines: FakeEngines;
  let time: ManualTime;
  let life: AbortController;
  let outage: AbortController;
  let playback: Playback;
  let errors: string[];
  let renewed: string[];
  const { error: realError } = console;

  beforeEach(() => {
    video = fake(document.createElement('video'));
    engines = new FakeEngines();
    time = new ManualTime();
    life = new AbortController();
    outage = new AbortController();
    errors = [];
    renewed = [];
    console.error = (line: string) => errors.push(line);
    playback = new Playback({
      video,
      start: engines.start,
      size: () => ({ width: 640, height: 360 }),
      changed: () => undefined,
      leaving: () => undefined,
      publish: () => undefined,
      renew: async (url) => void renewed.push(url),
      timing: { now: time.now, random: time.random, schedule: time.schedule },
    });
    playback.attach(life.signal);
  });

  afterEach(() => {
    outage.abort();
    life.abort();
    console.error = realError;
  });

  async function playing(...urls: string[]): Promise<void> {
    playback.setSources(urls.length > 0 ? urls : [first]);
    await settled();
    await video.play();
    video.show(100);
    await settled();
  }

  /** Lets time pass until no source will play. */
  const failed = (): Promise<void> =>
    until(() => {
      void time.pass(200);
      return playback.sources.error;
    }, 'It never gave up.');

  /** Lets time pass until another address was asked for. */
  const asked = (): Promise<void> =>
    until(() => {
      void time.pass(200);
      return renewed.length > 0;
    }, 'It never asked for another address.');

  it('is idle without a source, loads with one, and plays with a picture', async () => {
    expect(playback.phase).to.equal('idle');
    playback.setSources([first]);
    expect(playback.phase).to.equal('loading');
    await playing();
    expect(playback.phase).to.equal('playing');
    playback.setSources([]);
    expect(playback.phase).to.equal('idle');
    expect(engines.last.calls).to.deep.equal(['destroy']);
  });

  it('loads nothing before it is to be played', async () => {
    playback.picture.wantsPlay = false;
    playback.setSources([first]);
    expect(playback.phase).to.equal('paused');
    expect(engines.made.length).to.equal(0);
    await playback.play();
    expect(engines.urls).to.deep.equal([first]);
  });

  it('goes on with what plays when the sources change around it', async () => {
    await playing(first, second);
    playback.setSources([second, first]);
    expect(engines.urls).to.deep.equal([first]);
    playback.setSources([second]);
    expect(engines.urls).to.deep.equal([first, second]);
    expect(engines.made[0]?.calls).to.deep.equal(['destroy']);
  });

  it('goes over to what the viewer chose, and not when it plays already', async () => {
    await playing(first, second);
    playback.setSources([second, first], true);
    expect(engines.urls).to.deep.equal([first, second]);
    playback.setSources([second, first], true);
    expect(engines.urls).to.deep.equal([first, second]);
    await playing(second, first);
    void engines.last.refuse(503, outage.signal);
    await time.pass(4000);
    expect(engines.urls, 'the other stands in').to.deep.equal([first, second, first]);
    playback.setSources([second, first], true);
    expect(engines.urls, 'it is asked for again').to.deep.equal([first, second, first, second]);
  });

  it('goes on at the same moment of a recording that has another source', async () => {
    await playing(first);
    Object.assign(engines.last, { isLive: false, livePosition: null });
    engines.last.began = 5_000_000;
    video.currentTime = 40;
    playback.setSources([second]);
    await settled();
    Object.assign(engines.last, { isLive: false, livePosition: null });
    engines.last.began = 5_000_000 - 7000;
    engines.last.ready();
    await settled();
    expect(video.currentTime).to.equal(47);
  });

  describe('in an outage', () => {
    it('says nothing while the buffer lasts, then that it looks for the show, and until when', async () => {
      await playing();
      void engines.last.refuse(503, outage.signal);
      await settled();
      expect(playback.phase).to.equal('playing');
      video.starve();
      await until(() => playback.phase === 'recovering');
      expect(playback.retryAt).to.be.greaterThan(time.now());
    });

    it('is back with the first picture, and forgets the stalls', async () => {
      await playing();
      void engines.last.refuse(503, outage.signal);
      video.starve();
      await until(() => playback.phase === 'recovering');
      outage.abort();
      await settled();
      video.show();
      expect(playback.phase).to.equal('playing');
      expect(playback.retryAt).to.equal(null);
      expect(engines.last.calls).to.include('recovered');
    });

    it('tries at once when the network is back', async () => {
      await playing();
      void engines.last.refuse(0, outage.signal);
      await settled();
      const { tries } = engines.last.options.ladder.outage!;
      dispatchEvent(new Event('online'));
      await settled();
      expect(engines.last.options.ladder.outage?.tries).to.equal(tries + 1);
    });

    it('tries at once when the viewer asks', async () => {
      await playing();
      void engines.last.refuse(503, outage.signal);
      await settled();
      playback.retry();
      await settled();
      expect(engines.last.options.ladder.outage?.tries).to.equal(2);
    });

    it('goes over to the backup after three seconds, and on to the next', async () => {
      await playing(first, second);
      void engines.last.refuse(503, outage.signal);
      await time.pass(2900);
      expect(engines.urls).to.deep.equal([first]);
      await time.pass(1000);
      expect(engines.urls).to.deep.equal([first, second]);
      void engines.last.refuse(503, outage.signal);
      await time.pass(4000);
      expect(engines.urls).to.deep.equal([first, second, first]);
    });

    it('keeps a viewer who went back at their moment when the source changes', async () => {
      await playing(first, second);
      engines.last.began = 5_000_000;
      playback.seekTo(40);
      playback.setSources([second]);
      await settled();
      engines.last.began = 5_000_000 - 7000;
      engines.last.ready();
      await settled();
      expect(video.currentTime).to.equal(47);
    });
  });

  describe('of a stream that cannot be had', () => {
    it('says so after a few tries, once in the console, and goes on trying quietly', async () => {
      playback.setSources([first]);
      await settled();
      void engines.last.refuse(404, outage.signal);
      await failed();
      expect(playback.phase).to.equal('failed');
      expect(playback.sources.error?.code).to.equal('STREAM_NOT_FOUND');
      const { tries } = engines.last.options.ladder.outage!;
      await time.pass(60_000);
      expect(engines.last.options.ladder.outage!.tries - tries).to.be.within(5, 7);
      await until(() => errors.length > 0);
      expect(errors.length).to.equal(1);
      expect(errors[0]).to.match(/^\[vitrine\] STREAM_NOT_FOUND: https:\/\/a\.test\/master\.m3u8 answers 404\. .+/);
    });

    it('plays when it comes after all', async () => {
      playback.setSources([first]);
      await settled();
      void engines.last.refuse(404, outage.signal);
      await failed();
      outage.abort();
      await playing();
      expect(playback.sources.error).to.equal(null);
      expect(playback.phase).to.equal('playing');
    });

    it('names a refusal a refusal', async () => {
      playback.setSources([first]);
      await settled();
      void engines.last.refuse(403, outage.signal);
      await failed();
      expect(playback.sources.error?.code).to.equal('STREAM_FORBIDDEN');
      expect(playback.sources.error?.mend).to.be.a('string');
    });

    it('asks for another address while the one it has is refused, and no more often than it must', async () => {
      await playing();
      void engines.last.refuse(403, outage.signal);
      await asked();
      expect(renewed[0]).to.equal(first);
      await time.pass(20_000);
      expect(renewed.length).to.be.within(2, 6);
    });

    it('goes on with an address that is good again, without a word', async () => {
      await playing();
      void engines.last.refuse(403, outage.signal);
      await asked();
      playback.setSources([second]);
      await settled();
      expect(engines.urls).to.deep.equal([first, second]);
      await time.pass(20_000);
      expect(playback.sources.error).to.equal(null);
      expect(errors).to.deep.equal([]);
      expect(renewed, 'it does not ask again').to.deep.equal([first]);
    });

    it('waits for one that has played before', async () => {
      await playing();
      void engines.last.refuse(404, outage.signal);
      await time.pass(60_000);
      expect(playback.sources.error).to.equal(null);
    });

    it('does without a rendition that is lost, whatever else of it was refused before its list', async () => {
      const real = globalThis.fetch;
      globalThis.fetch = () => Promise.resolve(new Response(''));
      try {
        await playing();
        const { ladder, signal } = engines.last.options;
        const { uri } = engines.last.renditions[0] as Rendition;
        const refuse = (kind: RequestKind, url: string): void =>
          void ladder.failed(kind, url, 404, signal).catch(() => undefined);
        refuse('segment', 'https://example.test/low/1.m4s');
        await time.pass(100);
        for (let tries = 0; tries < 3; tries++) {
          refuse('segment', 'https://example.test/low/1.m4s');
          refuse('playlist', uri);
          await time.pass(500);
        }
        await until(() => engines.last.calls.includes(`leave ${uri}`), 'It was never left.');
      } finally {
        globalThis.fetch = real;
      }
    });

    it('tries the next source before it gives up on one', async () => {
      playback.setSources([first, second]);
      await settled();
      engines.last.fault('unplayable');
      await until(() => engines.made.length === 2);
      expect(engines.urls).to.deep.equal([first, second]);
      expect(playback.sources.error).to.equal(null);
      await settled();
      engines.last.fault('unplayable');
      await until(() => playback.phase === 'failed');
      expect(playback.sources.error?.code).to.equal('STREAM_UNPLAYABLE');
      await until(() => errors.length === 2);
      expect(errors[0]).to.match(
        /^\[vitrine\] STREAM_UNPLAYABLE: https:\/\/a\.test\/master\.m3u8 cannot be played here \(made by a test\)\. .+\.$/,
      );
    });

    it('tries again at once when the viewer asks', async () => {
      playback.setSources([first]);
      await settled();
      engines.last.fault('unplayable');
      await until(() => playback.phase === 'failed');
      playback.retry();
      expect(engines.urls).to.deep.equal([first, first]);
    });
  });

  describe('whose engine breaks', () => {
    it('loads again after a fatal error of the network', async () => {
      await playing();
      engines.last.fault('network');
      await time.pass(1000);
      expect(engines.last.calls).to.deep.equal(['wake']);
    });

    it('starts from scratch when the origin counts anew, and is patient about it', async () => {
      await playing();
      for (const number of [2, 3, 4, 5, 6, 7, 8]) {
        engines.last.fault('restarted');
        await time.pass(1000);
        await until(() => engines.made.length === number);
      }
      expect(playback.sources.error).to.equal(null);
    });

    it('empties the decoder first, and starts from scratch the second time', async () => {
      await playing();
      engines.last.fault('media');
      await until(() => engines.last.calls.length > 0);
      expect(engines.last.calls).to.deep.equal(['repair']);
      engines.last.fault('media');
      await until(() => engines.made.length === 2);
      expect(engines.urls).to.deep.equal([first, first]);
    });

    it('says that it will not play when that does not help', async () => {
      await playing();
      const repairs = (): number => engines.made.length + engines.made.flatMap(({ calls }) => calls).length;
      for (let times = 0; times < 5; times++) {
        const before = repairs();
        engines.last.fault('media');
        await until(() => repairs() > before);
        await settled();
      }
      expect(playback.sources.error).to.equal(null);
      engines.last.fault('media');
      await until(() => playback.sources.error?.code === 'STREAM_UNPLAYABLE');
    });

    it('hears nothing of an engine it has left', async () => {
      await playing(first, second);
      const [left] = engines.made;
      playback.setSources([second]);
      left?.fault('unplayable');
      await settled();
      expect(playback.sources.error).to.equal(null);
      expect(engines.urls).to.deep.equal([first, second]);
    });
  });

  describe('and its viewer', () => {
    it('wants a tap where the browser does', async () => {
      video.muted = true;
      video.refusal = 'NotAllowedError';
      await playing().catch(() => undefined);
      await playback.play();
      expect(playback.phase).to.equal('blocked');
      video.refusal = null;
      playback.retry();
      await settled();
      video.show();
      expect(playback.phase).to.equal('playing');
    });

    it('gives up sound rather than the picture', async () => {
      video.muted = false;
      video.refusal = 'NotAllowedError';
      const playingAgain = playback.play();
      video.refusal = null;
      await playingAgain;
      expect(video.muted).to.equal(true);
      expect(video.paused).to.equal(false);
    });

    it('returns to the show after a pause where nothing can be rewound', async () => {
      await playing();
      engines.last.window = { start: 80, end: 100 };
      playback.pause();
      expect(playback.phase).to.equal('paused');
      engines.last.livePosition = 130;
      // (What keeps the pace may still be on its way.)
      await until(() => {
        void playback.play();
        return video.currentTime === 130;
      }, 'It stays where it was.');
    });

    it('goes on where they paused where it can, and leads back', async () => {
      await playing();
      playback.pause();
      engines.last.livePosition = 130;
      engines.last.window = { start: 30, end: 130 };
      await playback.play();
      expect(video.currentTime).to.equal(100);
      expect(playback.edge.follows).to.equal(false);
      playback.goLive();
      expect(video.currentTime).to.equal(130);
      expect(playback.edge.follows).to.equal(true);
    });

    it('keeps what they seek inside of what can be had', async () => {
      await playing();
      playback.seekTo(-20);
      expect(video.currentTime).to.equal(0);
      playback.seekTo(1000);
      expect(playback.edge.follows).to.equal(true);
      expect(video.currentTime).to.equal(100);
    });

    it('shows a moment of the show that was asked for before anything was there', async () => {
      playback.seek(60_000);
      await playing();
      engines.last.ready();
      await settled();
      expect(video.currentTime).to.equal(60);
    });

    it('lets a live stream rest while they have paused it for long', async () => {
      await playing();
      playback.pause();
      await until(() => {
        void time.pass(5000);
        return engines.last.calls.includes('rest');
      });
      await playback.play();
      expect(engines.last.calls.at(-1)).to.equal('wake');
    });

    it('takes a pause from elsewhere for theirs', async () => {
      document.body.append(video);
      await playing();
      await time.pass(2000);
      video.pause();
      // What is tried again meanwhile must not undo it.
      dispatchEvent(new Event('online'));
      expect(video.paused).to.equal(true);
      await until(() => playback.phase === 'paused');
      expect(video.paused).to.equal(true);
      video.remove();
    });

    it('does not take a pause for theirs that the browser makes over broken media', async () => {
      document.body.append(video);
      await playing();
      await time.pass(2000);
      video.pause();
      video.trouble = 'PIPELINE_ERROR_DECODE';
      await until(() => !video.paused);
      expect(playback.picture.wantsPlay).to.equal(true);
      video.remove();
    });

    it('does not take a pause for theirs that the browser makes for want of media', async () => {
      document.body.append(video);
      await playing();
      await time.pass(2000);
      video.starve();
      video.pause();
      expect(playback.picture.wantsPlay).to.equal(true);
      await until(() => !video.paused);
      video.remove();
    });
  });
});
