// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, guest, newKey, startServer, temporaryFolder } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';

const control = async (server: VitrineServer, body: Record<string, unknown>, room = 'demo') =>
  ask(server.url, 'POST', `/rooms/${room}/control`, {
    token: await server.issueToken({ room, role: 'moderator', name: 'Sofia', subject: 'sofia' }),
    key: newKey(),
    body,
  });

test('slow mode makes viewers wait, tells until when, and lets the staff go on', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  await control(server, { op: 'chat', settings: { slowMode: 10_000 } });
  clock.move(1000);
  const viewer = await Client.join(server, { as: { name: 'Priya' } });
  const staff = await Client.join(server, { as: { name: 'Sofia', role: 'moderator' } });
  assert.equal((await viewer.first('ok')).limits.slow, 10_000);
  const first = viewer.say('one');
  const second = viewer.say('two');
  const refused = await viewer.first('e');
  assert.deepEqual([refused.cid, refused.code, refused.retryAt], [second, 'SLOW_MODE', clock.now() + 10_000]);
  staff.say('three');
  staff.say('four');
  staff.send({ k: 'p', t0: 1 });
  await staff.first('p');
  clock.move(100);
  await staff.message('four');
  await viewer.until(() => viewer.of('a').some(({ cid }) => cid === first));
  clock.move(10_000);
  viewer.say('two again');
  viewer.send({ k: 'p', t0: 2 });
  await viewer.first('p');
  clock.move(100);
  await viewer.message('two again');
});

test('a closed chat is for the staff, a members’ chat not for guests', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const visitor = await Client.join(server, { token });
  const member = await Client.join(server, { as: { name: 'Jun' } });
  const host = await Client.join(server, { as: { name: 'Lin Yue', role: 'host' } });
  await control(server, { op: 'chat', settings: { mode: 'members' } });
  assert.deepEqual((await visitor.control('chat')).settings, { mode: 'members', slowMode: 0, maximumLength: 200 });
  visitor.say('guest');
  assert.equal((await visitor.first('e')).code, 'AUTH_REQUIRED');
  member.say('member');
  await host.message('member');
  await control(server, { op: 'chat', settings: { mode: 'read-only' } });
  await member.until(() => member.controls.filter(({ op }) => op === 'chat').length === 2);
  member.say('member again');
  assert.equal((await member.first('e')).code, 'CHAT_READ_ONLY');
  host.say('host');
  await visitor.message('host');
});

test('limits how fast one may talk, by person and not by tab, and what one repeats', async (t) => {
  const server = await startServer(t, { limits: { chat: { perSecond: 1, burst: 3 } } });
  const as = { name: 'Priya', subject: 'priya' };
  const one = await Client.join(server, { as });
  const two = await Client.join(server, { as });
  one.say('a');
  one.say('b');
  await one.message('b');
  one.say('b');
  assert.equal((await one.first('e')).code, 'MESSAGE_REFUSED');
  two.say('c');
  await two.message('c');
  two.say('d');
  const refused = await two.first('e');
  assert.equal(refused.code, 'RATE_LIMITED');
  assert.ok((refused.retryAt ?? 0) > Date.now());
});

test('refuses bad messages one by one and keeps the connection', async (t) => {
  const server = await startServer(t);
  const client = await Client.join(server, { as: { name: 'Priya' } });
  const cases: readonly (readonly [cid: string, text: string, code: string])[] = [
    ['1', ' \u202e\u0000 ', 'MESSAGE_EMPTY'],
    ['2', 'x'.repeat(201), 'MESSAGE_TOO_LONG'],
    ['x'.repeat(65), 'hello', 'BAD_INPUT'],
    ['', 'hello', 'BAD_INPUT'],
  ];
  for (const [cid, text, code] of cases) {
    client.send({ k: 'm', cid, text });
    assert.equal((await client.until(() => client.of('e').find((frame) => frame.cid === cid))).code, code);
  }
  client.socket.send('{"k":"m","cid":"lone","text":"a\\ud800b\\u0000c"}');
  await client.message('abc');
});

test('answers refer to a message that is there', async (t) => {
  const server = await startServer(t);
  const client = await Client.join(server, { as: { name: 'Priya' } });
  client.say('question');
  const question = await client.message('question');
  client.send({ k: 'm', cid: 'reply', text: 'answer', replyTo: question.i });
  assert.deepEqual((await client.message('answer')).re, { i: question.i, n: 'Priya' });
  client.send({ k: 'm', cid: 'stray', text: 'to nobody', replyTo: 'nothing' });
  assert.equal((await client.message('to nobody')).re, undefined);
});

test('messages are acknowledged behind the batch that brings them, in their order', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const client = await Client.join(server, { as: { name: 'Priya' } });
  const cids = [client.say('one'), client.say('two')];
  client.send({ k: 'p', t0: 1 });
  await client.first('p');
  clock.move(100);
  const acknowledged = await client.until(() => client.of('a').length === 2 && client.of('a'));
  assert.deepEqual(
    acknowledged.map(({ cid }) => cid),
    cids,
  );
  const batch = client.frames.findIndex((frame) => frame.k === 'b' && frame.m?.length === 2);
  assert.deepEqual(
    client.frames.slice(batch).map(({ k }) => k),
    ['b', 'a', 'a'],
  );
});

test('a retracted message is gone from history, from the ring and from those who come back', async (t) => {
  const dataDir = await temporaryFolder(t);
  const server = await startServer(t, { dataDir });
  const bad = await Client.join(server, { as: { name: 'Spam', subject: 'spam' } });
  const good = await Client.join(server, { as: { name: 'Priya' } });
  const start = (await good.first('snap')).n;
  for (const [client, text] of [
    [bad, 'buy elsewhere'],
    [good, 'lovely'],
    [bad, 'again'],
  ] as const) {
    client.say(text);
    await good.message(text);
  }
  const { i } = await good.message('buy elsewhere');
  assert.equal((await control(server, { op: 'retract', by: 'message', id: i })).status, 200);
  assert.equal((await good.control('retract')).id, i);
  const { ep } = await good.first('ok');
  const resumed = await Client.join(server, { resume: `${ep}.${start}` });
  await resumed.control('retract');
  assert.deepEqual(
    resumed.messages.map(({ x }) => x),
    ['lovely', 'again'],
  );
  await control(server, { op: 'retract', by: 'author', id: 'spam' });
  const fresh = await Client.join(server);
  assert.deepEqual(
    (await fresh.first('snap')).m.map(({ x }) => x),
    ['lovely'],
  );
  await control(server, { op: 'retract', by: 'all' });
  await server.close();
  const again = await startServer(t, { dataDir });
  const snapshot = await (await Client.join(again)).first('snap');
  assert.deepEqual(snapshot.m, []);
  assert.deepEqual(
    snapshot.c.map(({ op }) => op),
    ['retract', 'retract', 'retract'],
  );
});

test('a new name is spoken under at once', async (t) => {
  const server = await startServer(t);
  const { token, viewer } = await guest(server);
  const client = await Client.join(server, { token });
  client.say('nameless');
  assert.equal((await client.message('nameless')).u.n, 'Guest');
  const renamed = await ask<{ token: string; viewer: { id: string; name: string } }>(
    server.url,
    'POST',
    '/identity/rename',
    {
      token,
      body: { name: '  Amélie ' },
    },
  );
  assert.deepEqual([renamed.body.viewer.id, renamed.body.viewer.name], [viewer.id, 'Amélie']);
  client.say('with a name');
  assert.equal((await client.message('with a name')).u.n, 'Amélie');
  const again = await Client.join(server, { token: renamed.body.token });
  assert.equal((await again.first('ok')).viewer.name, 'Amélie');
});
