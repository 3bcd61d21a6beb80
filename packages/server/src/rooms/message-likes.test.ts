// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { WireHistory, WireLikes, WireOwnLikes } from '@vitrine/core/wire';
import { forgetting } from '../gateway/message-likes.js';
import type { ServerOptions } from '../options.js';
import { ask, Client, guest, newKey, startServer, temporaryFolder, type Failure } from '../server.fixture.js';
import type { TokenRequest, VitrineServer } from '../server.js';
import { Database } from '../storage/database.js';
import { roomMigrations } from '../storage/room-migrations.js';

const tokenOf = (server: VitrineServer, subject: string, more: Partial<TokenRequest> = {}): Promise<string> =>
  server.issueToken({ room: 'demo', subject, name: subject, ...more });

const like = async (server: { readonly url: string }, token: string, message: string, method = 'PUT') =>
  ask<{ isLiked?: boolean } & Failure>(server.url, method, `/rooms/demo/messages/${message}/like`, { token });

const liked = async (server: { readonly url: string }, token: string): Promise<readonly string[]> =>
  (await ask<WireOwnLikes>(server.url, 'GET', '/rooms/demo/me/likes', { token })).body.messages;

/** What somebody who comes now is told. */
async function snapshotOf(server: VitrineServer): Promise<WireLikes> {
  const client = await Client.join(server);
  const { ml = {} } = await client.first('snap');
  await client.leave();
  return ml;
}

/** How many like a message, as a socket was told last. */
const counted = (client: Client, message: string, count: number): Promise<unknown> =>
  client.until(() => client.batches.findLast(({ ml }) => ml?.[message] !== undefined)?.ml?.[message] === count);

async function stage(t: TestContext, options: ServerOptions = {}) {
  const server = await startServer(t, options);
  const priya = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  const say = async (text: string): Promise<string> => {
    priya.say(text);
    return (await priya.message(text)).i;
  };
  return { server, priya, say };
}

test('counts each person once, tells everybody, and takes it back', async (t) => {
  const { server, priya, say } = await stage(t);
  const id = await say('the rim is cool');
  const jun = await tokenOf(server, 'jun');
  const { token: sofia } = await guest(server);
  for (const token of [jun, jun, sofia]) {
    const { status, body } = await like(server, token, id);
    assert.deepEqual([status, body], [200, { isLiked: true }]);
  }
  await counted(priya, id, 2);
  assert.deepEqual(await snapshotOf(server), { [id]: 2 });
  for (let turn = 0; turn < 2; turn++)
    assert.deepEqual((await like(server, jun, id, 'DELETE')).body, { isLiked: false });
  await counted(priya, id, 1);
  await like(server, sofia, id, 'DELETE');
  await counted(priya, id, 0);
  assert.deepEqual(await snapshotOf(server), {});
});

test('tells each what they like, the newest first, and nobody else', async (t) => {
  const { server, say } = await stage(t);
  const [first, second] = [await say('the rim is cool'), await say('and the handle')];
  const jun = await tokenOf(server, 'jun');
  await like(server, jun, first);
  await like(server, jun, second);
  assert.deepEqual([...(await liked(server, jun))].sort(), [first, second].sort());
  await like(server, jun, first, 'DELETE');
  assert.deepEqual(await liked(server, jun), [second]);
  assert.deepEqual(await liked(server, await tokenOf(server, 'sofia')), []);
  assert.equal((await ask(server.url, 'GET', '/rooms/demo/me/likes')).status, 401);
});

test('refuses what is no message of somebody else, and whose token is for another room', async (t) => {
  const { server, say } = await stage(t);
  const id = await say('the rim is cool');
  const jun = await tokenOf(server, 'jun');
  for (const [token, message] of [
    [await tokenOf(server, 'priya'), id],
    [jun, 'nothing'],
    [jun, encodeURIComponent('<b>')],
  ] as const) {
    const { status, body } = await like(server, token, message);
    assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', 'message']);
    assert.ok(body.mend);
  }
  assert.equal((await like(server, '', id)).body.code, 'AUTH_REQUIRED');
  const owner = await server.issueToken({ room: 'another', subject: 'jun' });
  assert.equal((await like(server, owner, id)).body.code, 'FORBIDDEN');
  assert.equal(
    (await ask<Failure>(server.url, 'PUT', `/rooms/none/messages/${id}/like`, { token: jun })).body.code,
    'ROOM_NOT_FOUND',
  );
  assert.deepEqual(await snapshotOf(server), {});
});

test('what the staff forbids somebody holds for this too, and who is shadowed is told nothing', async (t) => {
  const { server, say } = await stage(t);
  const id = await say('the rim is cool');
  const host = await tokenOf(server, 'lin', { role: 'host' });
  const restrict = async (person: string, restriction: string): Promise<void> => {
    const { status } = await ask(server.url, 'PUT', `/rooms/demo/people/${person}`, {
      token: host,
      body: { restriction },
    });
    assert.equal(status, 200);
  };
  const outcome = async (person: string, restriction: string): Promise<unknown> => {
    await restrict(person, restriction);
    const { body } = await like(server, await tokenOf(server, person), id);
    return body.code ?? body.isLiked;
  };
  assert.equal(await outcome('tom', 'muted'), 'MUTED');
  assert.equal(await outcome('ben', 'banned'), 'FORBIDDEN');
  assert.equal(await outcome('eve', 'shadowed'), true);
  assert.deepEqual(await snapshotOf(server), {});
});

test('among members a guest is asked to sign in', async (t) => {
  const { server, say } = await stage(t);
  const id = await say('the rim is cool');
  const token = await tokenOf(server, 'lin', { role: 'host' });
  const body = { op: 'chat', settings: { mode: 'members' } };
  await ask(server.url, 'POST', '/rooms/demo/control', { token, key: newKey(), body });
  assert.equal((await like(server, (await guest(server)).token, id)).body.code, 'AUTH_REQUIRED');
  assert.equal((await like(server, await tokenOf(server, 'jun'), id)).status, 200);
});

test('what is taken out is liked by nobody: one message, all of a person, all', async (t) => {
  const { server, priya, say } = await stage(t);
  const jun = await tokenOf(server, 'jun');
  const host = await Client.join(server, { as: { name: 'Lin', subject: 'lin', role: 'host' } });
  host.say('look at the rim');
  const ofHost = (await priya.message('look at the rim')).i;
  const [first, second, third] = [await say('one of them'), await say('two of them'), await say('three of them')];
  const all = [ofHost, first, second, third];
  for (const id of all) await like(server, jun, id);
  const token = await tokenOf(server, 'lin', { role: 'host' });
  const retract = (target: object): Promise<unknown> =>
    ask(server.url, 'POST', '/rooms/demo/control', { token, key: newKey(), body: { op: 'retract', ...target } });
  const left = async (): Promise<unknown> => [
    Object.keys(await snapshotOf(server)).sort(),
    [...(await liked(server, jun))].sort(),
  ];
  const both = (...ids: string[]): unknown => [ids.sort(), ids];
  await retract({ by: 'message', id: first });
  assert.deepEqual(await left(), both(ofHost, second, third));
  await ask(server.url, 'DELETE', '/rooms/demo/me/messages', { token: await tokenOf(server, 'priya') });
  assert.deepEqual(await left(), both(ofHost));
  await retract({ by: 'all' });
  assert.deepEqual(await left(), both());
  assert.equal((await like(server, jun, second)).body.code, 'BAD_INPUT');
  // (Who had liked it and did not hear of it may still take it back.)
  assert.deepEqual((await like(server, jun, second, 'DELETE')).body, { isLiked: false });
});

test('survives the end of the process, and is told in the history', async (t) => {
  const dataDir = await temporaryFolder(t);
  const options = { dataDir, tokenSecret: 'a secret that outlives the process!!' };
  const { server, say } = await stage(t, options);
  const [first, second] = [await say('the rim is cool'), await say('and the handle')];
  const jun = await tokenOf(server, 'jun');
  await like(server, jun, first);
  await server.close();
  const again = await startServer(t, options);
  assert.deepEqual(await snapshotOf(again), { [first]: 1 });
  assert.deepEqual(await liked(again, jun), [first]);
  const { body } = await ask<WireHistory>(
    again.url,
    'GET',
    `/rooms/demo/history?from=0&to=${Date.now() + 60_000}&kinds=message`,
  );
  const told = body.items.flatMap((item) => (item.op === 'message' ? [[item.m.i, item.m.l]] : []));
  assert.deepEqual(told, [
    [first, 1],
    [second, undefined],
  ]);
  assert.equal((await like(again, await tokenOf(again, 'sofia'), first)).status, 200);
  assert.deepEqual(await snapshotOf(again), { [first]: 2 });
});

test('tells a hundred at once at most, and the true count of any other when it is liked again', async (t) => {
  const { server, priya, say } = await stage(t);
  const tom = await Client.join(server, { as: { name: 'Tom', subject: 'tom' } });
  const first = await Promise.all(Array.from({ length: 51 }, (_, index) => say(`message number ${index}`)));
  const texts = Array.from({ length: 50 }, (_, index) => `answer number ${index}`);
  for (const text of texts) tom.say(text);
  const ids = [...first, ...(await Promise.all(texts.map(async (text) => (await priya.message(text)).i)))];
  const [oldest = ''] = ids;
  const tokens = [await tokenOf(server, 'jun'), await tokenOf(server, 'sofia')];
  for (const id of ids) await like(server, tokens[0] ?? '', id);
  await counted(priya, ids.at(-1) ?? '', 1);
  const told = await snapshotOf(server);
  assert.equal(Object.keys(told).length, 100);
  assert.equal(told[oldest], undefined);
  assert.ok(priya.batches.every(({ ml = {} }) => Object.keys(ml).length <= 100));
  await like(server, tokens[1] ?? '', oldest);
  await counted(priya, oldest, 2);
});

test('nobody likes without end', async (t) => {
  const { server, say } = await stage(t, { limits: { messageLikes: { perSecond: 0.001, burst: 2 } } });
  const id = await say('the rim is cool');
  const jun = await tokenOf(server, 'jun');
  for (let turn = 0; turn < 2; turn++) assert.equal((await like(server, jun, id)).status, 200);
  const { body } = await like(server, jun, id);
  assert.equal(body.code, 'RATE_LIMITED');
  assert.ok((body.retryAfter ?? 0) > 0);
});

test('looks up once whose messages are taken out, however much the room likes', (t) => {
  const database = new Database({ file: ':memory:', migrations: roomMigrations, synchronous: 'normal' });
  t.after(() => database.close());
  const query = `EXPLAIN QUERY PLAN ${forgetting.author}`;
  const plan = database.all<{ detail: string }>(query, 'demo', 'demo', 'priya').map(({ detail }) => detail);
  assert.ok(!plan.join().includes('CORRELATED'), plan.join());
  assert.match(plan.join(), /message_likes USING PRIMARY KEY \(room=\? AND message=\?\)/);
  assert.match(plan.join(), /USING INDEX messages_by_author/);
});
