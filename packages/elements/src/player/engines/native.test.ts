// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { FakeAirPlay } from '../testing/fake-screens.js';
import { fake } from '../testing/fake-video.js';
import { Ladder } from './ladder.js';
import { NativeEngine } from './native.js';

const url = 'https://media.test/replay.m3u8';

describe('the browser’s own HLS', () => {
  const life = new AbortController();
  after(() => life.abort());

  /** A video with media by hand, which it was at second 30 of, that is now given an address. */
  const open = (duration: number) => {
    const video = fake(document.createElement('video'));
    const loads = Object.assign(new FakeAirPlay(video), { duration });
    video.show(30);
    const engine = new NativeEngine({
      video,
      url,
      quality: 'auto',
      size: () => ({ width: 0, height: 0 }),
      lowLatency: true,
      ladder: new Ladder({ changed: () => undefined }),
      listener: { ready: () => undefined, moved: () => undefined, fault: () => undefined },
      signal: life.signal,
    });
    return { engine, video, loads };
  };

  it('begins a recording at its start, whatever was played before', () => {
    const { video, loads } = open(200);
    loads.play(0);
    expect(video.currentTime).to.equal(0);
  });

  it('goes on with a recording where it was when it is loaded anew, however often that takes', () => {
    const { engine, video, loads } = open(200);
    loads.play(0);
    video.show(70);
    engine.wake();
    // (It did not come.)
    engine.repair();
    expect(loads.given).to.deep.equal([url, url, url]);
    loads.play(0);
    expect(video.currentTime).to.equal(70);
    // The viewer goes back, and nothing is loaded anew.
    video.currentTime = 10;
    video.dispatchEvent(new Event('loadedmetadata'));
    expect(video.currentTime).to.equal(10);
  });

  it('leaves it to the browser where a live show goes on', () => {
    const { engine, video, loads } = open(Number.POSITIVE_INFINITY);
    loads.play(90);
    engine.wake();
    loads.play(140);
    expect(video.currentTime).to.equal(140);
  });
});
