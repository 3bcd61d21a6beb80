// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ViewerRole } from '@vitrine/core';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, guest, newKey, startServer, temporaryFolder, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';
import type { Restricted } from './people.js';

const restrict = async (server: VitrineServer, subject: string, body: unknown, role: ViewerRole = 'moderator') =>
  ask<Restricted & Failure>(server.url, 'PUT', `/rooms/demo/people/${subject}`, {
    token: await server.issueToken({ room: 'demo', role }),
    body,
  });
const list = async (server: VitrineServer): Promise<readonly Restricted[]> => {
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const { body } = await ask<{ people: Restricted[] }>(server.url, 'GET', '/rooms/demo/people', { token });
  return body.people;
};
const priya = { name: 'Priya', subject: 'priya' };

test('people are restricted by the staff of the room alone, who are told what is wrong', async (t) => {
  const server = await startServer(t);
  for (const role of ['viewer', 'assistant'] as const)
    assert.equal((await restrict(server, 'priya', { restriction: 'muted' }, role)).body.code, 'FORBIDDEN', role);
  for (const [body, field] of [
    [{ restriction: 'gone' }, 'restriction'],
    [{ restriction: 'muted', for: 1 }, 'for'],
    [{}, 'restriction'],
  ] as const) {
    const { status, body: failure } = await restrict(server, 'priya', body);
    assert.deepEqual([status, failure.code, failure.field], [400, 'BAD_INPUT', field]);
  }
  assert.deepEqual(await list(server), []);
});

test('who is muted is told so, until it is over or taken back', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const viewer = await Client.join(server, { as: priya });
  await restrict(server, 'priya', { restriction: 'muted', for: 10_000 });
  const since = clock.now();
  assert.deepEqual(await list(server), [
    { subject: 'priya', name: 'Priya', restriction: 'muted', since, until: since + 10_000 },
  ]);
  const cid = viewer.say('one');
  const refused = await viewer.first('e');
  assert.deepEqual([refused.cid, refused.code, refused.retryAt], [cid, 'MUTED', clock.now() + 10_000]);
  clock.move(10_000);
  assert.deepEqual(await list(server), []);
  const second = viewer.say('two');
  viewer.send({ k: 'p', t0: 1 });
  await viewer.first('p');
  clock.move(100);
  await viewer.until(() => viewer.of('a').some((frame) => frame.cid === second));

  await restrict(server, 'priya', { restriction: 'muted' });
  assert.equal(await viewer.outcome('three'), 'MUTED');
  assert.deepEqual((await restrict(server, 'priya', { restriction: 'none' })).body, {
    subject: 'priya',
    restriction: 'none',
  });
  assert.deepEqual(await list(server), []);
});

test('what a shadowed person writes looks as ever to them, and nobody else sees it, now or later', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server, { as: priya });
  const other = await Client.join(server, { as: { name: 'Jun' } });
  await restrict(server, 'priya', { restriction: 'shadowed' });
  assert.equal(await viewer.outcome('buy elsewhere'), 'passed');
  assert.equal(await viewer.outcome('buy elsewhere'), 'MESSAGE_REFUSED', 'the same words, as for anybody');
  assert.equal(await other.outcome('what a lovely cup'), 'passed');
  await other.message('what a lovely cup');
  const late = await Client.join(server);
  await late.first('snap');
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const history = await ask<object>(
    server.url,
    'GET',
    `/rooms/demo/history?from=0&to=${Date.now() * 2}&kinds=message`,
    {
      token,
    },
  );
  assert.match(JSON.stringify(history.body), /lovely cup/);
  for (const seen of [other.messages, late.messages, history.body])
    assert.doesNotMatch(JSON.stringify(seen), /elsewhere/);
});

test('who is banned is turned out of this room, and not let in again', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server, { as: priya });
  const second = await Client.join(server, { as: priya });
  const other = await Client.join(server, { as: { name: 'Jun', subject: 'jun' } });
  await restrict(server, 'priya', { restriction: 'banned' });
  assert.equal((await viewer.ended()).code, 4403);
  assert.equal((await second.ended()).code, 4403);
  const token = await server.issueToken({ room: 'demo', ...priya });
  const again = await Client.open(server);
  again.send({ k: 'hi', v: 1, room: 'demo', token });
  assert.equal((await again.ended()).code, 4403);
  assert.equal(await other.outcome('still here'), 'passed');
  await restrict(server, 'priya', { restriction: 'none' });
  assert.equal(await (await Client.join(server, { as: priya })).outcome('thank you'), 'passed');
});

test('nothing holds for the staff', async (t) => {
  const server = await startServer(t);
  const host = await Client.join(server, { as: { name: 'Lin Yue', subject: 'host', role: 'host' } });
  for (const restriction of ['banned', 'muted', 'shadowed']) {
    await restrict(server, 'host', { restriction });
    assert.equal(await host.outcome(`not me: ${restriction}`), 'passed');
  }
  await host.message('not me: shadowed');
});

test('holds for questions as for the chat, and so do the words of the room', async (t) => {
  const server = await startServer(t);
  const staff = await server.issueToken({ room: 'demo', role: 'host' });
  const launched = await ask<{ id: string }>(server.url, 'POST', '/rooms/demo/interactions', {
    token: staff,
    key: newKey(),
    body: { kind: 'question', rule: 'count', settings: { most: 0, entries: { graphemes: 200 } } },
  });
  const token = await server.issueToken({ room: 'demo', ...priya });
  const question = async (text: string): Promise<string | undefined> => {
    const path = `/rooms/demo/interactions/${launched.body.id}/answers`;
    const { body } = await ask<Failure>(server.url, 'POST', path, {
      token,
      key: newKey(),
      body: { answer: { do: 'add', text } },
    });
    return body.code;
  };
  const seen = async (): Promise<string> =>
    JSON.stringify((await ask(server.url, 'GET', '/rooms/demo/interactions', {})).body);
  await ask(server.url, 'PUT', '/rooms/demo/policy', { token: staff, body: { words: ['scam'], links: 'staff' } });
  assert.equal(await question('is this a s c a m?'), 'MESSAGE_REFUSED');
  assert.equal(await question('is it fresh?'), undefined);
  await restrict(server, 'priya', { restriction: 'shadowed' });
  assert.equal(await question('why so dear?'), undefined);
  await restrict(server, 'priya', { restriction: 'none' });
  await restrict(server, 'priya', { restriction: 'muted' });
  assert.equal(await question('why me?'), 'MUTED');
  assert.match(await seen(), /is it fresh/);
  assert.doesNotMatch(await seen(), /dear/);
});

test('outlives the server', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await startServer(t, { dataDir });
  await restrict(first, 'priya', { restriction: 'muted' });
  await first.close();
  const [one, ...more] = await list(await startServer(t, { dataDir }));
  assert.deepEqual([one?.subject, one?.restriction, one?.until, more], ['priya', 'muted', undefined, []]);
});

test('nothing is taken back by the way: what is stricter or longer stays until it is said', async (t) => {
  const server = await startServer(t);
  await restrict(server, 'priya', { restriction: 'banned' });
  assert.equal((await restrict(server, 'priya', { restriction: 'muted', for: 10_000 })).body.restriction, 'banned');
  await restrict(server, 'jun', { restriction: 'muted' });
  assert.equal((await restrict(server, 'jun', { restriction: 'muted', for: 10_000 })).body.until, undefined);
  await restrict(server, 'jun', { restriction: 'none' });
  assert.deepEqual(
    (await list(server)).map(({ subject, restriction }) => [subject, restriction]),
    [['priya', 'banned']],
  );
  const long = 'x'.repeat(200);
  assert.equal((await restrict(server, long, { restriction: 'muted' })).body.subject, long);
});

test('what is milder takes the place of what is stricter where that is said', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  await restrict(server, 'priya', { restriction: 'banned' });
  clock.move(1000);
  const { body } = await restrict(server, 'priya', { restriction: 'muted', for: 10_000, instead: true });
  assert.deepEqual(body, {
    subject: 'priya',
    restriction: 'muted',
    since: clock.now(),
    until: clock.now() + 10_000,
  });
  assert.deepEqual(await list(server), [body]);
  const viewer = await Client.join(server, { as: priya });
  assert.equal(await viewer.outcome('let in again'), 'MUTED');
});

test('the staff reads whom: the name of who is there, has written or waits, and a new one', async (t) => {
  const server = await startServer(t);
  const staff = await server.issueToken({ room: 'demo', role: 'host' });
  const names = async (): Promise<unknown> =>
    Object.fromEntries((await list(server)).map(({ subject, name }) => [subject, name]));
  const there = await guest(server);
  const rename = (name: string) => ask(server.url, 'POST', '/identity/rename', { token: there.token, body: { name } });
  const { token } = (await rename('Robin')).body as { token: string };
  await Client.join(server, { token });
  const wrote = await Client.join(server, { as: { name: 'Jun', subject: 'jun' } });
  await wrote.outcome('and now I go');
  wrote.socket.close();
  await wrote.ended();
  await ask(server.url, 'PUT', '/rooms/demo/policy', { token: staff, body: { words: [], links: 'all', hold: 'all' } });
  const waits = await Client.join(server, { as: { name: 'Sol', subject: 'sol' } });
  await waits.outcome('may I?');
  waits.socket.close();
  await waits.ended();
  for (const subject of [there.viewer.id, 'jun', 'sol', 'nobody'])
    await restrict(server, subject, { restriction: 'muted' });
  assert.deepEqual(await names(), { [there.viewer.id]: 'Robin', jun: 'Jun', sol: 'Sol', nobody: undefined });
  await rename('Kai');
  assert.deepEqual(await names(), { [there.viewer.id]: 'Kai', jun: 'Jun', sol: 'Sol', nobody: undefined });
});

test('a shadowed person cannot tell: a resend is answered as ever, and a question is not called private', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server, { as: priya });
  await restrict(server, 'priya', { restriction: 'shadowed' });
  const cid = viewer.say('hello');
  await viewer.until(() => viewer.of('a').length === 1);
  viewer.say('hello', cid);
  await viewer.until(() => viewer.of('a').length === 2);
  const [first, second] = viewer.of('a');
  assert.equal(first?.i, second?.i);
  assert.match(first?.i ?? '', /^[\w-]+\.\d+\.\d+$/);
  const staff = await server.issueToken({ room: 'demo', role: 'host' });
  const launched = await ask<{ id: string }>(server.url, 'POST', '/rooms/demo/interactions', {
    token: staff,
    key: newKey(),
    body: { kind: 'question', rule: 'count', settings: { most: 0, entries: { graphemes: 200 } } },
  });
  const token = await server.issueToken({ room: 'demo', ...priya });
  const path = `/rooms/demo/interactions/${launched.body.id}/answers`;
  const answered = await ask(server.url, 'POST', path, {
    token,
    key: newKey(),
    body: { answer: { do: 'add', text: 'why so dear?' } },
  });
  const told = async (as: string): Promise<string> =>
    JSON.stringify(
      (await ask<{ items: object[] }>(server.url, 'GET', '/rooms/demo/interactions', { token: as })).body.items,
    );
  assert.doesNotMatch(JSON.stringify(answered.body), /isPrivate/);
  assert.match(await told(token), /"text":"why so dear\?"(?!.*isPrivate)/);
  assert.match(await told(staff), /why so dear\?".*isPrivate/);
  await restrict(server, 'priya', { restriction: 'banned' });
  const voted = await ask<Failure>(server.url, 'POST', path, {
    token,
    key: newKey(),
    body: { answer: { do: 'count', option: 'any', on: true } },
  });
  assert.equal(voted.body.code, 'FORBIDDEN');
});
