// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { firstPicture, readVideoTrack } from './first-picture.js';
import { ProgramClock } from './program-clock.js';

/** A box of ISO/IEC 14496-12 from numbers of four bytes and from other boxes. */
function box(type: string, ...parts: readonly (number | Uint8Array)[]): Uint8Array {
  const bytes: number[] = [...type].map((letter) => letter.charCodeAt(0));
  for (const part of parts) {
    if (typeof part === 'number') bytes.push(...[24, 16, 8, 0].map((shift) => (part >>> shift) & 255));
    else bytes.push(...part);
  }
  const size = bytes.length + 4;
  return new Uint8Array([...[24, 16, 8, 0].map((shift) => (size >>> shift) & 255), ...bytes]);
}

const text = (value: string): number => [...value].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);

const trak = (id: number, kind: string, timescale: number): Uint8Array =>
  box('trak', box('tkhd', 0, 0, 0, id), box('mdia', box('mdhd', 0, 0, 0, timescale), box('hdlr', 0, 0, text(kind))));

const init = (videoId: number): Uint8Array =>
  box(
    'moov',
    trak(3 - videoId, 'soun', 48_000),
    trak(videoId, 'vide', 12_800),
    box('mvex', box('trex', 0, 1, 1, 512, 0, 0), box('trex', 0, 2, 1, 512, 0, 0)),
  );

/** A fragment whose pictures are decoded in an order other than that of showing. */
const fragment = (videoId: number, decoded: number, offsets: readonly number[]): Uint8Array =>
  box(
    'moof',
    box('traf', box('tfhd', 0, 3 - videoId), box('tfdt', 0x0100_0000, 0, 999_999), box('trun', 0x100, 1, 1024)),
    box(
      'traf',
      box('tfhd', 0, videoId),
      box('tfdt', 0x0100_0000, 0, decoded),
      box('trun', 0x0100_0800, offsets.length, ...offsets),
    ),
  );

describe('the first picture of a piece of media', () => {
  it('is found by the track of the picture, whatever the order of the tracks', () => {
    for (const id of [1, 2]) {
      const track = readVideoTrack(init(id))!;
      expect(track).to.deep.equal({ id, timescale: 12_800, duration: 512 });
      expect(firstPicture(fragment(id, 25_600, [0, 0]), track)).to.equal(2);
    }
  });

  it('is the one shown first, not the one decoded first', () => {
    const track = readVideoTrack(init(1))!;
    // I P B B: decoded one frame after another, shown two frames later, B before P.
    expect(firstPicture(fragment(1, 25_600, [1024, 2048, 512, 0]), track)).to.equal((25_600 + 1024) / 12_800);
    expect(firstPicture(fragment(1, 25_600, [1024, -512]), track)).to.equal(2);
  });

  it('is nothing where there is no picture', () => {
    expect(readVideoTrack(box('moov', trak(1, 'soun', 48_000)))).to.equal(null);
    expect(firstPicture(box('mdat', 1, 2, 3), readVideoTrack(init(1))!)).to.equal(null);
    expect(firstPicture(new Uint8Array([0, 0, 0]), readVideoTrack(init(1))!)).to.equal(null);
  });
});

describe('the clock of the show in the video', () => {
  let clock: ProgramClock;

  beforeEach(() => {
    clock = new ProgramClock();
    clock.add(10, 2, 1_000_000);
    clock.add(12, 2, 1_002_000);
  });

  it('gives the moment of each frame, and back', () => {
    expect(clock.programTimeAt(10.04)).to.equal(1_000_040);
    expect(clock.programTimeAt(13.96)).to.be.closeTo(1_003_960, 0.001);
    expect(clock.mediaTimeAt(1_003_000)).to.equal(13);
  });

  it('follows a break in the stream', () => {
    clock.add(14, 2, 5_000_000);
    expect(clock.programTimeAt(13.99)).to.be.closeTo(1_003_990, 0.001);
    expect(clock.programTimeAt(14)).to.equal(5_000_000);
  });

  it('knows nothing before, behind and between what was appended', () => {
    clock.add(20, 2, 1_010_000);
    for (const time of [9, 15, 30]) expect(clock.programTimeAt(time), `at ${time}`).to.equal(null);
    expect(clock.mediaTimeAt(1_006_000)).to.equal(null);
  });

  it('takes the same piece from another rendition instead', () => {
    clock.add(12.5, 0.5, 1_002_500);
    clock.add(12.02, 2, 1_002_020);
    expect(clock.programTimeAt(12.6)).to.be.closeTo(1_002_600, 0.001);
  });
});
