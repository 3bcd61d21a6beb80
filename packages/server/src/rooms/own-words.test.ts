// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { WireHistory, WireOwnWords } from '@vitrine/core/wire';
import { ManualClock } from '../clock.fixture.js';
import { Person } from '../rules/interactions.fixture.js';
import { ask, Client, guest, newKey, startServer, temporaryFolder, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';
import type { Erased } from './own-words.js';

const priya = { name: 'Priya', subject: 'priya' };
const mine = '/rooms/demo/me/messages';
const tokenSecret = 'a secret that outlives the process!!';

const tokenOf = async (server: VitrineServer, as: object = priya): Promise<string> =>
  server.issueToken({ room: 'demo', ...as });
const read = async (server: { readonly url: string }, token: string, query = '') =>
  ask<WireOwnWords & Failure>(server.url, 'GET', mine + query, { token });
const erase = async (server: { readonly url: string }, token: string) =>
  ask<Erased & Failure>(server.url, 'DELETE', mine, { token });
const textsOf = ({ messages }: WireOwnWords): readonly string[] => messages.map(({ text }) => text);

/** What becomes of a message, on a clock that stands still. */
async function said(client: Client, clock: ManualClock, text: string, more: object = {}): Promise<string> {
  const cid = newKey();
  client.send({ k: 'm', cid, text, ...more });
  const pings = client.of('p').length;
  client.send({ k: 'p', t0: 1 });
  await client.until(() => client.of('p').length > pings);
  clock.move(100);
  return (await client.until(() => client.of('a').find((frame) => frame.cid === cid), `an answer to "${text}"`)).i;
}

/** Every cell of every table that has some words in it. */
function cellsWith(file: string, words: RegExp): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as { name: string }[];
  const found = tables.flatMap(({ name }) =>
    database
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .flatMap((row) => Object.entries(row))
      .filter(([, value]) => words.test(String(value)))
      .map(([column, value]) => `${name}.${column}: ${String(value)}`),
  );
  database.close();
  return found;
}

test('hands somebody all they wrote that is kept, with where it stands, and nothing of others', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const viewer = await Client.join(server, { as: priya });
  const host = await Client.join(server, { as: { name: 'Lin', role: 'host', subject: 'lin' } });
  const earlier = await said(host, clock, 'ask me anything');
  const shown = await said(viewer, clock, 'is it fresh?', { replyTo: earlier });
  const removed = await said(viewer, clock, 'cheaper elsewhere');
  const staff = await tokenOf(server, { role: 'host' });
  const body = { op: 'retract', by: 'message', id: removed };
  await ask(server.url, 'POST', '/rooms/demo/control', { token: staff, key: newKey(), body });
  await ask(server.url, 'PUT', '/rooms/demo/policy', {
    token: staff,
    body: { words: [], links: 'all', hold: 'all' },
  });
  const waiting = await said(viewer, clock, 'let me through');
  const asker = await Person.of(server, priya);
  const question = await asker.ask('how many infusions?');
  const own = (await read(server, asker.token)).body;
  assert.deepEqual(
    own.messages.map(({ id, text, state }) => [id, text, state]),
    [
      [shown, 'is it fresh?', 'shown'],
      [removed, 'cheaper elsewhere', 'removed'],
      [waiting, 'let me through', 'waiting'],
    ],
  );
  const [first] = own.messages;
  assert.deepEqual(first?.replyTo, { id: earlier, name: 'Lin' });
  assert.deepEqual([typeof first?.sentAt, typeof first?.at], ['number', 'number']);
  assert.deepEqual(
    own.questions.map(({ id, text }) => [id, text]),
    [[question, 'how many infusions?']],
  );
  assert.equal(own.next, undefined);
  for (const token of [await tokenOf(server, { subject: 'jun' }), (await guest(server)).token])
    assert.deepEqual((await read(server, token)).body, { messages: [], questions: [] });
});

test('hands it out in pages that have each thing once', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const viewer = await Client.join(server, { as: priya });
  for (let index = 0; index < 5; index++) await said(viewer, clock, `m${index}`);
  const token = await tokenOf(server);
  await ask(server.url, 'PUT', '/rooms/demo/policy', {
    token: await tokenOf(server, { role: 'host' }),
    body: { words: [], links: 'all', hold: 'all' },
  });
  for (let index = 0; index < 2; index++) await said(viewer, clock, `held ${index}`);
  const asker = await Person.of(server, priya);
  for (let index = 0; index < 3; index++) await asker.ask(`question ${index}`);
  for (const limit of [1, 2, 3, 5, 7, 10, 1000]) {
    const all: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await read(server, token, `?limit=${limit}${after === undefined ? '' : `&after=${after}`}`);
      const page = [...textsOf(body), ...body.questions.map(({ text }) => text)];
      assert.ok(page.length <= limit);
      all.push(...page);
      after = body.next;
    } while (after !== undefined);
    const expected = ['m0', 'm1', 'm2', 'm3', 'm4', 'held 0', 'held 1', 'question 0', 'question 1', 'question 2'];
    assert.deepEqual(all, expected, `in pages of ${limit}`);
  }
});

test('is for who asks with a token of the room, only so often, and says what is wrong', async (t) => {
  const server = await startServer(t, { limits: { ownWords: { perSecond: 0.001, burst: 6 } } });
  const token = await tokenOf(server);
  const stranger = await server.issueToken({ room: 'other', subject: 'priya' });
  const cases: readonly (readonly [token: string | undefined, path: string, status: number, code: string])[] = [
    [undefined, mine, 401, 'AUTH_REQUIRED'],
    ['no.such.token', mine, 401, 'TOKEN_INVALID'],
    [stranger, mine, 403, 'FORBIDDEN'],
    [token, '/rooms/nowhere/me/messages', 404, 'ROOM_NOT_FOUND'],
  ];
  for (const method of ['GET', 'DELETE'])
    for (const [bearer, path, status, code] of cases) {
      const answer = await ask<Failure>(server.url, method, path, bearer === undefined ? {} : { token: bearer });
      assert.deepEqual([answer.status, answer.body.code], [status, code], `${method} ${path}`);
    }
  for (const [query, field] of [
    ['?limit=0', 'limit'],
    ['?limit=1001', 'limit'],
    ['?limit=all', 'limit'],
    ['?after=nowhere', 'after'],
    ['?after=3.1', 'after'],
  ] as const) {
    const { status, body } = await read(server, token, query);
    assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', field], query);
  }
  assert.equal((await erase(server, token)).status, 200);
  const { status, body, headers } = await erase(server, token);
  assert.deepEqual([status, body.code, (body.retryAfter ?? 0) > 0], [429, 'RATE_LIMITED', true]);
  assert.ok(Number(headers.get('retry-after')) > 0);
  assert.equal((await read(server, await tokenOf(server, { subject: 'jun' }))).status, 200);
});

test('takes all of it out for everybody: rows, what waits, the ring, the history, the questions and the database', async (t) => {
  const clock = new ManualClock();
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { clock, dataDir });
  const viewer = await Client.join(server, { as: priya });
  const other = await Client.join(server, { as: { name: 'Jun', subject: 'jun' } });
  const start = (await other.first('snap')).n;
  const { ep } = await other.first('ok');
  const staff = await tokenOf(server, { role: 'host' });
  const control = (body: object) =>
    ask(server.url, 'POST', '/rooms/demo/control', { token: staff, key: newKey(), body });
  await control({ op: 'notice', message: await said(viewer, clock, 'mulberry one') });
  await control({ op: 'retract', by: 'message', id: await said(viewer, clock, 'mulberry two') });
  const cup = await said(other, clock, 'what a lovely cup');
  const reason = 'no mulberry in it';
  await ask(server.url, 'POST', '/rooms/demo/reports', {
    token: await tokenOf(server),
    body: { message: cup, reason },
  });
  const asker = await Person.of(server, priya);
  const key = newKey();
  const question = { do: 'add', text: 'mulberry question' };
  assert.equal((await asker.answer(question, key)).status, 200);
  assert.match(JSON.stringify((await asker.answer(question, key)).body), /mulberry question/);
  await asker.ask('mulberry question for the host', true);
  clock.move(100);
  await other.control('entry');
  await ask(server.url, 'PUT', '/rooms/demo/policy', {
    token: staff,
    body: { words: [], links: 'all', hold: 'all' },
  });
  await said(viewer, clock, 'mulberry and held');
  assert.ok(cellsWith(join(dataDir, 'rooms.db'), /mulberry/).length >= 8);

  assert.deepEqual((await erase(server, asker.token)).body, { messages: 3, questions: 2 });
  assert.deepEqual((await erase(server, asker.token)).body, { messages: 0, questions: 0 });
  assert.deepEqual(cellsWith(join(dataDir, 'rooms.db'), /mulberry/), []);
  assert.deepEqual((await read(server, asker.token)).body, { messages: [], questions: [] });
  clock.move(1000);
  const retractions = () => other.controls.filter((item) => item.op === 'retract' && item.by === 'author');
  await other.until(() => retractions().length > 0, 'the retraction');
  clock.move(10_000);
  assert.deepEqual(
    retractions().map((item) => item.op === 'retract' && item.id),
    ['priya'],
    'nobody is told twice',
  );
  assert.equal(other.controls.filter(({ op }) => op === 'settle').length, 2);
  const [notice] = other.controls.filter((item) => item.op === 'notice');
  assert.match(JSON.stringify(notice), /mulberry one/, 'what stood at the top was told before');

  const resumed = await Client.join(server, { resume: `${ep}.${start}` });
  assert.equal((await resumed.first('ok')).resumed, true);
  await resumed.until(() => resumed.controls.some((item) => item.op === 'retract' && item.by === 'author'));
  const late = await Client.join(server);
  await late.first('snap');
  const past = await ask<WireHistory>(
    server.url,
    'GET',
    `/rooms/demo/history?from=0&to=${clock.now() * 2}&kinds=message,notice`,
  );
  assert.ok(
    past.body.items.some((item) => item.op === 'notice' && !item.notice),
    'that something stood there stays',
  );
  for (const seen of [resumed.frames, late.frames, past.body, (await asker.list()).items])
    assert.doesNotMatch(JSON.stringify(seen), /mulberry/);
  for (const seen of [resumed.messages, late.messages, past.body]) assert.match(JSON.stringify(seen), /lovely cup/);
  assert.doesNotMatch(JSON.stringify((await asker.answer(question, key)).body), /mulberry/);
  assert.doesNotMatch(
    JSON.stringify((await ask(server.url, 'GET', '/rooms/demo/interactions', { token: staff })).body),
    /mulberry/,
  );
  const { messages } = (await ask<{ messages: object[] }>(server.url, 'GET', '/rooms/demo/held', { token: staff }))
    .body;
  assert.deepEqual(
    messages.map((message) => ({ ...message, t: 0 })),
    [{ i: cup, u: { id: 'jun', n: 'Jun' }, x: 'what a lovely cup', t: 0, why: 'reported', reports: 1 }],
    'that they have reported something stays',
  );

  const database = new DatabaseSync(join(dataDir, 'rooms.db'), { readOnly: true });
  const audits = database.prepare(`SELECT actor, action FROM audit WHERE action LIKE '%forget%'`).all();
  database.close();
  assert.deepEqual(
    audits.map(({ actor, action }) => [actor, JSON.parse(String(action))]),
    [['priya', { op: 'forget', messages: 3, questions: 2 }]],
  );
  await server.close();
  // (Nor in what a look at the bytes of the file finds.)
  assert.doesNotMatch(readFileSync(join(dataDir, 'rooms.db'), 'latin1'), /mulberry/);
});

test('takes out what one of the staff has put at the top in their own words, and not what they put there later', async (t) => {
  const clock = new ManualClock();
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { clock, dataDir });
  const lin = await tokenOf(server, { role: 'host', name: 'Lin', subject: 'lin' });
  const put = (text: string) =>
    ask(server.url, 'POST', '/rooms/demo/control', { token: lin, key: newKey(), body: { op: 'notice', text } });
  const stands = async () => (await (await Client.join(server)).first('snap')).c.filter(({ op }) => op === 'notice');
  await put('mulberry delivery');
  clock.move(1000);
  assert.match(JSON.stringify(await stands()), /mulberry/);
  await erase(server, lin);
  assert.deepEqual(cellsWith(join(dataDir, 'rooms.db'), /mulberry/), []);
  await put('free delivery');
  clock.move(1000);
  assert.match(JSON.stringify(await stands()), /free delivery/);
  assert.doesNotMatch(JSON.stringify(await stands()), /mulberry/);
});

test('a resend of what was taken out is answered as ever, and says nothing', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const viewer = await Client.join(server, { as: priya });
  const id = await said(viewer, clock, 'mulberry');
  const { cid } = viewer.of('a')[0] ?? {};
  await erase(server, await tokenOf(server));
  viewer.say('mulberry', cid);
  await viewer.until(() => viewer.of('a').filter((frame) => frame.i === id).length === 2);
  await said(viewer, clock, 'another');
  const late = await Client.join(server);
  assert.deepEqual(
    (await late.first('snap')).m.map(({ x }) => x),
    ['another'],
  );
});

test('takes out what has not been shown yet, and leaves what is said afterwards', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const viewer = await Client.join(server, { as: priya });
  const other = await Client.join(server);
  clock.move(100);
  const cid = viewer.say('mulberry');
  viewer.send({ k: 'p', t0: 1 });
  await viewer.first('p');
  await erase(server, await tokenOf(server));
  await said(viewer, clock, 'a better question');
  assert.ok(viewer.of('a').some((frame) => frame.cid === cid));
  const { t: sentAt } = await other.message('a better question');
  const retraction = await other.control('retract');
  assert.deepEqual([retraction.by, retraction.id], ['author', 'priya']);
  assert.ok(sentAt > (retraction.until ?? Infinity), 'though the clock stood still in between');
  assert.doesNotMatch(JSON.stringify(other.messages), /mulberry/);
  // Its answer was lost, and the page sends it again.
  viewer.say('mulberry', cid);
  await said(viewer, clock, 'and another');
  assert.equal(viewer.of('a').filter((frame) => frame.cid === cid).length, 2);
  assert.doesNotMatch(JSON.stringify(other.messages), /mulberry/);
  const late = await Client.join(server);
  const snapshot = await late.first('snap');
  assert.deepEqual(
    [snapshot.m.map(({ x }) => x), snapshot.c.filter(({ op }) => op === 'retract').length],
    [['a better question', 'and another'], 1],
  );
  for (let time = 0; time < 3; time++) {
    await said(viewer, clock, `again ${time}`);
    await erase(server, await tokenOf(server));
  }
  clock.move(1000);
  const { c } = await (await Client.join(server)).first('snap');
  assert.equal(c.filter(({ op }) => op === 'retract').length, 1, 'the last one says what the others said');
});

test('forgets after a day that something was said at all', async (t) => {
  const clock = new ManualClock();
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { clock, dataDir });
  const viewer = await Client.join(server, { as: priya });
  await said(viewer, clock, 'mulberry');
  await erase(server, await tokenOf(server));
  const erased = (): readonly string[] => cellsWith(join(dataDir, 'rooms.db'), /^\{\}$/);
  assert.equal(erased().length, 1);
  await server.close();
  clock.move(86_400_000);
  await startServer(t, { clock, dataDir });
  assert.deepEqual(erased(), []);
});

test('what is bought is no chat: orders stay, also as the room tells of them', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const other = await Client.join(server);
  const token = await tokenOf(server);
  const begun = await ask<{ id: string }>(server.url, 'POST', '/checkout/sessions', {
    token,
    key: newKey(),
    body: { mode: 'embed', returnUrl: '', buyNow: { variantId: 'teapot-1', quantity: 1 } },
  });
  const paid = await ask<{ orderId: string }>(server.url, 'POST', `/checkout/sessions/${begun.body.id}/confirm`, {
    token,
    key: newKey(),
    body: { methodId: 'card-4242' },
  });
  clock.move(100);
  await other.until(() => other.messages.some(({ y }) => y === 'o'), 'the order');
  const viewer = await Client.join(server, { as: priya });
  await said(viewer, clock, 'mulberry');
  assert.deepEqual(textsOf((await read(server, token)).body), ['mulberry']);
  await erase(server, token);
  assert.equal((await ask(server.url, 'GET', `/orders/${paid.body.orderId}`, { token })).status, 200);
  const late = await Client.join(server);
  assert.deepEqual(
    (await late.first('snap')).m.map(({ y, u }) => [y, u.id]),
    [['o', 'priya']],
  );
});

test('who may not write, or may not be here, has it and takes it out all the same', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const viewer = await Client.join(server, { as: priya });
  await said(viewer, clock, 'mulberry');
  await ask(server.url, 'PUT', '/rooms/demo/people/priya', {
    token: await tokenOf(server, { role: 'host' }),
    body: { restriction: 'banned' },
  });
  const token = await tokenOf(server);
  assert.deepEqual(textsOf((await read(server, token)).body), ['mulberry']);
  assert.deepEqual((await erase(server, token)).body, { messages: 1, questions: 0 });
});

test('a server killed between the database and the room has forgotten, and tells of it once it is back', async (t) => {
  const dataDir = await temporaryFolder(t);
  const child = fileURLToPath(new URL('./own-words-crash.fixture.ts', import.meta.url));
  const flags = process.execArgv.filter((flag) => !flag.startsWith('--test'));
  const doomed = spawn(process.execPath, [...flags, child, dataDir, tokenSecret], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  t.after(() => doomed.kill('SIGKILL'));
  const [line] = (await once(doomed.stdout, 'data')) as [Buffer];
  const { url, socketUrl } = JSON.parse(line.toString()) as { url: string; socketUrl: string };
  const { token, viewer } = await guest({ url });
  const there = { url, socketUrl } as VitrineServer;
  const client = await Client.join(there, { token });
  client.say('mulberry');
  await client.message('mulberry');
  const { ep } = await client.first('ok');
  const n = client.batches.at(-1)?.n ?? 0;
  await client.leave();
  doomed.stdin.write('now\n');
  await once(doomed.stdout, 'data');
  // (It may have been answered, or not: both are true of who dies then.)
  await erase({ url }, token).catch(() => undefined);
  if (doomed.exitCode === null && doomed.signalCode === null) await once(doomed, 'exit');
  assert.equal(doomed.signalCode, 'SIGKILL');

  assert.deepEqual(cellsWith(join(dataDir, 'rooms.db'), /mulberry/), []);
  const again = await startServer(t, { dataDir, tokenSecret });
  const back = await Client.join(again, { token, resume: `${ep}.${n}` });
  assert.equal((await back.first('ok')).resumed, false);
  const { c, m } = await back.first('snap');
  assert.deepEqual(m, []);
  assert.deepEqual(
    c.map((item) => item.op === 'retract' && [item.by, item.id]),
    [['author', viewer.id]],
  );
});
