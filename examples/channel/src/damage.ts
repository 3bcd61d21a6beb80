// SPDX-License-Identifier: MIT
import type { FaultAction } from './faults.js';

const mark = Buffer.from('trun', 'latin1');
const filler = 0xa5;

/** Overwrites the sound of a part or segment: the samples of the last track run of each fragment. */
const deafen = (bytes: Buffer): void => {
  // (A playlist has no boxes: whatever its first bytes say, the walk goes on and ends.)
  for (let at = 0; at + 8 <= bytes.length; at += Math.max(8, bytes.readUInt32BE(at))) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'moof') continue;
    const run = bytes.lastIndexOf(mark, at + bytes.readUInt32BE(at));
    // After the name come version and flags, the number of samples, where they lie from the fragment's start, and the
    // size of each.
    const count = bytes.readUInt32BE(run + 8);
    const start = at + bytes.readInt32BE(run + 12);
    let length = 0;
    for (let sample = 0; sample < count; sample++) length += bytes.readUInt32BE(run + 16 + sample * 4);
    bytes.fill(filler, start, start + length);
  }
};

/** Overwrites a stretch in the middle of what is coded; the boxes around it survive, so that the decoder stumbles. */
const spoil = (bytes: Buffer): void => {
  const [from, until] = [bytes.length * 0.4, bytes.length * 0.6].map(Math.floor) as [number, number];
  if (bytes.toString('latin1', 4, 8) !== 'moof') return void bytes.fill(filler, from, until);
  for (let at = 0; at + 8 <= bytes.length; at += Math.max(8, bytes.readUInt32BE(at))) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'mdat') continue;
    const [start, end] = [Math.max(from, at + 8), Math.min(until, at + bytes.readUInt32BE(at))];
    if (start < end) bytes.fill(filler, start, end);
  }
};

/** The body of an answer as a fault leaves it. */
export const damaged = (body: Buffer, action: FaultAction | undefined): Buffer => {
  if (action?.type === 'empty') return Buffer.alloc(0);
  if (action?.type !== 'corrupt') return body;
  const copy = Buffer.from(body);
  if (action.track === undefined) spoil(copy);
  else deafen(copy);
  return copy;
};
