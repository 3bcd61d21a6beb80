// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ViewerRole } from '@vitrine/core';
import { ask, Client, newKey, startServer, temporaryFolder, type Answer, type Failure } from '../server.fixture.js';
import type { ServerOptions } from '../options.js';
import type { VitrineServer } from '../server.js';
import type { ReportedMessage } from './reports.js';

const as = (server: VitrineServer, subject: string, role: ViewerRole = 'viewer'): Promise<string> =>
  server.issueToken({ room: 'demo', role, subject, name: subject });

const report = async (
  server: VitrineServer,
  subject: string,
  message: string,
  reason?: string,
): Promise<Answer<{ isNoted?: true } & Failure>> =>
  ask(server.url, 'POST', '/rooms/demo/reports', {
    token: await as(server, subject),
    body: { message, ...(reason !== undefined && { reason }) },
  });

const waiting = async (server: VitrineServer): Promise<readonly ReportedMessage[]> => {
  const token = await as(server, 'ida', 'moderator');
  return (await ask<{ messages: ReportedMessage[] }>(server.url, 'GET', '/rooms/demo/held', { token })).body.messages;
};

const decide = async (server: VitrineServer, id: string, decision: string): Promise<unknown> =>
  (
    await ask(server.url, 'POST', `/rooms/demo/held/${id}`, {
      token: await as(server, 'ida', 'moderator'),
      body: { decision },
    })
  ).body;

async function stage(t: TestContext, options: ServerOptions = {}) {
  const server = await startServer(t, options);
  const priya = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  const say = async (text: string): Promise<string> => {
    priya.say(text);
    return (await priya.message(text)).i;
  };
  return { server, priya, say };
}

test('counts each person once, and tells the staff of what, how often and why', async (t) => {
  const { server, say } = await stage(t);
  const id = await say('buy elsewhere');
  await say('is it fresh?');
  const answers = [
    await report(server, 'jun', id, ' it is\n spam '),
    await report(server, 'jun', id, 'again'),
    await report(server, 'sofia', id),
  ];
  for (const { status, body } of answers) assert.deepEqual([status, body], [200, { isNoted: true }]);
  const [one, ...more] = await waiting(server);
  assert.deepEqual(more, []);
  assert.deepEqual(
    { ...one, t: 0 },
    {
      i: id,
      u: { id: 'priya', n: 'Priya' },
      x: 'buy elsewhere',
      t: 0,
      why: 'reported',
      reports: 2,
      reasons: ['it is spam'],
    },
  );
});

test('what the staff lets stand is not asked about again, and stays', async (t) => {
  const { server, priya, say } = await stage(t);
  const id = await say('buy elsewhere');
  await report(server, 'jun', id);
  assert.deepEqual(await decide(server, id, 'allow'), { isDone: true });
  assert.deepEqual(await decide(server, id, 'remove'), { isDone: false });
  assert.deepEqual(await waiting(server), []);
  assert.equal((await report(server, 'sofia', id)).status, 200);
  assert.deepEqual(await waiting(server), []);
  await say('and then');
  assert.ok(!priya.controls.some(({ op }) => op === 'retract'));
});

test('what the staff removes goes for everybody, and what is retracted otherwise waits no longer', async (t) => {
  const { server, priya, say } = await stage(t);
  const ids = [await say('buy elsewhere'), await say('and here'), await say('and there')];
  for (const id of ids) await report(server, 'jun', id);
  assert.deepEqual(
    (await waiting(server)).map(({ i }) => i),
    ids,
  );
  assert.deepEqual(await decide(server, ids[0] ?? '', 'remove'), { isDone: true });
  assert.deepEqual(
    { ...(await priya.control('retract')), cn: 0, at: 0 },
    { op: 'retract', by: 'message', id: ids[0], cn: 0, at: 0 },
  );
  const token = await as(server, 'lin', 'host');
  const body = { op: 'retract', by: 'author', id: 'priya' };
  await ask(server.url, 'POST', '/rooms/demo/control', { token, key: newKey(), body });
  assert.deepEqual(await waiting(server), []);
  assert.deepEqual(await decide(server, ids[1] ?? '', 'allow'), { isDone: false });
  // (Who was late is told nothing of it.)
  assert.deepEqual((await report(server, 'sofia', ids[1] ?? '')).body, { isNoted: true });
});

test('waits in one queue with what is held, the longest waiting first', async (t) => {
  const { server, say } = await stage(t);
  const reported = await say('buy elsewhere');
  const token = await as(server, 'lin', 'host');
  await ask(server.url, 'PUT', '/rooms/demo/policy', { token, body: { words: [], links: 'all', hold: 'all' } });
  const jun = await Client.join(server, { as: { name: 'Jun', subject: 'jun' } });
  assert.equal(await jun.outcome('is it fresh?'), 'passed');
  await report(server, 'jun', reported);
  assert.deepEqual(
    (await waiting(server)).map(({ x, why }) => [x, why]),
    [
      ['is it fresh?', undefined],
      ['buy elsewhere', 'reported'],
    ],
  );
});

test('is decided about with others in one go', async (t) => {
  const { server, priya, say } = await stage(t);
  const ids = [await say('one'), await say('two')];
  for (const id of ids) await report(server, 'jun', id);
  const token = await as(server, 'ida', 'moderator');
  const body = { decision: 'remove', messages: [...ids, 'never-said'] };
  const bulk = async () => (await ask(server.url, 'POST', '/rooms/demo/held', { token, body })).body;
  assert.deepEqual(await bulk(), { done: ids });
  await priya.until(() => priya.controls.filter(({ op }) => op === 'retract').length === 2, 'two retractions');
  assert.deepEqual(await waiting(server), []);
  assert.deepEqual(await bulk(), { done: [] });
});

test('says what is wrong with a report', async (t) => {
  const { server, say } = await stage(t, { limits: { reports: { perSecond: 0.1, burst: 5 } } });
  const id = await say('buy elsewhere');
  const wrong = async (subject: string, message: string, reason?: string): Promise<readonly unknown[]> => {
    const { status, body } = await report(server, subject, message, reason);
    return [status, body.code, body.field];
  };
  assert.deepEqual(await wrong('priya', id), [400, 'BAD_INPUT', 'message']);
  assert.deepEqual(await wrong('jun', 'never-said'), [400, 'BAD_INPUT', 'message']);
  assert.deepEqual(await wrong('jun', id, 'x'.repeat(201)), [400, 'MESSAGE_TOO_LONG', 'reason']);
  assert.deepEqual(await wrong('jun', id, '\u200b'), [400, 'MESSAGE_EMPTY', 'reason']);
  assert.equal(
    (await ask<Failure>(server.url, 'POST', '/rooms/demo/reports', { body: { message: id } })).body.code,
    'AUTH_REQUIRED',
  );
  const other = await server.issueToken({ room: 'other' });
  const elsewhere = await ask<Failure>(server.url, 'POST', '/rooms/demo/reports', {
    token: other,
    body: { message: id },
  });
  assert.equal(elsewhere.body.code, 'FORBIDDEN');
  for (let left = 2; left > 0; left--) assert.equal((await report(server, 'jun', id)).status, 200);
  const { status, body } = await report(server, 'jun', id);
  assert.deepEqual([status, body.code, (body.retryAfter ?? 0) > 0], [429, 'RATE_LIMITED', true]);
});

test('takes none of who is banned, and none of who is shadowed without a word of it', async (t) => {
  const { server, say } = await stage(t);
  const id = await say('buy elsewhere');
  const token = await as(server, 'lin', 'host');
  for (const [subject, restriction] of [
    ['jun', 'banned'],
    ['sofia', 'shadowed'],
  ] as const)
    await ask(server.url, 'PUT', `/rooms/demo/people/${subject}`, { token, body: { restriction } });
  assert.equal((await report(server, 'jun', id)).body.code, 'FORBIDDEN');
  assert.deepEqual((await report(server, 'sofia', id)).body, { isNoted: true });
  assert.deepEqual(await waiting(server), []);
});

test('outlives the server, and is for the staff alone', async (t) => {
  const dataDir = await temporaryFolder(t);
  const { server, say } = await stage(t, { dataDir });
  const id = await say('buy elsewhere');
  await report(server, 'jun', id, 'spam');
  const token = await as(server, 'jun');
  assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/demo/held', { token })).body.code, 'FORBIDDEN');
  await server.close();
  const again = await startServer(t, { dataDir });
  assert.deepEqual(
    (await waiting(again)).map(({ i, reports }) => [i, reports]),
    [[id, 1]],
  );
});
