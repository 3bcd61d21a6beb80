// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import { test } from 'node:test';
import { pino } from 'pino';
import type { WebSocket } from 'ws';
import type { WireControl, WireMessage } from '@vitrine/core/wire';
import { ManualClock } from '../clock.fixture.js';
import { Batch } from './batch.js';
import { Connection } from './connection.js';
import type { GatewayContext } from './gateway.js';

class Raw {
  writableLength = 0;
  readonly written: string[] = [];
  write(frame: Buffer): boolean {
    this.written.push(frame.subarray(frame[1] === 126 ? 4 : 2).toString());
    return true;
  }
}
class Socket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  terminated = false;
  terminate(): void {
    this.terminated = true;
  }
}

test('a slow socket loses what viewers say but neither staff, orders nor control items, recovers, and is cut off when it stays stuck', () => {
  const clock = new ManualClock();
  const raw = new Raw();
  const socket = new Socket();
  const stillClock = { now: clock.now, after: () => () => {} };
  const context = { clock: stillClock, log: pino({ level: 'silent' }), gone: () => {} } as unknown as GatewayContext;
  const connection = new Connection(socket as unknown as WebSocket, raw as unknown as Duplex, context);
  const message: WireMessage = { i: 'e.1.0', u: { id: 'p', n: 'P' }, x: 'hello', t: 1, at: 1 };
  const host: WireMessage = { i: 'e.1.1', u: { id: 'h', n: 'H', r: 'host' }, x: 'yes', t: 1, at: 1 };
  const order: WireMessage = { i: 'e.1.2', u: { id: 'p', n: 'P' }, x: 'a tin', t: 1, at: 1, y: 'o' };
  const pin: WireControl = { cn: 1, at: 1, op: 'pin', product: 'tin' };
  const deliver = (n: number): void =>
    connection.deliver(new Batch({ k: 'b', n, t: 1, cn: 1, m: [message, host, order], c: [pin] }));

  deliver(1);
  assert.match(raw.written[0] ?? '', /hello/);
  raw.writableLength = 262_145;
  deliver(2);
  assert.deepEqual(JSON.parse(raw.written[1] ?? ''), {
    k: 'b',
    n: 2,
    t: 1,
    cn: 1,
    c: [pin],
    m: [host, order],
    skipped: 1,
  });
  clock.move(14_000);
  raw.writableLength = 0;
  deliver(3);
  assert.match(raw.written[2] ?? '', /hello/);
  raw.writableLength = 300_000;
  deliver(4);
  clock.move(15_000);
  deliver(5);
  assert.equal(socket.terminated, false);
  clock.move(1);
  deliver(6);
  assert.equal(socket.terminated, true);
  assert.equal(raw.written.length, 5);
});
