// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { text as textOf } from 'node:stream/consumers';
import { ask, Client, newKey, startServer } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';
import type { ReviewedMessage, Verdict } from './review.js';

interface Asked extends ReviewedMessage {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A shop's service that answers in the test's words; what it does not answer, it leaves open. */
async function service(
  t: TestContext,
  answer: (message: ReviewedMessage) => string | null | Promise<string>,
): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await textOf(request);
      const message = JSON.parse(body) as ReviewedMessage;
      asked.push({ ...message, headers: request.headers, body });
      const said = await answer(message);
      if (said !== null) response.end(said);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/review`, asked };
}

const verdict = (one: Verdict): string => JSON.stringify({ verdict: one });

const setPolicy = async (server: VitrineServer, unreviewed: Verdict): Promise<void> => {
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  await ask(server.url, 'PUT', '/rooms/demo/policy', { token, body: { words: [], links: 'all', unreviewed } });
};
const heldTexts = async (server: VitrineServer): Promise<string[]> => {
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const { body } = await ask<{ messages: { x: string }[] }>(server.url, 'GET', '/rooms/demo/held', { token });
  return body.messages.map(({ x }) => x);
};

test('asks a shop’s service about what viewers write, signed, and does what it says', async (t) => {
  const { url, asked } = await service(t, ({ text }) =>
    verdict(text.includes('elsewhere') ? 'refuse' : text.includes('?') ? 'hold' : 'allow'),
  );
  const reviewSecret = 'the-secret-of-the-review-tests-0123456789';
  const server = await startServer(t, { reviewUrl: url, reviewSecret });
  const viewer = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  const host = await Client.join(server, { as: { name: 'Lin', subject: 'lin', role: 'host' } });
  assert.equal(await viewer.outcome('lovely  cup'), 'passed');
  await host.message('lovely cup');
  assert.equal(await viewer.outcome('cheaper elsewhere'), 'MESSAGE_REFUSED');
  assert.equal(await viewer.outcome('is it fresh?'), 'passed');
  assert.deepEqual(await heldTexts(server), ['is it fresh?']);
  assert.equal(await host.outcome('elsewhere is no place for the staff to be asked about'), 'passed');
  assert.deepEqual(
    asked.map(({ room, author, text }) => ({ room, author, text })),
    ['lovely cup', 'cheaper elsewhere', 'is it fresh?'].map((text) => ({
      room: 'demo',
      author: { id: 'priya', name: 'Priya', isGuest: false },
      text,
    })),
  );
  const { body, headers } = asked[0]!;
  const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['vitrine-signature'])) ?? [];
  assert.equal(signature, createHmac('sha256', reviewSecret).update(`${time}.${body}`).digest('hex'));
});

test('does as the room says where there is no answer in time, or none that is understood', async (t) => {
  const { url } = await service(t, ({ text }) => (text.startsWith('late') ? null : 'a page of HTML'));
  const server = await startServer(t, { reviewUrl: url, reviewTimeout: 50 });
  const viewer = await Client.join(server, { as: { name: 'Priya' } });
  assert.equal(await viewer.outcome('late one'), 'passed');
  await viewer.message('late one');
  await setPolicy(server, 'refuse');
  assert.equal(await viewer.outcome('late two'), 'MESSAGE_REFUSED');
  assert.equal(await viewer.outcome('odd one'), 'MESSAGE_REFUSED');
  await setPolicy(server, 'hold');
  assert.equal(await viewer.outcome('odd two'), 'passed');
  assert.deepEqual(await heldTexts(server), ['odd two']);
});

test('asks once about a message that is sent again meanwhile, and answers both', async (t) => {
  let answerNow = (): void => undefined;
  let heard = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answerNow = resolve));
  const question = new Promise<void>((resolve) => (heard = resolve));
  const { url, asked } = await service(t, async () => {
    heard();
    await answered;
    return verdict('allow');
  });
  const server = await startServer(t, { reviewUrl: url, reviewTimeout: 5000 });
  const as = { name: 'Priya', subject: 'priya' };
  const [first, second] = [await Client.join(server, { as }), await Client.join(server, { as })];
  const cid = newKey();
  first.say('once', cid);
  await question;
  second.say('once', cid);
  second.send({ k: 'p', t0: 1 });
  await second.first('p');
  answerNow();
  const ids = await Promise.all([first, second].map((client) => client.first('a')));
  assert.equal(ids[0]?.i, ids[1]?.i);
  await first.message('once');
  assert.equal(asked.length, 1);
  assert.equal(first.messages.filter(({ x }) => x === 'once').length, 1);
});

test('says nothing of who was turned out or taken out of the chat meanwhile, and keeps the order of the others', async (t) => {
  const answers = new Map<string, (said: string) => void>();
  let heard = (): void => undefined;
  const { url, asked } = await service(t, ({ text }) => {
    heard();
    return new Promise((resolve) => answers.set(text, resolve));
  });
  const server = await startServer(t, { reviewUrl: url, reviewTimeout: 5000 });
  const staff = await server.issueToken({ room: 'demo', role: 'host' });
  const until = async (count: number): Promise<void> => {
    while (asked.length < count) await new Promise<void>((resolve) => (heard = resolve));
  };
  const viewers = [];
  for (const subject of ['banned', 'retracted', 'muted', 'jun'])
    viewers.push(await Client.join(server, { as: { name: subject, subject } }));
  const [banned, retracted, muted, jun] = viewers as [Client, Client, Client, Client];
  const late = muted.say('from the muted one');
  banned.say('from the banned one');
  const gone = retracted.say('from the retracted one');
  jun.say('first');
  jun.say('second');
  await until(5);
  await ask(server.url, 'PUT', '/rooms/demo/people/banned', { token: staff, body: { restriction: 'banned' } });
  await ask(server.url, 'PUT', '/rooms/demo/people/muted', { token: staff, body: { restriction: 'muted' } });
  await ask(server.url, 'POST', '/rooms/demo/control', {
    token: staff,
    key: newKey(),
    body: { op: 'retract', by: 'author', id: 'retracted' },
  });
  for (const text of ['second', 'first', 'from the banned one', 'from the retracted one', 'from the muted one'])
    answers.get(text)?.(verdict('allow'));
  await jun.message('second');
  assert.equal((await muted.first('e')).cid, late);
  await retracted.until(() => retracted.of('a').some(({ cid }) => cid === gone));
  retracted.say('from the retracted one', gone);
  await retracted.until(() => retracted.of('a').filter(({ cid }) => cid === gone).length === 2);
  assert.equal(asked.length, 5, 'a resend is no new message');
  assert.deepEqual(
    jun.messages.map(({ x }) => x).filter((text) => /first|second|from the/.test(text)),
    ['first', 'second'],
  );
});
