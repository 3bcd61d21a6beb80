// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Part } from 'hls.js';
import { recallParts } from './forgotten-parts.js';

/** Half a second each, four to a segment, from second 40 on. */
function partsOf(loaded: string): Part[] {
  return [...loaded].map((mark, index) => ({
    start: 40 + index / 2,
    end: 40.5 + index / 2,
    fragment: { sn: Math.floor(index / 4) },
    elementaryStreams: { audio: null, video: null, audiovideo: mark === 'x' ? {} : null },
    get loaded() {
      return this.elementaryStreams.audiovideo !== null;
    },
  })) as unknown as Part[];
}

const until = (end: number): TimeRanges => ({ length: 1, start: () => 30, end: () => end });

const told = (loaded: string, buffered: TimeRanges): string => {
  const parts = partsOf(loaded);
  recallParts(parts, buffered);
  return parts.map((part) => (part.loaded ? 'x' : '.')).join('');
};

describe('parts that hls.js has forgotten', () => {
  it('are recalled where a later part of their segment is loaded', () => {
    expect(told('..xx', until(41.999_999))).to.equal('xxxx');
    expect(told('...x', until(42))).to.equal('xxxx');
  });

  it('are left alone where their media is not there', () => {
    expect(told('..xx', { length: 1, start: () => 41, end: () => 42 })).to.equal('..xx');
    expect(told('.xxx', { length: 0, start: () => 0, end: () => 0 })).to.equal('.xxx');
  });

  it('are left alone where nothing of their segment came after them', () => {
    expect(told('xx..', until(42))).to.equal('xx..');
    expect(told('....xx', until(43))).to.equal('....xx');
  });

  it('do not share what hls.js may clear', () => {
    const parts = partsOf('.x..');
    recallParts(parts, until(41));
    parts[1]!.elementaryStreams.audiovideo = null;
    expect(parts[0]!.loaded).to.equal(true);
  });
});
