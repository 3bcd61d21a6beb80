// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadLibrary, segmentBytes } from './library.js';
import { moveByLoops } from './retime.js';

const library = await loadLibrary(fileURLToPath(new URL('../media', import.meta.url)));
const rendition = library.get('portrait')?.[0];
assert.ok(rendition !== undefined);

/** Decode times in a segment, in the order of the file: picture and sound of each part. */
const times = (bytes: Buffer): number[] => {
  const found: number[] = [];
  for (let at = bytes.indexOf('tfdt'); at >= 0; at = bytes.indexOf('tfdt', at + 4))
    found.push(Number(bytes.readBigUInt64BE(at + 8)));
  return found;
};

test('every decode time moves on by whole loops, nothing else changes', () => {
  const original = segmentBytes(rendition, 5);
  const before = times(original);
  const after = times(moveByLoops(original, 4_500_000));
  assert.equal(after.length, 8);
  assert.deepEqual(
    after,
    before.map((time, index) => time + 4_500_000 * 48 * (index % 2 === 0 ? 25_000 : 48_000)),
  );
  assert.deepEqual(times(original), before);
  assert.ok(moveByLoops(original, 0).equals(original));
});

test('the last segment of a loop runs into the first of the next', () => {
  const [lastPicture = 0] = times(moveByLoops(segmentBytes(rendition, 23), 7));
  const [firstPicture = 0] = times(moveByLoops(segmentBytes(rendition, 0), 8));
  assert.equal(firstPicture - lastPicture, 2 * 25_000);
});
