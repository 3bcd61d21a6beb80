// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJwt } from 'jose';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, guest, newKey, startServer, temporaryFolder, type Failure } from '../server.fixture.js';

type Papers = { token: string; viewer: { id: string; name?: string; role: string; isGuest: boolean } } & Failure;

test('a guest gets a token for one room', async (t) => {
  const server = await startServer(t);
  const { token, viewer } = await guest(server);
  assert.deepEqual({ ...viewer, id: '' }, { id: '', role: 'viewer', isGuest: true });
  const claims = decodeJwt(token);
  assert.deepEqual([claims.sub, claims['room'], claims['role']], [viewer.id, 'demo', 'viewer']);
  const nowhere = await ask<Failure>(server.url, 'POST', '/guest', { body: { room: 'nowhere' } });
  assert.deepEqual([nowhere.status, nowhere.body.code], [404, 'ROOM_NOT_FOUND']);
});

test('guests from one address are limited, and told when to come back', async (t) => {
  const server = await startServer(t, { limits: { guests: { perSecond: 0.5, burst: 2 } } });
  const come = () => ask<Failure>(server.url, 'POST', '/guest', { body: { room: 'demo' } });
  assert.deepEqual([(await come()).status, (await come()).status], [200, 200]);
  const third = await come();
  assert.deepEqual([third.status, third.body.code], [429, 'RATE_LIMITED']);
  assert.ok((third.body.retryAfter ?? 0) > 1000 && (third.body.retryAfter ?? 0) <= 2000);
  assert.equal(third.headers.get('retry-after'), '2');
});

test('development hands out viewers’ tokens, never the staff’s; production none', async (t) => {
  const server = await startServer(t);
  const dev = (body: unknown, headers = {}) => ask<Papers>(server.url, 'POST', '/dev/token', { body, headers });
  assert.deepEqual((await dev({ room: 'demo', name: 'Priya' })).body.viewer.isGuest, false);
  assert.equal((await dev({ room: 'demo' })).body.viewer.isGuest, true);
  for (const role of ['owner', 'host', 'moderator', 'assistant']) {
    const { status, body } = await dev({ room: 'demo', role });
    assert.deepEqual([status, body.code], [403, 'FORBIDDEN'], role);
  }
  assert.equal((await dev({ room: 'demo', role: 'emperor' })).body.field, 'role');
  assert.equal((await dev({ room: 'demo' }, { 'x-forwarded-for': '203.0.113.9' })).body.code, 'FORBIDDEN');
  const production = await startServer(t, { mode: 'production', dataDir: await temporaryFolder(t) });
  assert.equal((await ask(production.url, 'POST', '/dev/token', { body: { room: 'demo' } })).status, 404);
});

test('only a token says that somebody is verified: under the name it says, and never of a guest', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const host = await Client.join(server, { as: { name: 'Lin Yue', role: 'host' } });
  const tokenOf = (more: object): Promise<string> =>
    server.issueToken({ room: 'demo', name: 'Kiln & Co.', isVerified: true, ...more });
  const marked = async (token: string, text: string): Promise<unknown> => {
    const speaker = await Client.join(server, { token });
    speaker.say(text);
    speaker.send({ k: 'p', t0: 1 });
    await speaker.first('p');
    clock.move(100);
    return (await host.message(text)).u.v;
  };
  const token = await tokenOf({});
  assert.equal(await marked(token, 'thrown by hand'), true);
  assert.equal(await marked(await tokenOf({ isVerified: false }), 'by hand'), undefined);
  assert.equal(await marked(await tokenOf({ isGuest: true }), 'by somebody'), undefined);
  assert.equal(await marked(await tokenOf({ name: '✔️' }), 'by nobody'), undefined);
  const body = { name: 'Kiln & Sons' };
  const renamed = await ask<Papers>(server.url, 'POST', '/identity/rename', { token, body });
  assert.equal(await marked(renamed.body.token, 'by another'), undefined);
});

test('a host link works once, within the hour, for its room', async (t) => {
  const clock = new ManualClock();
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { clock, dataDir, limits: { hostCodes: { perSecond: 1, burst: 100 } } });
  const exchange = (code: string) =>
    ask<{ token: string; room: string } & Failure>(server.url, 'POST', '/host/exchange', { body: { code } });
  const link = server.hostLink('demo');
  assert.equal(new URL(link.url).hash, `#code=${link.code}`);
  const first = await exchange(link.code);
  assert.equal(first.body.room, 'demo');
  const pin = await ask(server.url, 'POST', '/rooms/demo/control', {
    token: first.body.token,
    key: newKey(),
    body: { op: 'pin', product: 'cups' },
  });
  assert.equal(pin.status, 200);
  assert.deepEqual([(await exchange(link.code)).status, (await exchange(link.code)).body.code], [401, 'TOKEN_INVALID']);
  assert.equal((await exchange('guess')).body.code, 'TOKEN_INVALID');
  const late = server.hostLink('demo');
  clock.move(3_600_000);
  assert.equal((await exchange(late.code)).body.code, 'TOKEN_EXPIRED');
  assert.throws(() => server.hostLink('nowhere'), { code: 'ROOM_NOT_FOUND' });
});

test('the owner asks for a host link over HTTP', async (t) => {
  const server = await startServer(t);
  const link = await ask<{ code: string }>(server.url, 'POST', '/rooms/demo/host-link', {
    token: server.ownerToken ?? '',
  });
  assert.equal((await ask(server.url, 'POST', '/host/exchange', { body: { code: link.body.code } })).status, 200);
  const viewer = await server.issueToken({ room: 'demo' });
  assert.equal(
    (await ask<Failure>(server.url, 'POST', '/rooms/demo/host-link', { token: viewer })).body.code,
    'FORBIDDEN',
  );
});

test('names of host, brand and offices are kept', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const rename = (name: string) => ask<Papers>(server.url, 'POST', '/identity/rename', { token, body: { name } });
  for (const name of ['Lin Yue', 'L1N YUE', 'Lіn Yuе', 'Lingnan Tea House official', 'moderator']) {
    const { status, body } = await rename(name);
    assert.deepEqual([status, body.code], [409, 'NAME_RESERVED'], name);
  }
  for (const name of ['', '  ', 'x'.repeat(33), '\u202e']) assert.equal((await rename(name)).body.code, 'BAD_INPUT');
  assert.equal((await rename('สมชาย')).body.viewer.name, 'สมชาย');
});

test('a token that is missing, forged, expired or of another room is refused by its own code', async (t) => {
  const server = await startServer(t);
  const cart = (token?: string) => ask<Failure>(server.url, 'GET', '/cart', token === undefined ? {} : { token });
  assert.deepEqual([(await cart()).status, (await cart()).body.code], [401, 'AUTH_REQUIRED']);
  assert.equal((await cart('a.b.c')).body.code, 'TOKEN_INVALID');
  assert.equal((await cart(await server.issueToken({ room: 'demo', lifetime: -60_000 }))).body.code, 'TOKEN_EXPIRED');
  assert.equal((await cart(await server.issueToken({ room: 'nowhere' }))).body.code, 'ROOM_NOT_FOUND');
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x","room":"demo","role":"owner","exp":9999999999}').toString('base64url')}.`;
  assert.equal((await cart(none)).body.code, 'TOKEN_INVALID');
});

test('secrets and tokens outlive a restart; the owner’s secret is told once', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await startServer(t, { dataDir });
  const { token } = await guest(first);
  assert.ok(first.ownerToken);
  await first.close();
  const second = await startServer(t, { dataDir });
  assert.equal(second.ownerToken, undefined);
  assert.equal((await ask(second.url, 'GET', '/cart', { token })).status, 200);
  assert.equal((await ask(second.url, 'POST', '/rooms/demo/host-link', { token: first.ownerToken ?? '' })).status, 200);
});
