// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { ask, Client, startServer, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';
import { Doors } from './doors.js';

/** Knocks, and returns what was answered instead of a socket; null when it is let in. */
async function knock(
  server: VitrineServer,
  shown?: string,
): Promise<{ response: IncomingMessage; body: Failure } | null> {
  const protocols = ['vitrine.1', ...(shown === undefined ? [] : [`token.${shown}`])];
  const socket = new WebSocket(server.socketUrl, protocols);
  const isIn = once(socket, 'open').then(() => null);
  const isOut = once(socket, 'unexpected-response').then((given) => (given as [unknown, IncomingMessage])[1]);
  isIn.catch(() => undefined);
  isOut.catch(() => undefined);
  const response = await Promise.race([isIn, isOut]);
  if (!response) {
    socket.terminate();
    return null;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { response, body: JSON.parse(Buffer.concat(chunks).toString()) as Failure };
}

test('beyond the bound an upgrade is refused with a time to come back at, until somebody has left', async (t) => {
  const server = await startServer(t, { maximumSockets: 2 });
  const first = await Client.join(server, { as: { name: 'Priya' } });
  await Client.join(server);
  const times = new Set<number>();
  for (let time = 0; time < 12; time++) {
    const refused = await knock(server);
    assert.equal(refused?.response.statusCode, 503);
    const { body, response } = refused;
    const { code, retryAfter = 0 } = body;
    assert.equal(code, 'RATE_LIMITED');
    assert.ok(retryAfter >= 5000 && retryAfter <= 15_000);
    assert.equal(Number(response.headers['retry-after']), Math.ceil(retryAfter / 1000));
    times.add(retryAfter);
  }
  assert.ok(times.size > 1, 'not all at once');
  assert.equal((await ask<{ isFull: boolean }>(server.url, 'GET', '/health')).body.isFull, true);
  assert.equal(first.closed, null);
  await first.leave();
  // (The server hears of it a moment later than the client.)
  while ((await ask<{ isFull: boolean }>(server.url, 'GET', '/health')).body.isFull);
  await Client.join(server);
});

test('the staff comes in nevertheless, and nobody who says so without being it', async (t) => {
  const server = await startServer(t, { maximumSockets: 1 });
  await Client.join(server);
  for (const role of ['owner', 'host', 'moderator'] as const)
    assert.equal(await knock(server, await server.issueToken({ room: 'demo', role })), null, role);
  const others = [
    await server.issueToken({ room: 'demo', role: 'viewer' }),
    await server.issueToken({ room: 'demo', role: 'assistant' }),
    await server.issueToken({ room: 'demo', role: 'host', lifetime: -60_000 }),
    'nonsense',
  ];
  for (const token of others) assert.equal((await knock(server, token))?.response.statusCode, 503);
});

test('says once that it is full, and once that it is not', () => {
  const said: string[] = [];
  const doors = new Doors(100, {
    warn: (_what: unknown, text: string) => said.push(text),
    info: (_what: unknown, text: string) => said.push(text),
  } as never);
  assert.equal(doors.hasPlace(99), true);
  for (let time = 0; time < 1000; time++) {
    assert.equal(doors.hasPlace(100), false);
    doors.left(99);
    doors.hasPlace(99);
  }
  assert.deepEqual(said, ['full: only the staff is let in']);
  assert.equal(doors.isFull, true);
  doors.left(95);
  doors.left(94);
  assert.deepEqual([said.length, doors.isFull], [2, false]);
});
