// SPDX-License-Identifier: MIT
import { loopMilliseconds } from './timeline.js';

/** Ticks per second of the two tracks, in the order of their fragments: picture, sound. */
const timescales = [25_000, 48_000] as const;
const mark = Buffer.from('tfdt', 'latin1');

/**
 * A copy of a part or segment whose decode times are moved on by whole loops, so that the media times of a
 * stream that repeats itself never go back.
 */
export const moveByLoops = (bytes: Buffer, loops: number): Buffer => {
  const moved = Buffer.from(bytes);
  for (let at = 0; at < moved.length; at += moved.readUInt32BE(at)) {
    if (moved.toString('latin1', at + 4, at + 8) !== 'moof') continue;
    const end = at + moved.readUInt32BE(at);
    const places: number[] = [];
    for (let found = moved.indexOf(mark, at); found >= 0 && found < end; found = moved.indexOf(mark, found + 4))
      places.push(found);
    // (Sound alone has the last of them.)
    for (const [index, found] of places.entries()) {
      const timescale = timescales.at(index - places.length) ?? 1;
      // After the name come version and flags, then the 64-bit time.
      const time = moved.readBigUInt64BE(found + 8);
      moved.writeBigUInt64BE(time + BigInt(loops) * BigInt((loopMilliseconds / 1000) * timescale), found + 8);
    }
  }
  return moved;
};
