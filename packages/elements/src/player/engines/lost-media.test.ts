// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Fragment } from 'hls.js';
import { LostMedia } from './lost-media.js';
import { forgive } from './second-chances.js';

/** A video that stands at a moment and has media from one to another, in seconds. */
function videoAt(currentTime: number, ...media: readonly (readonly [from: number, to: number])[]): HTMLVideoElement {
  const buffered = {
    length: media.length,
    start: (index: number) => media[index]?.[0],
    end: (index: number) => media[index]?.[1],
  };
  return { currentTime, buffered } as unknown as HTMLVideoElement;
}

const segment = (start: number, ...tags: string[]): Fragment =>
  ({ start, gap: true, tagList: tags.map((tag) => [tag]) }) as unknown as Fragment;

describe('LostMedia', () => {
  it('knows the segment before which the picture stands', () => {
    const lost = new LostMedia(videoAt(5.98, [0, 6]));
    expect(lost.near).to.equal(null);
    lost.add(segment(8));
    expect(lost.near).to.equal(null);
    lost.add(segment(6));
    expect(lost.near).to.equal(6);
  });

  it('takes none for lost that has arrived when it was tried again', () => {
    const lost = new LostMedia(videoAt(5.98, [0, 8]));
    lost.add(segment(6));
    expect(lost.near).to.equal(null);
  });

  it('steps over the break, and takes back that there was a gap, but for those of the list', () => {
    const video = videoAt(5.98, [0, 6]);
    const lost = new LostMedia(video);
    const [first, ofTheList, other] = [segment(6), segment(8, 'GAP'), segment(10)] as const;
    lost.add(first);
    lost.stepOver([ofTheList, other], forgive);
    expect(video.currentTime).to.equal(6.1);
    expect([first.gap, ofTheList.gap, other.gap]).to.deep.equal([false, true, false]);
    expect(lost.near).to.equal(null);
  });
});
