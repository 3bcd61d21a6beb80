// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ViewerRole } from '@vitrine/core';
import type { WireHistory, WireStickers } from '@vitrine/core/wire';
import { hostile } from '../../../core/src/testing/hostile.fixture.js';
import { ask, Client, newKey, startServer, temporaryFolder, type Answer, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';

const heart = { id: 'heart', url: 'https://shop.example/heart.svg', label: 'Love it' };
const star = { id: 'star', url: 'https://shop.example/star.svg', label: 'Bravo' };

const put = async (
  server: VitrineServer,
  stickers: unknown,
  role: ViewerRole = 'moderator',
): Promise<Answer<WireStickers & Failure>> =>
  ask(server.url, 'PUT', '/rooms/demo/stickers', {
    token: await server.issueToken({ room: 'demo', role }),
    body: { stickers },
  });
const told = ({ url }: VitrineServer): Promise<Answer<WireStickers>> => ask(url, 'GET', '/rooms/demo/stickers');

/** Sends a sticker. @returns its client id */
function send(client: Client, sticker: string, more: { text?: string; cid?: string; replyTo?: string } = {}): string {
  const { cid = newKey(), ...rest } = more;
  client.send({ k: 'm', cid, text: '', sticker, ...rest });
  return cid;
}
const refused = (client: Client, cid: string) =>
  client.until(() => client.of('e').find((frame) => frame.cid === cid), 'a refusal');
const stored = (client: Client, cid: string) =>
  client.until(() => client.of('a').find((frame) => frame.cid === cid), 'an acknowledgement');

test('stickers are set by the staff, read by all, and may be kept for a minute', async (t) => {
  const server = await startServer(t);
  assert.deepEqual((await told(server)).body, { stickers: [] });
  assert.equal((await ask(server.url, 'GET', '/rooms/demo')).body['stickers'], undefined);
  for (const role of ['viewer', 'assistant'] as const)
    assert.equal((await put(server, [heart], role)).body.code, 'FORBIDDEN', role);
  assert.deepEqual((await put(server, [heart, star])).body, { stickers: [heart, star] });
  const { body, headers } = await told(server);
  assert.deepEqual([body.stickers, headers.get('cache-control')], [[heart, star], 'public, max-age=60']);
  assert.equal((await ask(server.url, 'GET', '/rooms/demo')).body['stickers'], true);
  assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/none/stickers')).body.code, 'ROOM_NOT_FOUND');
});

test('a list that is none is refused, and says where', async (t) => {
  const server = await startServer(t);
  const cases: readonly (readonly [list: unknown, field: string])[] = [
    ['heart', 'stickers'],
    [[{ ...heart, id: '' }], 'stickers.0.id'],
    [[heart, { ...star, id: 'x'.repeat(129) }], 'stickers.1.id'],
    [[heart, { ...star, id: 'heart' }], 'stickers'],
    [[{ ...heart, label: ' \u200b ' }], 'stickers.0.label'],
    [[{ ...heart, label: 'x'.repeat(81) }], 'stickers.0.label'],
    [[{ id: 'heart', url: heart.url }], 'stickers.0.label'],
    [[{ ...heart, url: '/heart.svg' }], 'stickers.0.url'],
    [[{ ...heart, url: 'https://me:secret@shop.example/heart.svg' }], 'stickers.0.url'],
    [[{ ...heart, url: `https://shop.example/${'x'.repeat(2048)}` }], 'stickers.0.url'],
    [[{ ...heart, url: 'data:image/svg+xml,<svg/>' }], 'stickers.0.url'],
    [Array.from({ length: 101 }, (_, index) => ({ ...heart, id: `${index}` })), 'stickers'],
  ];
  for (const [list, field] of cases) {
    const { status, body } = await put(server, list);
    assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', field]);
  }
  for (const url of hostile.filter((text) => !/^https?:\/\/[^\s\\]+$/i.test(text)))
    assert.equal((await put(server, [{ ...heart, url }])).body.code, 'BAD_INPUT', url);
  assert.deepEqual((await told(server)).body.stickers, []);
  const { label } = (await put(server, [{ ...heart, label: 'so\u202e  good' }])).body.stickers[0] ?? {};
  assert.equal(label, 'so good');
});

test('a sticker is said by its id, with its picture and label from the list, once, and told to who comes later', async (t) => {
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { dataDir });
  await put(server, [heart]);
  const viewer = await Client.join(server, { as: { name: 'Hana', subject: 'hana' } });
  const other = await Client.join(server);
  viewer.say('which one?');
  const { i: asked } = await viewer.message('which one?');
  const cid = send(viewer, 'heart', { replyTo: asked });
  const row = await other.message('Love it');
  assert.deepEqual([row.st, row.cid, row.re?.i], [{ i: 'heart', u: heart.url }, cid, asked]);
  const { i } = await stored(viewer, cid);
  send(viewer, 'heart', { cid });
  await viewer.until(() => viewer.of('a').filter((frame) => frame.cid === cid && frame.i === i).length === 2);
  const late = await Client.join(server);
  assert.deepEqual((await late.first('snap')).m.at(-1)?.st, row.st);
  const { body } = await ask<WireHistory>(
    server.url,
    'GET',
    `/rooms/demo/history?from=${row.at}&to=${row.at}&kinds=message`,
  );
  assert.deepEqual(
    body.items.map((item) => item.op === 'message' && item.m),
    [row],
  );
  await server.close();
  const again = await startServer(t, { dataDir });
  assert.deepEqual((await told(again)).body.stickers, [heart]);
  const back = await Client.join(again);
  assert.deepEqual((await back.first('snap')).m.filter(({ x }) => x === 'Love it').length, 1);
});

test('a sticker that there is not, or is no more, is refused and named; so are words beside one', async (t) => {
  const server = await startServer(t);
  await put(server, [heart]);
  const viewer = await Client.join(server, { as: { name: 'Hana' } });
  for (const id of ['star', '', 'constructor', '__proto__']) {
    const { code, field } = await refused(viewer, send(viewer, id));
    assert.deepEqual([code, field], ['MESSAGE_REFUSED', 'sticker'], id);
  }
  const beside = await refused(viewer, send(viewer, 'heart', { text: 'hello' }));
  assert.deepEqual([beside.code, beside.field], ['BAD_INPUT', 'text']);
  assert.equal(await viewer.outcome(''), 'MESSAGE_EMPTY');
  await put(server, [star]);
  assert.equal((await refused(viewer, send(viewer, 'heart'))).code, 'MESSAGE_REFUSED');
  await stored(viewer, send(viewer, 'star'));
  viewer.socket.send('{"k":"m","cid":"c","text":"","sticker":7}');
  assert.equal((await viewer.ended()).code, 1003);
});

test('a sticker counts as a message does: for who may write, how fast, and what is repeated', async (t) => {
  const server = await startServer(t, { limits: { chat: { perSecond: 1, burst: 2 } } });
  await put(server, [heart, star, { ...heart, id: 'third', label: 'Third' }]);
  const visitor = await Client.join(server);
  assert.equal((await refused(visitor, send(visitor, 'heart'))).code, 'AUTH_REQUIRED');
  const viewer = await Client.join(server, { as: { name: 'Hana', subject: 'hana' } });
  await stored(viewer, send(viewer, 'heart'));
  assert.equal((await refused(viewer, send(viewer, 'heart'))).code, 'MESSAGE_REFUSED');
  await stored(viewer, send(viewer, 'star'));
  assert.equal((await refused(viewer, send(viewer, 'third'))).code, 'RATE_LIMITED');
  const token = await server.issueToken({ room: 'demo', role: 'host', name: 'Lin', subject: 'lin' });
  const control = (settings: object) =>
    ask(server.url, 'POST', '/rooms/demo/control', { token, key: newKey(), body: { op: 'chat', settings } });
  await control({ slowMode: 60_000, maximumLength: 3 });
  const jun = await Client.join(server, { as: { name: 'Jun' } });
  await stored(jun, send(jun, 'heart'));
  assert.equal((await refused(jun, send(jun, 'star'))).code, 'SLOW_MODE');
  await control({ mode: 'read-only' });
  assert.equal((await refused(jun, send(jun, 'star'))).code, 'CHAT_READ_ONLY');
  const path = '/rooms/demo/people/hana';
  const mute = await ask(server.url, 'PUT', path, { token, body: { restriction: 'muted' } });
  assert.equal(mute.status, 200);
  assert.equal((await refused(viewer, send(viewer, 'star'))).code, 'MUTED');
});

test('a held sticker waits with its picture, and is said with it', async (t) => {
  const server = await startServer(t);
  await put(server, [heart]);
  const token = await server.issueToken({ room: 'demo', role: 'moderator' });
  const policy = { words: ['bravo'], links: 'all', hold: 'all' };
  await ask(server.url, 'PUT', '/rooms/demo/policy', { token, body: policy });
  const viewer = await Client.join(server, { as: { name: 'Hana' } });
  const { i } = await stored(viewer, send(viewer, 'heart'));
  const { body } = await ask<{ messages: { i: string; x: string; st?: object }[] }>(
    server.url,
    'GET',
    '/rooms/demo/held',
    { token },
  );
  assert.deepEqual(
    body.messages.map((one) => [one.i, one.x, one.st]),
    [[i, 'Love it', { i: 'heart', u: heart.url }]],
  );
  await ask(server.url, 'POST', `/rooms/demo/held/${i}`, { token, body: { decision: 'allow' } });
  const row = await viewer.message('Love it');
  assert.deepEqual([row.i, row.st], [i, { i: 'heart', u: heart.url }]);
  await put(server, [star]);
  assert.equal((await refused(viewer, send(viewer, 'star'))).code, 'MESSAGE_REFUSED');
});

test('a room is made with its stickers, or, where one is none, not at all', async (t) => {
  const server = await startServer(t, { ownerToken: 'the-owner-of-the-stickers' });
  const make = (id: string, stickers: unknown): Promise<Answer<Failure>> => {
    const stream = { title: 'Tea', host: { name: 'Lin' } };
    return ask(server.url, 'POST', '/rooms', { token: 'the-owner-of-the-stickers', body: { id, stream, stickers } });
  };
  assert.equal((await make('tea', [heart])).status, 201);
  assert.deepEqual((await ask(server.url, 'GET', '/rooms/tea/stickers')).body, { stickers: [heart] });
  const { body } = await make('cups', [{ ...heart, label: '' }]);
  assert.deepEqual([body.code, body.field], ['BAD_INPUT', 'stickers.0.label']);
  assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/cups')).body.code, 'ROOM_NOT_FOUND');
});
