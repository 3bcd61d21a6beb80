// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { holdTime, unmountAll, type HeldTime } from '../../shared/testing/index.js';
import { mendLostSeeks } from './lost-seek.js';

/** A video that is sent somewhere, and arrives when a test says so. */
class SoughtVideo extends EventTarget {
  seeking = false;
  times = 0;
  end = 10;
  #time = 0;

  get currentTime(): number {
    return this.#time;
  }

  set currentTime(time: number) {
    this.#time = time;
    this.seeking = true;
    this.times++;
    this.dispatchEvent(new Event('seeking'));
  }

  get buffered(): Pick<TimeRanges, 'length' | 'start' | 'end'> {
    return { length: 1, start: () => 0, end: () => this.end };
  }

  arrive(): void {
    this.seeking = false;
    this.dispatchEvent(new Event('seeked'));
  }
}

describe('a seek that is lost', () => {
  let video: SoughtVideo;
  let life: AbortController;
  let time: HeldTime;

  beforeEach(() => {
    time = holdTime();
    video = new SoughtVideo();
    life = new AbortController();
    mendLostSeeks(video as unknown as HTMLVideoElement, life.signal);
  });

  afterEach(() => {
    life.abort();
    unmountAll();
  });

  it('is made again to the same place until it arrives', async () => {
    video.currentTime = 4;
    await time.pass(500);
    expect(video.times).to.equal(2);
    // Twice as long for one that was made again.
    await time.pass(1000);
    expect(video.times).to.equal(3);
    expect(video.currentTime).to.equal(4);
    video.arrive();
    await time.pass(60_000);
    expect(video.times).to.equal(3);
  });

  it('waits for media before it counts as lost', async () => {
    video.currentTime = 40;
    await time.pass(600);
    expect(video.times).to.equal(1);
    video.end = 50;
    await time.pass(1000);
    expect(video.times).to.equal(2);
  });

  it('is nobody’s business any more after the end', async () => {
    video.currentTime = 4;
    life.abort();
    await time.pass(600);
    expect(video.times).to.equal(1);
  });
});
