// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ViewerRole } from '@vitrine/core';
import { roomMigrations } from '../storage/room-migrations.js';
import { Database } from '../storage/database.js';
import { messagesBetween, RoomRecords } from './room-records.js';
import { ask, Client, newKey, startServer, temporaryFolder, type Failure } from '../server.fixture.js';

test('owner, host and moderator pin; nobody else does', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server);
  await viewer.first('snap');
  const pin = async (role: ViewerRole, room = 'demo') =>
    ask<Failure>(server.url, 'POST', '/rooms/demo/control', {
      token: await server.issueToken({ room, role }),
      key: newKey(),
      body: { op: 'pin', product: 'gaiwan' },
    });
  for (const role of ['owner', 'host', 'moderator'] as const) assert.equal((await pin(role)).status, 200, role);
  for (const role of ['assistant', 'viewer'] as const) {
    const { status, body } = await pin(role);
    assert.deepEqual([status, body.code], [403, 'FORBIDDEN'], role);
  }
  assert.deepEqual((await pin('host', 'other')).body.code, 'FORBIDDEN');
  await viewer.until(() => viewer.controls.filter(({ op }) => op === 'pin').length === 3);
  const batch = viewer.batches.findLast(({ c }) => c !== undefined);
  assert.equal(batch?.cn, 3);
  assert.deepEqual(
    viewer.controls.map(({ cn }) => cn),
    [1, 2, 3],
  );
});

test('a pin carries the moment the host names, and only a moment of this show', async (t) => {
  const server = await startServer(t, { demoStream: { encoderOffset: -2000 } });
  const viewer = await Client.join(server);
  await viewer.first('snap');
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const pin = async (at?: number) =>
    ask<{ cn: number; at: number } & Failure>(server.url, 'POST', '/rooms/demo/control', {
      token,
      key: newKey(),
      body: { op: 'pin', product: 'dancong', ...(at === undefined ? {} : { at }) },
    });
  const at = Date.now() - 9000;
  assert.equal((await pin(at)).body.at, at);
  assert.equal((await viewer.control('pin')).at, at);
  const before = Date.now();
  const unnamed = (await pin()).body.at;
  assert.ok(unnamed >= before - 2000 && unnamed <= Date.now() - 2000);
  for (const wrong of [0, Date.now() / 1000, Date.now() + 3_600_000]) {
    const { status, body } = await pin(wrong);
    assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', 'at']);
  }
});

test('tells what was pinned between two moments, to everybody', async (t) => {
  const server = await startServer(t);
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const now = Date.now();
  const control = async (body: object) =>
    assert.equal((await ask(server.url, 'POST', '/rooms/demo/control', { token, key: newKey(), body })).status, 200);
  await control({ op: 'pin', product: 'gaiwan', at: now - 3000 });
  await control({ op: 'unpin', at: now - 1000 });
  // Pinned after the fact, for a moment in between.
  await control({ op: 'pin', product: 'dancong', at: now - 2000.5 });
  await control({ op: 'chat', settings: { slowMode: 1000 } });
  const history = async (query: string) =>
    ask<{ items: { op: string; at: number; product?: string }[] } & Failure>(
      server.url,
      'GET',
      `/rooms/demo/history?${query}`,
    );
  const { status, body } = await history(`from=${now - 3000}&to=${now - 1000}&kinds=pin,unpin`);
  assert.equal(status, 200);
  assert.deepEqual(
    body.items.map(({ op, at, product }) => [op, at - now, product]),
    [
      ['pin', -3000, 'gaiwan'],
      ['pin', -2000.5, 'dancong'],
      ['unpin', -1000, undefined],
    ],
  );
  assert.equal((await history(`from=${now - 2999}&to=${now - 1001}&kinds=pin`)).body.items.length, 1);
  for (const [query, field] of [
    ['from=0&to=1', 'kinds'],
    ['from=0&to=1&kinds=chat', 'kinds'],
    ['from=-1&to=1&kinds=pin', 'from'],
    ['from=0&kinds=pin', 'to'],
    [`from=0&to=${'9'.repeat(40)}&kinds=pin`, 'to'],
  ] as const) {
    const refused = await history(query);
    assert.equal(refused.status, 400, query);
    assert.equal(refused.body.field?.split('.')[0], field, query);
  }
  assert.equal((await ask(server.url, 'GET', '/rooms/nowhere/history?from=0&to=1&kinds=pin')).status, 404);
});

test('tells what was said at which moment, and nothing that was retracted', async (t) => {
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { dataDir });
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const now = Date.now();
  const said = (i: string, author: string, at: number) => ({
    row: { i, u: { id: author, n: author }, x: i, t: Math.round(at), at },
    author,
    cid: undefined,
  });
  const database = new Database({
    file: join(dataDir, 'rooms.db'),
    migrations: roomMigrations,
    synchronous: 'normal',
  });
  t.after(() => database.close());
  const records = new RoomRecords(database);
  // (Stored in another order than that of their moments.)
  records.addMessages('demo', [
    said('last', 'jun', now - 1000),
    said('first', 'ida', now - 3000),
    said('gone', 'ida', now - 2500),
    said('rude', 'troll', now - 2200),
    said('middle', 'jun', now - 2000.5),
  ]);
  for (const target of [
    { by: 'message', id: 'gone' },
    { by: 'author', id: 'troll' },
  ]) {
    await ask(server.url, 'POST', '/rooms/demo/control', { token, key: newKey(), body: { op: 'retract', ...target } });
  }
  const history = async (query: string) =>
    ask<{ items: { op: string; at: number; m?: { i: string } }[] } & Failure>(
      server.url,
      'GET',
      `/rooms/demo/history?${query}`,
    );
  const ids = async (query: string) => (await history(query)).body.items.map(({ op, m }) => m?.i ?? op).join();
  const all = `from=${now - 3000}&to=${now - 1000}`;
  assert.equal(await ids(`${all}&kinds=message`), 'first,middle,last');
  assert.equal(await ids(`${all}&kinds=message&limit=2`), 'middle,last');
  assert.equal(await ids(`from=${now - 2999}&to=${now - 1001}&kinds=message`), 'middle');
  await ask(server.url, 'POST', '/rooms/demo/control', {
    token,
    key: newKey(),
    body: { op: 'pin', product: 'gaiwan', at: now - 1500 },
  });
  assert.equal(await ids(`${all}&kinds=pin,message`), 'first,middle,pin,last');
  assert.equal(await ids(`${all}&kinds=pin`), 'pin');
  const many = Array.from({ length: 501 }, (_, i) => said(`many-${i}`, 'jun', now - 5000 + i));
  records.addMessages('demo', many);
  const later = (await history(`from=${now - 5000}&to=${now - 4000}&kinds=message`)).body.items;
  assert.deepEqual([later.length, later[0]?.m?.i], [500, 'many-1']);
  for (const limit of ['0', '5001', '-1', 'all', '1.5']) {
    const refused = await history(`${all}&kinds=message&limit=${limit}`);
    assert.deepEqual([refused.status, refused.body.field], [400, 'limit'], limit);
  }
  const plan = database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${messagesBetween}`, 'demo', 0, now, 10);
  assert.match(plan.map(({ detail }) => detail).join(), /USING INDEX messages_by_moment/);
});

test('tells of the past only so often', async (t) => {
  const server = await startServer(t, { limits: { history: { perSecond: 0.001, burst: 2 } } });
  const read = async (): Promise<Failure & { status: number }> => {
    const { status, body } = await ask<Failure>(server.url, 'GET', '/rooms/demo/history?from=0&to=1&kinds=message');
    return { ...body, status };
  };
  assert.deepEqual([(await read()).status, (await read()).status], [200, 200]);
  const { status, code, retryAfter = 0 } = await read();
  assert.deepEqual([status, code, retryAfter > 0], [429, 'RATE_LIMITED', true]);
});

test('names the field that is wrong and what to do', async (t) => {
  const server = await startServer(t);
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const cases: readonly (readonly [body: unknown, field: string, key?: string | null])[] = [
    [{ op: 'pin', product: 'nothing' }, 'product'],
    [{ op: 'pin' }, 'product'],
    [{ op: 'explode' }, 'op'],
    [{ op: 'retract', by: 'message' }, 'id'],
    [{ op: 'chat', settings: { mode: 'loud' } }, 'settings.mode'],
    [{ op: 'chat', settings: { slowMode: 1.5 } }, 'settings.slowMode'],
    [{ op: 'unpin' }, 'Idempotency-Key', null],
    [{ op: 'unpin' }, 'Idempotency-Key', 'short'],
  ];
  for (const [body, field, key = newKey()] of cases) {
    const answer = await ask<Failure>(server.url, 'POST', '/rooms/demo/control', {
      token,
      body,
      ...(key === null ? {} : { key }),
    });
    assert.deepEqual([answer.status, answer.body.code, answer.body.field], [400, 'BAD_INPUT', field]);
    assert.ok(answer.body.mend);
  }
});

test('does a command once per key, and writes down who did it', async (t) => {
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { dataDir });
  const token = await server.issueToken({ room: 'demo', role: 'moderator', subject: 'sofia' });
  const key = newKey();
  const pin = async (product: string) =>
    ask<{ cn: number } & Failure>(server.url, 'POST', '/rooms/demo/control', {
      token,
      key,
      body: { op: 'pin', product },
    });
  const answers = await Promise.all([pin('gaiwan'), pin('gaiwan'), pin('gaiwan')]);
  assert.deepEqual(
    answers.map(({ body }) => body.cn),
    [1, 1, 1],
  );
  const other = await pin('cups');
  assert.deepEqual([other.status, other.body.field], [422, 'Idempotency-Key']);
  await server.close();
  const database = new DatabaseSync(join(dataDir, 'rooms.db'));
  const audit = database.prepare('SELECT room, actor, role, action FROM audit').all();
  assert.deepEqual(
    audit.map((row) => ({ ...row })),
    [{ room: 'demo', actor: 'sofia', role: 'moderator', action: '{"op":"pin","product":"gaiwan"}' }],
  );
  database.close();
});

test('the stream’s state changes live, for owner and host', async (t) => {
  const ownerToken = 'the-owner-of-this-fine-house';
  const server = await startServer(t, { ownerToken });
  const viewer = await Client.join(server);
  await viewer.first('snap');
  const host = await server.issueToken({ room: 'demo', role: 'host' });
  const moderator = await server.issueToken({ room: 'demo', role: 'moderator' });
  const patch = (token: string, body: unknown) =>
    ask<Failure>(server.url, 'PATCH', '/rooms/demo/stream', { token, body });
  assert.equal((await patch(host, { phase: 'paused' })).status, 200);
  assert.equal((await viewer.control('stream')).info.phase, 'paused');
  assert.equal((await viewer.control('stream')).info.title, 'First picking: Dancong');
  const endsAt = Date.now() + 300_000;
  assert.equal((await patch(ownerToken, { phase: 'live', title: 'Second picking', endsAt })).status, 200);
  await viewer.until(() =>
    viewer.controls.some(
      (item) => item.op === 'stream' && item.info.title === 'Second picking' && item.info.endsAt === endsAt,
    ),
  );
  assert.equal((await patch(host, { endsAt: 'soon' })).body.field, 'endsAt');
  assert.equal((await patch(moderator, { phase: 'ended' })).body.code, 'FORBIDDEN');
  assert.equal((await patch('wrong secret', { phase: 'ended' })).body.code, 'AUTH_REQUIRED');
  assert.equal((await patch('wrongsecret', { phase: 'ended' })).body.code, 'TOKEN_INVALID');
  assert.equal((await patch(host, { phase: 'over' })).body.field, 'phase');
  assert.equal((await patch(host, {})).body.code, 'BAD_INPUT');
  assert.equal(
    (await patch(host, { sources: [{ url: 'javascript:alert(1)', orientation: 'landscape' }] })).body.field,
    'sources.0.url',
  );
});

test('the owner makes rooms, with a shop or without', async (t) => {
  const server = await startServer(t, { seed: false });
  const token = server.ownerToken ?? '';
  assert.ok(token.length >= 24);
  const stream = { title: 'Spring', host: { name: 'Ana' } };
  const make = (body: unknown, by = token) => ask<Failure>(server.url, 'POST', '/rooms', { token: by, body });
  assert.equal((await make({ id: 'spring', stream })).status, 201);
  assert.deepEqual([(await make({ id: 'spring', stream })).status], [409]);
  assert.equal((await make({ id: 'Bad id', stream })).body.field, 'id');
  assert.equal((await make({ id: 'x', stream: {} })).body.field, 'stream.title');
  assert.equal(
    (await make({ id: 'x', stream }, await server.issueToken({ room: 'spring', role: 'owner' }))).body.code,
    'FORBIDDEN',
  );
  const product = {
    id: 'mug',
    kind: 'goods',
    title: 'Mug',
    variants: [{ id: 'mug-1', values: {}, stock: 3, prices: [{ amount: { minor: 900, currency: 'EUR' } }] }],
  };
  const withShop = await make({
    id: 'summer',
    stream,
    shop: { currency: 'EUR', currencies: ['JPY'], products: [product] },
  });
  assert.deepEqual([withShop.body.code, withShop.body.field], ['BAD_INPUT', 'shop']);
  assert.equal((await make({ id: 'summer', stream, shop: { currency: 'EUR', products: [product] } })).status, 201);
  const { body } = await ask<{ products: { id: string }[] }>(server.url, 'GET', '/rooms/summer/products');
  assert.deepEqual(
    body.products.map(({ id }) => id),
    ['mug'],
  );
  assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/demo')).body.code, 'ROOM_NOT_FOUND');
  assert.equal((await Client.join(server, { room: 'spring' })).of('ok').length, 1);
});
