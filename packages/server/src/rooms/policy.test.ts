// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ViewerRole } from '@vitrine/core';
import type { VitrineServer } from '../server.js';
import { ask, Client, guest, startServer, temporaryFolder, type Failure } from '../server.fixture.js';
import { Policy, type ChatPolicy } from './policies.js';

const policy: Omit<ChatPolicy, 'revision'> = {
  words: ['scam', '*spam*'],
  links: 'staff',
  hold: 'none',
  unreviewed: 'allow',
};

const put = async (server: VitrineServer, body: unknown, role: ViewerRole = 'moderator') =>
  ask<ChatPolicy & Failure>(server.url, 'PUT', '/rooms/demo/policy', {
    token: await server.issueToken({ room: 'demo', role }),
    body,
  });

test('is set and read by the staff of the room alone', async (t) => {
  const server = await startServer(t);
  for (const role of ['viewer', 'assistant'] as const) {
    assert.equal((await put(server, policy, role)).body.code, 'FORBIDDEN', role);
    const token = await server.issueToken({ room: 'demo', role });
    assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/demo/policy', { token })).body.code, 'FORBIDDEN', role);
  }
  assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/demo/policy', {})).body.code, 'AUTH_REQUIRED');
  assert.deepEqual((await put(server, policy)).body, { ...policy, revision: 1 });
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  assert.deepEqual((await ask(server.url, 'GET', '/rooms/demo/policy', { token })).body, { ...policy, revision: 1 });
  const { body } = await ask<object>(server.url, 'GET', '/rooms/demo', {});
  assert.equal(JSON.stringify(body).includes('spam'), false);
});

test('refuses lists that are none, and says where', async (t) => {
  const server = await startServer(t);
  for (const [words, mend] of [
    [['*'], /at least one letter/],
    [['a*b*c*'], /at most 2 stars/],
    [['x'.repeat(65)], /at most 64 characters/],
    [Array.from({ length: 2001 }, (_, index) => `w${index}`), /at most 2000/],
  ] as const) {
    const { status, body } = await put(server, { words, links: 'all' });
    assert.deepEqual([status, body.code], [400, 'BAD_INPUT']);
    assert.match(body.field ?? '', /^words/);
    assert.match(JSON.stringify(body), mend);
  }
});

test('holds for what viewers say and are called, from the next message on, and not for the staff', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  await viewer.first('snap');
  assert.equal(await viewer.outcome('what a scam'), 'passed');
  await put(server, policy);
  for (const text of ['what a ｓсаm', 's c a m', 'look at https://example.org/tea', 'nospamming'])
    assert.equal(await viewer.outcome(text), 'MESSAGE_REFUSED', text);
  assert.equal(await viewer.outcome('lovely tea'), 'passed');
  const host = await Client.join(server, { as: { name: 'Lin Yue', subject: 'host', role: 'host' } });
  assert.equal(await host.outcome('this is no scam: https://example.org/tea'), 'passed');
});

test('holds for a name for as long as it is the policy', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server, { as: { name: 'Scam Sam', subject: 'sam' } });
  const others = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  assert.equal(await viewer.outcome('lovely'), 'passed');
  await put(server, policy);
  assert.equal(await viewer.outcome('tea'), 'MESSAGE_REFUSED');
  assert.equal(await viewer.outcome('really'), 'MESSAGE_REFUSED', 'remembered');
  assert.equal(await others.outcome('Sam is gone'), 'passed');
  await put(server, { ...policy, words: [] });
  assert.equal(await viewer.outcome('really'), 'passed');
});

test('remembers what came of names, and not of all there are', () => {
  const one = new Policy({ ...policy, revision: 1 });
  const names = ['Scam Sam', 'Priya', ...Array.from({ length: 3000 }, (_, index) => `Guest ${index}`)];
  for (const name of [...names, ...names]) assert.equal(one.allowsName(name), one.allows(name), name);
});

test('holds for what guests call themselves', async (t) => {
  const server = await startServer(t);
  await put(server, policy);
  const { token } = await guest(server);
  const rename = (name: string) => ask<Failure>(server.url, 'POST', '/identity/rename', { token, body: { name } });
  const { status, body } = await rename('Тhe 5cam');
  assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', 'name']);
  assert.equal((await rename('Scamper')).status, 200);
});

test('outlives the server', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await startServer(t, { dataDir });
  await put(first, policy);
  await first.close();
  const again = await startServer(t, { dataDir });
  const token = await again.issueToken({ room: 'demo', role: 'host' });
  assert.deepEqual((await ask(again.url, 'GET', '/rooms/demo/policy', { token })).body, { ...policy, revision: 1 });
});

test('is not written over by who has not seen it', async (t) => {
  const server = await startServer(t);
  const { revision } = (await put(server, policy)).body;
  assert.equal((await put(server, { ...policy, words: ['theirs'], revision })).body.revision, revision + 1);
  const { status, body } = await put(server, { ...policy, words: ['mine'], revision });
  assert.deepEqual([status, body.code, body.field, body.params], [409, 'CONFLICT', 'revision', { revision: 2 }]);
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const now = (await ask<ChatPolicy>(server.url, 'GET', '/rooms/demo/policy', { token })).body;
  assert.deepEqual(now.words, ['theirs']);
  assert.equal((await put(server, { ...policy, words: ['theirs', 'mine'], revision: now.revision })).status, 200);
  assert.equal((await put(server, policy)).body.revision, 4, 'who does not say what they have seen');
});

test('takes two thousand patterns of sixty-four characters', async (t) => {
  const server = await startServer(t);
  const words = Array.from({ length: 2000 }, (_, index) => `${'字'.repeat(60)}${index}`);
  assert.equal((await put(server, { ...policy, words })).body.words.length, 2000);
});
