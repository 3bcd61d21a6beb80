// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchor, discontinuityOf, edgeAt, frameAt, readyAt, slotOf, startOf, truthAt } from './timeline.js';

test('frames follow the clock in steps of 40 ms and wrap after 48 s', () => {
  assert.equal(frameAt(anchor), 0);
  assert.equal(frameAt(anchor + 39.9), 0);
  assert.equal(frameAt(anchor + 40), 1);
  assert.equal(frameAt(anchor + 47_999), 1199);
  assert.equal(frameAt(anchor + 48_000), 0);
  assert.equal(frameAt(anchor - 1), 1199);
});

test('the truth names the exact capture time of the frame', () => {
  const at = anchor + 5 * 48_000 + 1_234;
  assert.deepEqual(truthAt(at), { frame: 30, loop: 5, programDateTime: anchor + 5 * 48_000 + 1_200 });
});

test('the live edge counts complete parts only', () => {
  const start = startOf(1_000);
  assert.deepEqual(edgeAt(start), { sequence: 1_000, parts: 0 });
  assert.deepEqual(edgeAt(start + 519), { sequence: 1_000, parts: 0 });
  assert.deepEqual(edgeAt(start + 520), { sequence: 1_000, parts: 1 });
  assert.deepEqual(edgeAt(start + 1_999), { sequence: 1_000, parts: 3 });
  assert.deepEqual(edgeAt(start + 2_000), { sequence: 1_001, parts: 0 });
});

test('a part is ready exactly when the edge moves past it', () => {
  for (let part = 0; part < 4; part++) {
    const ready = readyAt(77, part);
    const behind = edgeAt(ready - 1);
    const after = edgeAt(ready);
    assert.deepEqual([behind.sequence, behind.parts], [77, part]);
    assert.deepEqual([after.sequence, after.parts], part === 3 ? [78, 0] : [77, part + 1]);
  }
  assert.equal(readyAt(77), readyAt(77, 3));
});

test('the loop starts with slot 0 and a discontinuity of its own', () => {
  assert.equal(slotOf(48), 0);
  assert.equal(slotOf(47), 23);
  assert.equal(discontinuityOf(47) + 1, discontinuityOf(48));
  assert.equal(frameAt(startOf(48)), 0);
});
