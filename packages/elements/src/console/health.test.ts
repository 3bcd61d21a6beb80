// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { expect } from 'chai';
import { testRoom } from '../shared/testing/index.js';
import { Health } from './health.js';
import type { PreviewPlayer } from './preview-player.js';

const element = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

/** A player that is what a test says. */
class FakePlayer {
  phase: NonNullable<PreviewPlayer['phase']> = 'playing';
  hasPicture = true;
  latency = null;
  frames = 100;
  dropped = 0;
  readonly video = {
    videoHeight: 960,
    clientWidth: 280,
    getVideoPlaybackQuality: () => ({ totalVideoFrames: this.frames, droppedVideoFrames: this.dropped }),
  };
}

describe('the health of the stream', () => {
  let room: Room;
  let player: FakePlayer;
  let health: Health;
  let clock = 0;
  const { now } = performance;

  /** A second passes in which so many frames come, this far behind the host. */
  const second = (frames = 25, dropped = 0, delay = 5000): void => {
    clock += 1000;
    player.frames += frames;
    player.dropped += dropped;
    room.playhead.publish({ programTime: room.liveEdge() - delay, source: 'frame', rate: 0 });
    health.look();
  };

  beforeEach(async () => {
    room = await testRoom();
    player = new FakePlayer();
    clock = 0;
    performance.now = () => clock;
    health = new Health(element, { room: () => room, player: () => player as unknown as PreviewPlayer });
  });
  afterEach(() => {
    performance.now = now;
    room.close();
  });

  it('is unknown before it was looked at', () => {
    expect(health.verdict).to.equal('unknown');
    expect(health.framesPerSecond).to.equal(null);
  });

  it('is good while frames come', () => {
    for (let index = 0; index < 5; index++) second();
    expect(health.verdict).to.equal('good');
    expect(health.framesPerSecond).to.equal(25);
    expect(health.dropped).to.equal(0);
    expect(health.height).to.equal(960);
    expect(health.delays).to.have.length(5);
  });

  it('is poor while the picture stands, fair for a while after, then good', () => {
    second();
    player.phase = 'stalled';
    second(0);
    expect(health.verdict).to.equal('poor');
    player.phase = 'playing';
    second();
    expect(health.verdict).to.equal('fair');
    for (let index = 0; index < 30; index++) second();
    expect(health.verdict).to.equal('good');
  });

  it('is fair when many frames are dropped', () => {
    for (let index = 0; index < 4; index++) second(25, 5);
    expect(health.dropped).to.be.closeTo(0.2, 0.001);
    expect(health.verdict).to.equal('fair');
  });

  it('is fair when viewers fall behind', () => {
    for (let index = 0; index < 4; index++) second();
    second(25, 0, 9000);
    expect(health.verdict).to.equal('fair');
  });

  it('counts no frames that are dropped because nobody sees them', () => {
    for (let index = 0; index < 3; index++) second();
    player.video.clientWidth = 0;
    for (let index = 0; index < 3; index++) second(25, 25);
    player.video.clientWidth = 280;
    for (let index = 0; index < 3; index++) second();
    expect(health.dropped).to.equal(0);
    expect(health.verdict).to.equal('good');
  });

  it('begins anew after a sleep and with another video', () => {
    for (let index = 0; index < 4; index++) second(25, 10);
    clock += 60_000;
    second();
    expect(health.dropped).to.equal(null);
    player.frames = 0;
    second();
    expect(health.dropped).to.equal(null);
  });
});
