// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import { ManualClock } from '../clock.fixture.js';
import { Outlet } from './outlet.js';

/** A socket that tells with how many calls it was written to, and what. */
class Counted extends Duplex {
  readonly calls: string[] = [];
  override _read(): void {}
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.calls.push(chunk.toString());
    done();
  }
  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.calls.push(chunks.map(({ chunk }) => chunk.toString()).join(''));
    done();
  }
}

const frame = (text: string): { full: () => Buffer; packed: () => Buffer } => ({
  full: () => Buffer.from(text),
  packed: () => Buffer.from(text.toUpperCase()),
});

const endOfTurn = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

test('what is gathered goes out at the end of the turn, in one call and in its order, also what others write', async () => {
  const raw = new Counted();
  const outlet = new Outlet(raw, new ManualClock());
  outlet.gather();
  outlet.write(frame('batch '));
  outlet.gather();
  raw.write('answer ');
  outlet.write(frame('answer'));
  assert.deepEqual(raw.calls, []);
  await endOfTurn();
  assert.deepEqual(raw.calls, ['batch answer answer']);
  outlet.write(frame('alone'));
  assert.deepEqual(raw.calls, ['batch answer answer', 'alone'], 'nothing else waits');
});

test('a socket that is cut off while its frames are gathered takes nothing more', async () => {
  const raw = new Counted();
  const outlet = new Outlet(raw, new ManualClock());
  outlet.gather();
  outlet.write(frame('batch'));
  raw.destroy();
  await endOfTurn();
  assert.deepEqual(raw.calls, []);
});

test('a client that reads packed frames is sent those', () => {
  const raw = new Counted();
  const outlet = new Outlet(raw, new ManualClock());
  outlet.write(frame('plain'));
  outlet.readsPacked = true;
  outlet.write(frame('packed'));
  assert.deepEqual(raw.calls, ['plain', 'PACKED']);
});
