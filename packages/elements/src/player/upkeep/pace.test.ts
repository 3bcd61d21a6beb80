// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { LiveEdge } from '../live-edge.js';
import { FakeEngines } from '../testing/fake-engine.js';
import { fake, type FakeVideo } from '../testing/fake-video.js';
import { Pace } from './pace.js';

describe('staying where the show is', () => {
  let video: FakeVideo;
  let edge: LiveEdge;
  let pace: Pace;
  let isCalm: boolean;
  let engine: FakeEngines['last'];

  beforeEach(async () => {
    video = fake(document.createElement('video'));
    edge = new LiveEdge(video);
    isCalm = true;
    pace = new Pace(video, edge, () => isCalm);
    const engines = new FakeEngines();
    await engines.start({ url: '' } as never);
    engine = engines.last;
    await video.play();
    video.show(100);
  });

  const late = (seconds: number): void => {
    engine.livePosition = video.currentTime + seconds;
    pace.keep(engine);
  };

  it('goes back to a show that is played from a recording, where it was too far ahead', () => {
    late(-20);
    expect(video.currentTime, 'of a live stream nobody can be ahead').to.equal(100);
    Object.assign(engine, { lead: 3 });
    late(-2.9);
    expect(video.currentTime).to.equal(100);
    late(-20);
    expect(video.currentTime).to.equal(80);
  });

  it('plays as fast as the show while it is on time', () => {
    late(0.1);
    expect(video.playbackRate).to.equal(1);
  });

  it('catches up a little when it is a little late, and never faster than a tenth', () => {
    late(0.3);
    expect(video.playbackRate).to.equal(1.05);
    late(2.9);
    expect(video.playbackRate).to.equal(1.1);
  });

  it('goes on catching up until it is there', () => {
    late(0.3);
    late(0.1);
    expect(video.playbackRate).to.equal(1.05);
    late(0.04);
    expect(video.playbackRate).to.equal(1);
  });

  it('goes on catching up after the decoder was emptied, which forgets the speed', () => {
    late(1);
    video.playbackRate = 1;
    late(1);
    expect(video.playbackRate).to.equal(1.1);
  });

  it('does not play faster than media comes', () => {
    video.ahead = 0.5;
    late(1);
    expect(video.playbackRate).to.equal(1);
  });

  it('stays at the speed of the show where another one stops the video', () => {
    late(0.3);
    expect(pace.isUpset()).to.equal(true);
    late(1);
    expect(video.playbackRate).to.equal(1);
    late(5);
    expect(video.currentTime).to.equal(105);
  });

  it('changes the speed of a calm picture only', () => {
    isCalm = false;
    late(1);
    expect(video.playbackRate).to.equal(1);
    isCalm = true;
    late(1);
    expect(video.playbackRate).to.equal(1.1);
    isCalm = false;
    late(0);
    expect(video.playbackRate).to.equal(1.1);
  });

  it('jumps when it is far behind', () => {
    late(20);
    expect(video.currentTime).to.equal(120);
    expect(video.playbackRate).to.equal(1);
  });

  it('leaves a picture to the engine that has yet to put it in its place', () => {
    video.show(0);
    Object.assign(engine, { isPlacing: true });
    late(40);
    expect(video.currentTime).to.equal(0);
    Object.assign(engine, { isPlacing: false });
    late(40);
    expect(video.currentTime).to.equal(40);
  });

  it('does not move a paused picture', () => {
    video.pause();
    late(20);
    expect(video.currentTime).to.equal(100);
  });

  it('leaves a viewer who went back where they are, at the speed of the show', () => {
    late(1);
    edge.follows = false;
    engine.window = { start: 0, end: 130 };
    late(30);
    expect(video.currentTime).to.equal(100);
    expect(video.playbackRate).to.equal(1);
  });

  it('brings them to the show when what they saw has left the window', () => {
    edge.follows = false;
    engine.window = { start: 110, end: 170 };
    late(70);
    expect(edge.follows).to.equal(true);
    expect(video.currentTime).to.equal(170);
  });

  it('leaves the speed of a recording to the viewer', () => {
    engine.livePosition = null;
    video.playbackRate = 1.5;
    pace.keep(engine);
    expect(video.playbackRate).to.equal(1.5);
  });
});
