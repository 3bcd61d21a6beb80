// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ViewerRole } from '@vitrine/core';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, newKey, startServer, temporaryFolder, type Answer, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';
import type { HeldMessage } from './held.js';
import type { ChatPolicy } from './policies.js';

const as = async (server: VitrineServer, role: ViewerRole) => server.issueToken({ room: 'demo', role });
const hold = async (server: VitrineServer, holding: ChatPolicy['hold']): Promise<void> => {
  const body = { words: ['scam'], links: 'all', hold: holding };
  const { status } = await ask(server.url, 'PUT', '/rooms/demo/policy', { token: await as(server, 'host'), body });
  assert.equal(status, 200);
};
const waiting = async (server: VitrineServer): Promise<readonly HeldMessage[]> => {
  const token = await as(server, 'moderator');
  return (await ask<{ messages: HeldMessage[] }>(server.url, 'GET', '/rooms/demo/held', { token })).body.messages;
};
const decide = async (
  server: VitrineServer,
  id: string,
  decision: string,
  role: ViewerRole = 'moderator',
): Promise<Answer<{ isDone: boolean } & Failure>> =>
  ask(server.url, 'POST', `/rooms/demo/held/${id}`, { token: await as(server, role), body: { decision } });

/** The id a message was given. */
const said = async (client: Client, text: string): Promise<string> => {
  const cid = client.say(text);
  const { i } = await client.until(() => client.of('a').find((frame) => frame.cid === cid), `an answer to "${text}"`);
  return i;
};

test('a held message is acknowledged, seen by nobody, and said under its id once it is allowed', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  const other = await Client.join(server, { as: { name: 'Jun', role: 'host' } });
  const earlier = await said(other, 'ask me anything');
  await hold(server, 'all');
  const cid = newKey();
  viewer.send({ k: 'm', cid, text: 'is it fresh?', replyTo: earlier });
  const { i: id } = await viewer.until(() => viewer.of('a').find((frame) => frame.cid === cid));
  const [one, ...more] = await waiting(server);
  assert.deepEqual(
    [one?.i, one?.u, one?.x, one?.re?.i, more],
    [id, { id: 'priya', n: 'Priya' }, 'is it fresh?', earlier, []],
  );
  await said(other, 'the staff does not wait');
  await viewer.message('the staff does not wait');
  assert.doesNotMatch(JSON.stringify(other.messages), /fresh/);
  assert.deepEqual((await decide(server, id, 'allow')).body, { isDone: true });
  assert.deepEqual((await decide(server, id, 'remove')).body, { isDone: false });
  const row = await other.message('is it fresh?');
  assert.deepEqual([row.i, row.cid, row.re?.i], [id, cid, earlier]);
  assert.deepEqual(await waiting(server), []);
});

test('what is removed is never said, and a resend does not wait twice', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server, { as: { name: 'Priya' } });
  await hold(server, 'all');
  const id = await said(viewer, 'buy elsewhere');
  const cid = viewer.of('a').at(-1)?.cid ?? '';
  viewer.say('buy elsewhere', cid);
  await viewer.until(() => viewer.of('a').filter((frame) => frame.i === id).length === 2);
  assert.equal((await waiting(server)).length, 1);
  assert.deepEqual((await decide(server, id, 'remove')).body, { isDone: true });
  assert.deepEqual((await decide(server, id, 'allow')).body, { isDone: false });
  await hold(server, 'none');
  await said(viewer, 'then not');
  await viewer.message('then not');
  assert.doesNotMatch(JSON.stringify(viewer.messages), /elsewhere/);
});

test('holds guests alone where that is wished, and nobody who is refused anyway', async (t) => {
  const server = await startServer(t);
  await hold(server, 'guests');
  const guest = await Client.join(server, { as: { isGuest: true } });
  const member = await Client.join(server, { as: { name: 'Jun' } });
  await said(guest, 'let me in');
  await said(member, 'I am in');
  await guest.message('I am in');
  guest.say('a scam');
  assert.equal((await guest.first('e')).code, 'MESSAGE_REFUSED');
  assert.deepEqual(
    (await waiting(server)).map(({ x }) => x),
    ['let me in'],
  );
});

test('what is taken out of the chat does not wait either', async (t) => {
  const server = await startServer(t);
  await hold(server, 'all');
  for (const subject of ['priya', 'jun'])
    await said(await Client.join(server, { as: { name: subject, subject } }), `from ${subject}`);
  const retract = async (body: object) =>
    ask(server.url, 'POST', '/rooms/demo/control', { token: await as(server, 'host'), key: newKey(), body });
  await retract({ op: 'retract', by: 'author', id: 'priya' });
  assert.deepEqual(
    (await waiting(server)).map(({ x }) => x),
    ['from jun'],
  );
  await retract({ op: 'retract', by: 'all' });
  assert.deepEqual(await waiting(server), []);
});

test('is for the staff of the room, says what is wrong, and outlives the server', async (t) => {
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { dataDir });
  await hold(server, 'all');
  const id = await said(await Client.join(server, { as: { name: 'Priya' } }), 'is it fresh?');
  for (const role of ['viewer', 'assistant'] as const) {
    assert.equal((await decide(server, id, 'allow', role)).body.code, 'FORBIDDEN');
    const token = await as(server, role);
    assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/demo/held', { token })).body.code, 'FORBIDDEN');
  }
  const { status, body } = await decide(server, id, 'perhaps');
  assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', 'decision']);
  await server.close();
  const again = await startServer(t, { dataDir });
  assert.deepEqual(
    (await waiting(again)).map(({ i, x }) => [i, x]),
    [[id, 'is it fresh?']],
  );
});

test('a resend is answered as before where the server has started anew, and after the word of the staff', async (t) => {
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { dataDir });
  await hold(server, 'all');
  const as = { name: 'Priya', subject: 'priya' };
  const cid = newKey();
  const answered = async (client: Client): Promise<string> => {
    client.say('is it fresh?', cid);
    return (await client.until(() => client.of('a').find((frame) => frame.cid === cid))).i;
  };
  const id = await answered(await Client.join(server, { as }));
  await server.close();
  const again = await startServer(t, { dataDir });
  assert.equal(await answered(await Client.join(again, { as })), id);
  await decide(again, id, 'remove');
  assert.equal(await answered(await Client.join(again, { as })), id);
  assert.deepEqual(await waiting(again), []);
});

test('one person does not keep the others out', async (t) => {
  const server = await startServer(t);
  await hold(server, 'all');
  const loud = await Client.join(server, { as: { name: 'Loud' } });
  for (let index = 0; index < 10; index++) await said(loud, `again ${index}`);
  loud.say('once more');
  assert.equal((await loud.first('e')).code, 'RATE_LIMITED');
  await said(await Client.join(server, { as: { name: 'Jun' } }), 'is it fresh?');
  assert.equal((await waiting(server)).length, 11);
});

test('what was removed does not come back by a resend, whatever holds by then', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server, { as: { name: 'Priya' } });
  await hold(server, 'all');
  const id = await said(viewer, 'buy elsewhere');
  const cid = viewer.of('a').at(-1)?.cid ?? '';
  await decide(server, id, 'remove');
  await hold(server, 'none');
  viewer.say('buy elsewhere', cid);
  await viewer.until(() => viewer.of('a').filter((frame) => frame.i === id).length === 2);
  await said(viewer, 'then not');
  await viewer.message('then not');
  assert.doesNotMatch(JSON.stringify(viewer.messages), /elsewhere/);
  assert.deepEqual(await waiting(server), []);
});

test('what is allowed and taken out again before the room hears it is not said', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const viewer = await Client.join(server, { as: { name: 'Priya' } });
  await hold(server, 'all');
  const id = await said(viewer, 'buy elsewhere');
  assert.deepEqual((await decide(server, id, 'allow')).body, { isDone: true });
  const token = await as(server, 'host');
  await ask(server.url, 'POST', '/rooms/demo/control', {
    token,
    key: newKey(),
    body: { op: 'retract', by: 'message', id },
  });
  clock.move(200);
  await viewer.control('retract');
  assert.doesNotMatch(JSON.stringify(viewer.messages), /elsewhere/);
  assert.deepEqual(await waiting(server), []);
});

test('many are decided about at once, once, and by the staff alone', async (t) => {
  const server = await startServer(t);
  await hold(server, 'all');
  const viewer = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  const other = await Client.join(server, { as: { name: 'Jun', role: 'host' } });
  const ids: string[] = [];
  for (const text of ['one', 'two', 'three']) ids.push(await said(viewer, text));
  const all = async (body: unknown, role: ViewerRole = 'moderator') =>
    ask<{ done: string[] } & Failure>(server.url, 'POST', '/rooms/demo/held', { token: await as(server, role), body });
  assert.equal((await all({ decision: 'allow', messages: ids }, 'viewer')).body.code, 'FORBIDDEN');
  for (const messages of [[], 'one', Array.from({ length: 201 }, () => 'x')])
    assert.equal((await all({ decision: 'allow', messages })).body.code, 'BAD_INPUT');
  await decide(server, ids[0] ?? '', 'remove');
  const { body } = await all({ decision: 'allow', messages: [...ids, ids[1], 'none'] });
  assert.deepEqual(body.done, ids.slice(1));
  await other.message('two');
  await other.message('three');
  assert.doesNotMatch(JSON.stringify(other.messages), /"one"/);
  assert.deepEqual((await all({ decision: 'remove', messages: ids })).body.done, []);
});

test('the staff is told who of those that wait is a guest', async (t) => {
  const server = await startServer(t);
  await hold(server, 'all');
  await said(await Client.join(server, { as: { name: 'Priya', subject: 'priya' } }), 'a member');
  await said(await Client.join(server, { as: { name: 'Jun', isGuest: true } }), 'a guest');
  assert.deepEqual(
    (await waiting(server)).map(({ x, g }) => [x, g]),
    [
      ['a member', undefined],
      ['a guest', true],
    ],
  );
});
