// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { protocolVersion } from '@vitrine/core/wire';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, newKey, startServer, temporaryFolder } from '../server.fixture.js';
import { RawClient } from './raw-client.fixture.js';

test('passes what one says to another, and many messages of a tick in one frame', async (t) => {
  const server = await startServer(t);
  const priya = await Client.join(server, { as: { name: 'Priya' } });
  const jun = await Client.join(server, { as: { name: 'Jun', role: 'moderator' } });
  await jun.first('snap');
  priya.say('first');
  await jun.message('first');
  const before = jun.batches.length;
  for (let index = 0; index < 20; index++) jun.say(`line ${index}`);
  await priya.message('line 19');
  const carrying = priya.batches.filter(({ m }) => m?.some(({ x }) => x.startsWith('line')));
  assert.equal(carrying.length, 1);
  assert.equal(carrying[0]?.m?.length, 20);
  assert.ok(jun.batches.length - before <= 2);
  const row = await jun.message('first');
  assert.equal(row.u.n, 'Priya');
  assert.equal(row.u.r, undefined);
  assert.equal((await priya.message('line 0')).u.r, 'moderator');
  assert.equal(row.at, row.t);
});

test('acknowledges a message under the id its row has, and carries the sender’s own id in the row', async (t) => {
  const server = await startServer(t);
  const client = await Client.join(server, { as: { name: 'Priya' } });
  const cid = client.say('hello');
  const ack = await client.first('a');
  const row = await client.message('hello');
  assert.equal(ack.cid, cid);
  assert.equal(row.cid, cid);
  assert.equal(row.i, ack.i);
});

test('answers a resend with the same id and no second row, also after a restart and while the first waits', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await startServer(t, { dataDir });
  const as = { subject: 'priya', name: 'Priya' };
  const client = await Client.join(first, { as });
  client.say('once', 'cid-1');
  client.say('once', 'cid-1');
  await client.until(() => client.of('a').length === 2);
  client.say('once', 'cid-1');
  await client.until(() => client.of('a').length === 3);
  client.say('another');
  await client.message('another');
  const ids = new Set(
    client
      .of('a')
      .filter(({ cid }) => cid === 'cid-1')
      .map(({ i }) => i),
  );
  assert.equal(ids.size, 1);
  assert.equal(client.messages.filter(({ x }) => x === 'once').length, 1);
  const [id] = ids;
  await first.close();

  const second = await startServer(t, { dataDir });
  const again = await Client.join(second, { as });
  again.say('once', 'cid-1');
  assert.equal((await again.first('a')).i, id);
  const { m } = await again.first('snap');
  assert.equal(m.filter(({ x }) => x === 'once').length, 1);
});

test('resumes without a gap or a repeat', async (t) => {
  const server = await startServer(t);
  const speaker = await Client.join(server, { as: { name: 'Priya' } });
  const listener = await Client.join(server);
  speaker.say('one');
  await listener.message('one');
  const { ep } = await listener.first('ok');
  const seen = listener.batches.at(-1)!.n;
  await listener.leave();
  for (const text of ['two', 'three']) {
    speaker.say(text);
    await speaker.message(text);
  }
  const back = await Client.join(server, { resume: `${ep}.${seen}` });
  speaker.say('four');
  await back.message('four');
  assert.equal((await back.first('ok')).resumed, true);
  assert.equal(back.of('snap').length, 0);
  assert.deepEqual(
    back.messages.map(({ x }) => x),
    ['two', 'three', 'four'],
  );
  const numbers = back.batches.map(({ n }) => n);
  assert.deepEqual(
    numbers,
    numbers.map((_n, index) => seen + 1 + index),
  );
});

test('gives a snapshot to one who was in another run of the server', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await startServer(t, { dataDir });
  const client = await Client.join(first, { as: { name: 'Priya' } });
  client.say('before');
  await client.message('before');
  const { ep } = await client.first('ok');
  const host = await first.issueToken({ room: 'demo', role: 'host' });
  await ask(first.url, 'POST', '/rooms/demo/control', {
    token: host,
    key: newKey(),
    body: { op: 'pin', product: 'gaiwan' },
  });
  const pin = await client.control('pin');
  await first.close();
  assert.equal((await client.ended()).code, 1012);

  const second = await startServer(t, { dataDir });
  const back = await Client.join(second, { resume: `${ep}.${client.batches.at(-1)!.n}` });
  const welcome = await back.first('ok');
  assert.equal(welcome.resumed, false);
  assert.notEqual(welcome.ep, ep);
  const snapshot = await back.first('snap');
  assert.deepEqual(
    snapshot.m.map(({ x }) => x),
    ['before'],
  );
  assert.deepEqual(snapshot.c, [pin]);
  assert.equal(snapshot.cn, pin.cn);
  assert.deepEqual(snapshot.pinned, { product: null, at: 0 });
});

test('repairs a gap from the ring, and with a snapshot where the ring has it no more', async (t) => {
  const server = await startServer(t);
  const client = await Client.join(server, { as: { name: 'Priya' } });
  for (const text of ['one', 'two', 'three']) {
    client.say(text);
    await client.message(text);
  }
  const [one, two] = ['one', 'two'].map((text) => client.batches.find(({ m }) => m?.some(({ x }) => x === text))!);
  const before = client.batches.length;
  client.send({ k: 'need', from: one!.n, to: two!.n });
  await client.until(() => client.batches.length >= before + 2);
  assert.deepEqual(
    client.batches.slice(before, before + 2),
    client.batches.filter(({ n }) => n >= one!.n && n <= two!.n).slice(0, 2),
  );
  client.send({ k: 'need', from: 0, to: two!.n });
  assert.deepEqual(await client.first('gap'), { k: 'gap', from: 0, to: two!.n });
  await client.until(() => client.of('snap').length === 2);
});

test('answers a ping with its clock and the client’s own', async (t) => {
  const server = await startServer(t);
  const client = await Client.join(server);
  const asked = Date.now();
  client.send({ k: 'p', t0: 42.5 });
  const pong = await client.first('p');
  assert.equal(pong.t0, 42.5);
  assert.ok(pong.now >= asked && pong.now <= Date.now());
});

test('ends the socket of one who went away without a word, and no other', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const there = await Client.join(server);
  const gone = await RawClient.join(server, 'demo');
  const pinged = once(there.socket, 'ping');
  clock.move(30_000);
  await pinged;
  there.send({ k: 'p', t0: 1 });
  await there.first('p');
  assert.equal(gone.isEnded, false);
  clock.move(30_000);
  await gone.until(() => gone.isEnded, 'the end');
  assert.equal(there.closed, null);
});

test('counts people and not their tabs, and tells the count when it changes', async (t) => {
  const server = await startServer(t);
  const first = await Client.join(server, { as: { subject: 'priya' } });
  const second = await Client.join(server, { as: { subject: 'priya' } });
  const third = await Client.join(server, { as: { subject: 'jun' } });
  assert.equal((await third.first('snap')).viewers <= 2, true);
  await first.until(() => first.batches.some(({ viewers }) => viewers === 2));
  await second.leave();
  await third.leave();
  await first.until(() => first.batches.at(-1)?.viewers === 1);
});

test('adds up hearts, no more than twenty a second of one person', async (t) => {
  const server = await startServer(t);
  const eager = await Client.join(server, { as: { name: 'Priya' } });
  const other = await Client.join(server, { as: { name: 'Jun' } });
  eager.send({ k: 'l', count: 500 });
  other.send({ k: 'l', count: 3 });
  eager.send({ k: 'l', count: -9 });
  await other.until(() => (other.batches.findLast(({ likes }) => likes !== undefined)?.likes ?? 0) >= 23);
  assert.equal(other.batches.findLast(({ likes }) => likes !== undefined)?.likes, 23);
});

test('lets one watch without a token, but not write', async (t) => {
  const server = await startServer(t);
  const client = await Client.join(server, { token: null });
  assert.equal((await client.first('ok')).viewer.guest, true);
  const cid = client.say('hello');
  assert.deepEqual(await client.first('e'), { k: 'e', cid, code: 'AUTH_REQUIRED' });
});

test('takes frames that come before the welcome in their turn', async (t) => {
  const server = await startServer(t);
  const client = await Client.open(server);
  client.send({
    k: 'hi',
    v: protocolVersion,
    room: 'demo',
    token: await server.issueToken({ room: 'demo', name: 'Priya' }),
  });
  client.say('at once');
  await client.message('at once');
});

test('takes upgrades on /ws with the subprotocol, from allowed origins, alone', async (t) => {
  const server = await startServer(t, { origins: ['https://shop.example'] });
  const refused = async (path: string, protocol: string | undefined, headers = {}): Promise<number | undefined> => {
    const socket = new WebSocket(server.socketUrl.replace('/ws', path), protocol === undefined ? [] : [protocol], {
      headers,
    });
    const [, response] = (await once(socket, 'unexpected-response')) as [
      unknown,
      { statusCode?: number; resume(): void },
    ];
    response.resume();
    return response.statusCode;
  };
  assert.equal(await refused('/other', 'vitrine.1'), 404);
  assert.equal(await refused('/ws', undefined), 400);
  assert.equal(await refused('/ws', 'vitrine.2'), 400);
  assert.equal(await refused('/ws', 'vitrine.1', { origin: 'https://evil.example' }), 403);
  const allowed = new WebSocket(server.socketUrl, ['vitrine.1'], { headers: { origin: 'https://shop.example' } });
  await once(allowed, 'open');
  assert.equal(allowed.protocol, 'vitrine.1');
  allowed.close();
  await once(allowed, 'close');
});
