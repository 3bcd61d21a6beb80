// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { LiveEdge, mediaAhead } from './live-edge.js';
import { FakeEngines } from './testing/fake-engine.js';
import { fake, type FakeVideo } from './testing/fake-video.js';

describe('the live edge', () => {
  let video: FakeVideo;
  let edge: LiveEdge;
  let engine: FakeEngines['last'];

  beforeEach(async () => {
    video = fake(document.createElement('video'));
    edge = new LiveEdge(video);
    const engines = new FakeEngines();
    await engines.start({ url: '' } as never);
    engine = engines.last;
    await video.play();
    video.show(100);
  });

  it('tells how far behind it the picture is', () => {
    engine.livePosition = 104;
    expect(edge.behind(engine)).to.equal(4);
    engine.livePosition = null;
    expect(edge.behind(engine)).to.equal(null);
    expect(edge.behind(null)).to.equal(null);
  });

  it('is left by who went back, and not by who has only fallen behind', () => {
    engine.livePosition = 130;
    expect(edge.isBehind(engine)).to.equal(false);
    edge.follows = false;
    expect(edge.isBehind(engine)).to.equal(true);
    engine.livePosition = 104;
    expect(edge.isBehind(engine)).to.equal(false);
    expect(edge.isBehind(null)).to.equal(false);
  });

  it('is followed again after a jump', () => {
    edge.follows = false;
    engine.livePosition = 130;
    edge.jump(engine);
    expect(video.currentTime).to.equal(130);
    expect(edge.follows).to.equal(true);
  });

  it('offers to rewind only in a window worth it', () => {
    engine.window = { start: 60, end: 100 };
    expect(edge.canRewind(engine)).to.equal(false);
    engine.window = { start: 0, end: 100 };
    expect(edge.canRewind(engine)).to.equal(true);
    expect(edge.canRewind(null)).to.equal(false);
  });

  it('has as much media before it as lies there without a hole', () => {
    const holes = [
      [100.05, 102],
      [104, 110],
    ] as const;
    const buffered = {
      length: 2,
      start: (index: number) => holes[index]?.[0] ?? 0,
      end: (index: number) => holes[index]?.[1] ?? 0,
    };
    const at = (currentTime: number): number => mediaAhead({ buffered, currentTime } as HTMLVideoElement);
    expect(at(100)).to.equal(2);
    expect(at(103)).to.equal(0);
    expect(at(105)).to.equal(5);
    expect(at(110)).to.equal(0);
  });
});
