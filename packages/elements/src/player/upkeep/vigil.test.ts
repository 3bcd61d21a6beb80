// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { LiveEdge } from '../live-edge.js';
import { Picture } from '../picture.js';
import type { Playback } from '../playback.js';
import { FakeEngines } from '../testing/fake-engine.js';
import { fake, type FakeVideo } from '../testing/fake-video.js';
import { Vigil } from './vigil.js';

describe('the vigil over a picture', () => {
  let video: FakeVideo;
  let engine: FakeEngines['last'];
  let edge: LiveEdge;
  let vigil: Vigil;
  let phase: Playback['phase'];
  let outage: object | null;
  let now: number;
  let life: AbortController;
  let repairs: number;
  let isClear: boolean;
  /** Where it was sent. */
  let pushes: number[];

  beforeEach(async () => {
    video = fake(document.createElement('video'));
    now = 1_000_000;
    phase = 'playing';
    outage = null;
    repairs = 0;
    isClear = false;
    pushes = [];
    life = new AbortController();
    edge = new LiveEdge(video);
    const nothing = (): void => undefined;
    const listener = { seen: nothing, ticked: nothing, changed: nothing, isUpset: () => false };
    const picture = new Picture(video, listener, () => now);
    picture.attach(life.signal);
    const engines = new FakeEngines();
    await engines.start({ url: '' } as never);
    engine = engines.last;
    const playback = {
      video,
      edge,
      picture,
      engine,
      now: () => now,
      get phase() {
        return phase;
      },
      sources: {
        get attempt() {
          return { ladder: { outage } };
        },
      },
    };
    vigil = new Vigil(
      playback as unknown as Playback,
      { clear: () => (isClear = true) } as never,
      { mend: () => repairs++ } as never,
    );
    await video.play();
    video.show(100);
    engine.livePosition = 101;
    video.addEventListener('seeked', () => pushes.push(video.currentTime));
  });

  afterEach(() => life.abort());

  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second++) {
      now += 1000;
      vigil.look();
      vigil.free();
    }
  };

  it('leaves one alone that moves', () => {
    for (let second = 0; second < 30; second++) {
      video.show();
      pass(1);
    }
    expect(pushes).to.deep.equal([]);
  });

  it('pushes one that stands for no reason to where the show is, and repairs it when that does not help', () => {
    pass(1);
    expect(pushes).to.deep.equal([]);
    pass(1);
    expect(pushes).to.deep.equal([101]);
    pass(5);
    expect(repairs).to.equal(0);
    pass(1);
    expect(repairs).to.equal(1);
    expect(pushes).to.deep.equal([101]);
  });

  it('pushes another time, long after', () => {
    pass(2);
    for (let second = 0; second < 20; second++) {
      video.show();
      pass(1);
    }
    pass(2);
    expect(pushes.length).to.equal(2);
    expect(repairs).to.equal(0);
  });

  it('pushes a recording on the spot', () => {
    Object.assign(engine, { isLive: false, livePosition: null });
    pass(2);
    expect(pushes).to.deep.equal([100]);
  });

  it('leaves one alone that has a reason to stand', () => {
    video.ahead = 0.2;
    pass(10);
    video.ahead = 2;
    outage = {};
    pass(10);
    outage = null;
    video.pause();
    vigil.free();
    expect(pushes).to.deep.equal([]);
    expect(repairs).to.equal(0);
  });

  it('has one load again that has had nothing to show for long though no request fails', () => {
    video.ahead = 0.2;
    pass(7);
    expect(engine.calls).to.deep.equal([]);
    pass(2);
    expect(engine.calls).to.deep.equal(['wake']);
    pass(8);
    expect(engine.calls).to.deep.equal(['wake', 'wake']);
    expect(repairs).to.equal(0);
  });

  it('lets the show go on without one that is long gone', () => {
    phase = 'recovering';
    pass(10);
    expect(isClear).to.equal(false);
    pass(2);
    expect(isClear).to.equal(true);
  });

  it('forgives stalls once, after twenty seconds without another', () => {
    const forgiven = (): number => engine.calls.filter((call) => call === 'recovered').length;
    for (let second = 0; second < 20; second++) {
      video.show();
      pass(1);
    }
    expect(forgiven()).to.equal(0);
    pass(1);
    expect(forgiven()).to.equal(1);
    pass(30);
    expect(forgiven()).to.equal(1);
  });
});
