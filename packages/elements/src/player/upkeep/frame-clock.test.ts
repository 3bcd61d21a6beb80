// SPDX-License-Identifier: MIT
import type { PlayheadReading } from '@vitrine/core';
import { expect } from 'chai';
import { FrameClock } from './frame-clock.js';
import { fake, type FakeVideo } from '../testing/fake-video.js';

/** A video whose frames a test presents; null where the browser cannot watch frames. */
function withFrames(video: FakeVideo, canWatch: boolean): (mediaTime: number) => void {
  let callback: VideoFrameRequestCallback | null = null;
  if (canWatch) {
    Object.assign(video, {
      requestVideoFrameCallback: (next: VideoFrameRequestCallback) => {
        callback = next;
        return 1;
      },
      cancelVideoFrameCallback: () => (callback = null),
    });
  }
  return (mediaTime) => callback?.(performance.now(), { mediaTime } as VideoFrameCallbackMetadata);
}

describe('the clock of the frames', () => {
  let video: FakeVideo;
  let readings: (PlayheadReading | null)[];
  let life: AbortController;
  let present: (mediaTime: number) => void;

  const start = (canWatch: boolean): void => {
    present = withFrames(video, canWatch);
    new FrameClock(
      video,
      (time) => 1_000_000 + time * 1000,
      (reading) => readings.push(reading),
    ).start(life.signal);
  };

  beforeEach(async () => {
    video = fake(document.createElement('video'));
    // (As Firefox before 132 has it.)
    Object.defineProperty(video, 'requestVideoFrameCallback', { value: undefined, configurable: true, writable: true });
    readings = [];
    life = new AbortController();
    await video.play();
  });

  afterEach(() => life.abort());

  it('tells the moment of each frame that is presented', () => {
    start(true);
    video.show(5);
    present(5.04);
    expect(readings.at(-1)).to.deep.equal({ programTime: 1_005_040, source: 'frame', rate: 1 });
  });

  it('does not let the media clock speak while frames do', () => {
    start(true);
    video.show(5);
    present(5.04);
    video.show(5.3);
    expect(readings.every((reading) => reading?.source === 'frame' || reading?.programTime === 1_005_000)).to.equal(
      true,
    );
    expect(readings.at(-1)?.programTime).to.equal(1_005_040);
  });

  it('says that a picture stands when it is paused or has nothing to show', () => {
    start(true);
    video.show(5);
    present(5.04);
    video.starve();
    expect(readings.at(-1)).to.deep.equal({ programTime: 1_005_040, source: 'frame', rate: 0 });
    video.show(5.08);
    present(5.08);
    video.pause();
    expect(readings.at(-1)).to.deep.equal({ programTime: 1_005_080, source: 'frame', rate: 0 });
  });

  it('says that a picture stands while another is sought, and goes on with that one', () => {
    start(true);
    video.show(5);
    present(5.04);
    const seeking = (is: boolean): void => {
      Object.defineProperty(video, 'seeking', { get: () => is, configurable: true });
      video.dispatchEvent(new Event(is ? 'seeking' : 'seeked'));
    };
    seeking(true);
    expect(readings.at(-1)).to.deep.equal({ programTime: 1_005_040, source: 'frame', rate: 0 });
    seeking(false);
    present(9);
    expect(readings.at(-1)).to.deep.equal({ programTime: 1_009_000, source: 'frame', rate: 1 });
  });

  it('reads the media clock where frames cannot be watched', () => {
    start(false);
    video.show(7);
    expect(readings.at(-1)).to.deep.equal({ programTime: 1_007_000, source: 'media', rate: 1 });
  });

  it('takes its word back when it ends', () => {
    start(false);
    video.show(7);
    life.abort();
    expect(readings.at(-1)).to.equal(null);
  });
});
