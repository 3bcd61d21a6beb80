// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SignJWT } from 'jose';
import { ManualClock } from '../clock.fixture.js';
import { Client, startServer } from '../server.fixture.js';

const hi = (more: Record<string, unknown>): string =>
  JSON.stringify({ k: 'hi', v: 1, room: 'demo', token: null, ...more });

test('ends a connection that says something it cannot read, and says why', async (t) => {
  const server = await startServer(t);
  const afterHello: readonly (readonly [sent: string | Buffer, code: string, close: number])[] = [
    ['no json', 'MALFORMED', 1003],
    ['[]', 'MALFORMED', 1003],
    ['null', 'MALFORMED', 1003],
    ['"text"', 'MALFORMED', 1003],
    ['{}', 'UNKNOWN_TYPE', 1003],
    ['{"k":"zap"}', 'UNKNOWN_TYPE', 1003],
    ['{"k":"constructor"}', 'UNKNOWN_TYPE', 1003],
    ['{"k":7}', 'UNKNOWN_TYPE', 1003],
    ['{"k":"m","cid":"1"}', 'MALFORMED', 1003],
    ['{"k":"m","cid":1,"text":"x"}', 'MALFORMED', 1003],
    ['{"k":"l","count":"many"}', 'MALFORMED', 1003],
    ['{"k":"need","from":1}', 'MALFORMED', 1003],
    ['{"k":"p"}', 'MALFORMED', 1003],
    [hi({}), 'MALFORMED', 1003],
    [Buffer.from([1, 2, 3]), 'UNKNOWN_TYPE', 1003],
    [JSON.stringify({ k: 'm', cid: '1', text: 'x'.repeat(10_000) }), 'TOO_LARGE', 1009],
  ];
  for (const [sent, code, close] of afterHello) {
    const client = await Client.join(server);
    client.socket.send(sent);
    const ended = await client.ended();
    assert.equal(client.of('e')[0]?.code, code, String(sent).slice(0, 60));
    assert.equal(ended.code, close, String(sent).slice(0, 60));
  }
});

test('ends a connection that sends far too much, without reading it', async (t) => {
  const server = await startServer(t);
  const client = await Client.join(server);
  client.socket.send('x'.repeat(100_000));
  assert.equal((await client.ended()).code, 1009);
});

test('ends a connection whose hello it cannot accept, each with its own code', async (t) => {
  const server = await startServer(t);
  const sign = (secret: string): Promise<string> =>
    new SignJWT({ role: 'viewer', room: 'demo' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('x')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret));
  const cases: readonly (readonly [sent: string, code: string, close: number])[] = [
    [hi({ room: 'nowhere' }), 'ROOM_NOT_FOUND', 4404],
    [hi({ token: 'nonsense' }), 'TOKEN_INVALID', 4401],
    [hi({ token: await sign('x'.repeat(32)) }), 'TOKEN_INVALID', 4401],
    [hi({ token: await server.issueToken({ room: 'demo', lifetime: -60_000 }) }), 'TOKEN_EXPIRED', 4401],
    [hi({ token: await server.issueToken({ room: 'other' }) }), 'FORBIDDEN', 4403],
    [hi({ v: 2 }), 'VERSION_MISMATCH', 4406],
    ['{"k":"p","t0":1}', 'MALFORMED', 1003],
    ['{"k":"m","cid":"1","text":"x"}', 'MALFORMED', 1003],
    [hi({ token: 5 }), 'MALFORMED', 1003],
  ];
  for (const [sent, code, close] of cases) {
    const client = await Client.open(server);
    client.socket.send(sent);
    const ended = await client.ended();
    assert.equal(client.of('e')[0]?.code, code, sent);
    assert.equal(ended.code, close, sent);
  }
});

test('reads a token that the shop signed itself with the shared secret', async (t) => {
  const tokenSecret = 'a secret that shop and server share!';
  const server = await startServer(t, { tokenSecret });
  const token = await new SignJWT({ role: 'moderator', room: 'demo', name: 'Sofia' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('customer-7')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(tokenSecret));
  const client = await Client.join(server, { token });
  const { viewer } = await client.first('ok');
  assert.deepEqual(viewer, { id: 'customer-7', name: 'Sofia', role: 'moderator', guest: false });
});

test('ends a connection that does not say hi within five seconds', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const client = await Client.open(server);
  clock.move(4999);
  assert.equal(client.closed, null);
  clock.move(1);
  assert.equal((await client.ended()).code, 4408);
  assert.equal(client.of('e')[0]?.code, 'TIMEOUT');
});

test('ends a connection whose token expires while it is open, when it next speaks', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const client = await Client.join(server, { as: { name: 'Priya', lifetime: 20_000 } });
  clock.move(20_001);
  client.say('too late');
  assert.equal((await client.ended()).code, 4401);
  assert.equal(client.of('e')[0]?.code, 'TOKEN_EXPIRED');
});

test('ends a connection that floods it', async (t) => {
  const server = await startServer(t);
  const client = await Client.join(server);
  for (let index = 0; index < 200; index++) client.send({ k: 'p', t0: index });
  assert.equal((await client.ended()).code, 4429);
  assert.ok((client.of('e')[0]?.retryAt ?? 0) > 0);
});
