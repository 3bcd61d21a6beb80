// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { ask, guest, newKey, startServer, temporaryFolder, type Failure } from '../server.fixture.js';

test('every refusal has a code, a message and a fitting status', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const json = { 'content-type': 'application/json' };
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    ask<Failure>(server.url, 'POST', path, { token, key: newKey(), body, headers });
  const cases: readonly (readonly [answer: { status: number; body: Failure }, status: number, code: string])[] = [
    [await ask<Failure>(server.url, 'GET', '/nothing'), 404, 'BAD_INPUT'],
    [await ask<Failure>(server.url, 'GET', '/rooms/nowhere'), 404, 'ROOM_NOT_FOUND'],
    [await ask<Failure>(server.url, 'GET', '/rooms/nowhere/products'), 404, 'ROOM_NOT_FOUND'],
    [await post('/cart/commands', '{'), 400, 'MALFORMED'],
    [await post('/cart/commands', ''), 400, 'BAD_INPUT'],
    [await post('/cart/commands', '[]'), 400, 'BAD_INPUT'],
    [await post('/cart/commands', '{"__proto__":{"a":1}}'), 400, 'MALFORMED'],
    [await post('/cart/commands', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'BAD_INPUT'],
    [await post('/cart/commands', JSON.stringify({ command: 'x'.repeat(17_000) })), 413, 'TOO_LARGE'],
  ];
  for (const [{ status, body }, expected, code] of cases) {
    assert.deepEqual([status, body.code, typeof body.message], [expected, code, 'string']);
  }
});

test('limits a viewer and says when to come back', async (t) => {
  const server = await startServer(t, { limits: { cart: { perSecond: 1, burst: 1 } } });
  const { token } = await guest(server);
  const set = () =>
    ask<Failure>(server.url, 'POST', '/cart/commands', {
      token,
      key: newKey(),
      body: { command: { kind: 'set', item: { variantId: 'cups-1' }, quantity: 1 } },
    });
  assert.equal((await set()).status, 200);
  const second = await set();
  assert.deepEqual([second.status, second.body.code, second.headers.get('retry-after')], [429, 'RATE_LIMITED', '1']);
});

/** A preflight; `fetch` does not let a test name an origin of its choice. */
function preflight(url: string, origin: string): Promise<Record<string, string | string[] | undefined>> {
  return new Promise((resolve, reject) => {
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,idempotency-key,content-type',
    };
    request(`${url}/cart/commands`, { method: 'OPTIONS', headers }, (response) => {
      response.resume();
      resolve(response.headers);
    })
      .on('error', reject)
      .end();
  });
}

test('lets in the pages it is told to, with the headers a shop needs', async (t) => {
  const open = await preflight((await startServer(t)).url, 'https://anything.example');
  assert.equal(open['access-control-allow-origin'], 'https://anything.example');
  assert.match(String(open['access-control-allow-headers']), /Idempotency-Key/);
  const { url } = await startServer(t, {
    origins: ['https://shop.example'],
    mode: 'production',
    dataDir: await temporaryFolder(t),
  });
  assert.equal((await preflight(url, 'https://shop.example'))['access-control-allow-origin'], 'https://shop.example');
  assert.equal((await preflight(url, 'https://evil.example'))['access-control-allow-origin'], undefined);
});

test('guards every answer with headers', async (t) => {
  const { headers } = await ask((await startServer(t)).url, 'GET', '/rooms/demo');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
});

test('a room tells what a first paint needs', async (t) => {
  const server = await startServer(t, { channelUrl: 'http://localhost:4175/' });
  const { body } = await ask<Record<string, unknown> & { stream: Record<string, unknown> }>(
    server.url,
    'GET',
    '/rooms/demo',
  );
  assert.deepEqual(body.stream['sources'], [
    { url: 'http://localhost:4175/live/landscape/master.m3u8', orientation: 'landscape' },
    { url: 'http://localhost:4175/live/portrait/master.m3u8', orientation: 'portrait' },
  ]);
  assert.deepEqual(
    [body['currency'], body['currencies'], body['viewers'], body['pinned']],
    ['EUR', ['EUR', 'JPY', 'KWD'], 0, null],
  );
});
