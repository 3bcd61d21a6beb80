// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../../clock.fixture.js';
import { Client, newKey, startServer, temporaryFolder } from '../../server.fixture.js';
import { Person } from '../interactions.fixture.js';

test('a viewer counts once for an option, however often, and takes it back', async (t) => {
  const server = await startServer(t);
  const [priya, tom] = [await Person.of(server, { name: 'Priya' }), await Person.of(server)];
  const question = await priya.ask('Does it keep?');
  for (let time = 0; time < 3; time++) assert.equal((await tom.vote(question)).status, 200);
  assert.deepEqual(await priya.questions(), { 'Does it keep?': 1 });
  const { own } = await tom.list();
  assert.deepEqual(
    own.map(({ option }) => option),
    [question],
  );
  await tom.vote(question, false);
  await tom.vote(question, false);
  assert.deepEqual(await priya.questions(), { 'Does it keep?': 0 });
  assert.deepEqual((await tom.list()).own, []);
});

test('one vote of a viewer takes nothing from another’s', async (t) => {
  const server = await startServer(t);
  const [priya, tom, jun] = [await Person.of(server), await Person.of(server), await Person.of(server)];
  const question = await priya.ask('Does it keep?');
  await tom.vote(question);
  await jun.vote(question, false);
  assert.deepEqual(await priya.questions(), { 'Does it keep?': 1 });
});

test('entries travel as numbered control items, and many counts as one tally a second', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server);
  await viewer.first('snap');
  const priya = await Person.of(server, { name: 'Priya', subject: 'priya' });
  const question = await priya.ask('Is it <b>organic</b>?');
  const { entry, cn } = await viewer.control('entry');
  assert.deepEqual(entry, { id: question, text: 'Is it <b>organic</b>?', author: { id: 'priya', name: 'Priya' } });
  for (let count = 0; count < 12; count++) await (await Person.of(server)).vote(question);
  await viewer.until(
    () => viewer.controls.some((item) => item.op === 'tally' && item.counts[question] === 12),
    'a tally of 12',
  );
  const tallies = viewer.controls.filter(({ op }) => op === 'tally');
  assert.ok(tallies.length <= 3, `${tallies.length} tallies`);
  const numbers = viewer.controls.map((item) => item.cn);
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => cn + index),
  );
});

test('what is asked privately is read by the staff and by who asked, and by nobody else', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server);
  await viewer.first('snap');
  const [priya, tom] = [await Person.of(server, { name: 'Priya' }), await Person.of(server)];
  const question = await priya.ask('Is my order on its way?', true);
  const told = await viewer.control('entry');
  assert.deepEqual(Object.keys(told).sort(), ['at', 'cn', 'id', 'op']);
  for (const role of ['host', 'moderator', 'owner'] as const) {
    assert.deepEqual(await (await Person.of(server, { role })).questions(), { 'Is my order on its way?': 0 }, role);
  }
  assert.deepEqual(await priya.questions(), { 'Is my order on its way?': 0 });
  assert.deepEqual(await tom.questions(), {});
  assert.deepEqual(await (await Person.of(server, { role: 'assistant' })).questions(), {});
  assert.doesNotMatch(JSON.stringify([viewer.frames, await tom.list()]), /order on its way/);
  const { status, body } = await tom.vote(question);
  assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', 'answer.option']);
  const host = await Person.of(server, { role: 'host' });
  assert.equal((await host.answer({ do: 'settle', option: question, as: 'answered' })).status, 200);
  assert.equal((await tom.list()).items.filter(({ op }) => op === 'settle').length, 0);
});

test('the staff says what has become of an option, at a moment of the show', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server);
  await viewer.first('snap');
  const [priya, host] = [await Person.of(server), await Person.of(server, { role: 'host' })];
  const question = await priya.ask('Does it keep?');
  const at = Date.now() - 5000.4;
  const { body } = await host.answer({ do: 'settle', option: question, as: 'answered', at });
  assert.equal(body.at, Math.round(at));
  const told = await viewer.control('settle');
  assert.deepEqual([told.option, told.as, told.at], [question, 'answered', Math.round(at)]);
  const { status, body: refused } = await host.answer({ do: 'settle', option: question, as: 'answered', at: 12 });
  assert.deepEqual([status, refused.code, refused.field], [400, 'BAD_INPUT', 'at']);
  await host.answer({ do: 'settle', option: question, as: 'dismissed' });
  assert.deepEqual(await (await Person.of(server)).questions(), {});
  assert.deepEqual(await priya.questions(), { 'Does it keep?': 0 });
  await host.answer({ do: 'settle', option: question, as: 'open' });
  assert.deepEqual(await (await Person.of(server)).questions(), { 'Does it keep?': 0 });
});

test('a viewer may not do what the staff does', async (t) => {
  const server = await startServer(t);
  const priya = await Person.of(server);
  const question = await priya.ask('Does it keep?');
  for (const role of ['viewer', 'assistant'] as const) {
    const someone = await Person.of(server, { role });
    const { status, body } = await someone.answer({ do: 'settle', option: question, as: 'answered' });
    assert.deepEqual([status, body.code], [403, 'FORBIDDEN'], role);
  }
  const own = await priya.vote(question);
  assert.deepEqual([own.status, own.body.code], [403, 'FORBIDDEN']);
});

test('text passes the gate of the room', async (t) => {
  const server = await startServer(t);
  const priya = await Person.of(server);
  await priya.ask('a\u202eb \u0000 ok');
  assert.deepEqual(Object.keys(await priya.questions()), ['ab ok']);
  await priya.ask('👨‍👩‍👧‍👦'.repeat(100));
  await priya.ask('x'.repeat(280));
  const cases = [
    ['   ', 'MESSAGE_EMPTY'],
    ['\u200b\u202e', 'MESSAGE_EMPTY'],
    ['x'.repeat(281), 'MESSAGE_TOO_LONG'],
    ['x'.repeat(10_240), 'MESSAGE_TOO_LONG'],
    ['ab ok', 'MESSAGE_REFUSED'],
  ] as const;
  for (const [text, code] of cases) assert.equal((await priya.answer({ do: 'add', text })).body.code, code);
  assert.equal((await priya.answer({ do: 'add', text: 'x'.repeat(20_000) })).body.code, 'TOO_LARGE');
});

test('says by a code and a field what is wrong with an answer', async (t) => {
  const server = await startServer(t);
  const priya = await Person.of(server);
  const cases: readonly (readonly [answer: object, field: string])[] = [
    [{}, 'do'],
    [{ do: 'explode' }, 'do'],
    [{ do: 'add' }, 'text'],
    [{ do: 'add', text: 7 }, 'text'],
    [{ do: 'count', option: 'nothing', on: true }, 'answer.option'],
    [{ do: 'count', option: 'x', on: 'yes' }, 'on'],
    [{ do: 'settle', option: 'x', as: 'great' }, 'as'],
  ];
  for (const [answer, field] of cases) {
    const { status, body } = await priya.answer(answer);
    assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', field], JSON.stringify(answer));
  }
});

test('a repeat under the same key does nothing again', async (t) => {
  const server = await startServer(t);
  const priya = await Person.of(server);
  const key = newKey();
  const first = await priya.answer({ do: 'add', text: 'Does it keep?' }, key);
  const again = await priya.answer({ do: 'add', text: 'Does it keep?' }, key);
  assert.deepEqual(again.body, first.body);
  assert.deepEqual(await priya.questions(), { 'Does it keep?': 0 });
  const other = await priya.answer({ do: 'add', text: 'Another' }, key);
  assert.deepEqual([other.status, other.body.field], [422, 'Idempotency-Key']);
  // Another viewer's key is another key.
  const tom = await Person.of(server);
  assert.equal((await tom.answer({ do: 'add', text: 'Mine' }, key)).status, 200);
});

test('limits how much one viewer asks, and for how long it waits', async (t) => {
  const limits = { entries: { perSecond: 0.1, burst: 2 }, answers: { perSecond: 1, burst: 1 } };
  const server = await startServer(t, { limits });
  const [priya, tom] = [await Person.of(server), await Person.of(server)];
  const question = await priya.ask('one');
  await priya.ask('two');
  const third = await priya.answer({ do: 'add', text: 'three' });
  assert.deepEqual([third.status, third.body.code], [429, 'RATE_LIMITED']);
  assert.ok((third.body.retryAfter ?? 0) > 0);
  await tom.vote(question);
  assert.equal((await tom.vote(question, false)).body.code, 'RATE_LIMITED');
});

test('a viewer has ten that wait, and more when some are dealt with', async (t) => {
  const server = await startServer(t);
  const [priya, host] = [await Person.of(server), await Person.of(server, { role: 'host' })];
  const ids: string[] = [];
  for (let count = 0; count < 10; count++) ids.push(await priya.ask(`Question ${count}`));
  const eleventh = await priya.answer({ do: 'add', text: 'One more' });
  assert.deepEqual(
    [eleventh.status, eleventh.body.code, eleventh.body.params],
    [409, 'LIMIT_EXCEEDED', { maximum: 10 }],
  );
  await host.answer({ do: 'settle', option: ids[0], as: 'answered' });
  await priya.ask('One more');
});

test('where there is one choice, another takes its place', async (t) => {
  const server = await startServer(t, { seed: false });
  const ownerToken = server.ownerToken ?? '';
  await fetch(`${server.url}/rooms`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ownerToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'spring', stream: { title: 'Spring', host: { name: 'Ana' } } }),
  });
  const host = await Person.of(server, { room: 'spring', role: 'host' });
  const poll = {
    kind: 'poll',
    rule: 'count',
    settings: { most: 1, options: ['a', 'b'] },
    data: { question: 'Which?' },
  };
  assert.equal((await host.post('', poll)).status, 201);
  const tom = await Person.of(server, { room: 'spring' });
  await tom.vote('a');
  await tom.vote('b');
  const tally = (await host.list()).items.findLast((item) => item.op === 'tally');
  assert.deepEqual(tally?.op === 'tally' && tally.counts, { b: 1 });
  const added = await tom.answer({ do: 'add', text: 'neither' });
  assert.deepEqual([added.body.code, added.body.field], ['BAD_INPUT', 'answer.do']);
});

test('counts are told as they were at moments of the show, for who sees it later', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const priya = await Person.of(server);
  const question = await priya.ask('Does it keep?');
  const start = clock.now();
  const vote = async (after: number): Promise<void> => {
    clock.move(start + after - clock.now());
    await (await Person.of(server)).vote(question);
  };
  const told = async (): Promise<(readonly [after: number, count: number | undefined])[]> =>
    (await (await Person.of(server)).list()).items.flatMap((item) =>
      item.op === 'tally' ? [[item.at - start, item.counts[question]] as const] : [],
    );
  for (const after of [10_000, 10_000, 25_000, 600_000]) await vote(after);
  assert.deepEqual(await told(), [
    [10_000, 2],
    [25_000, 3],
    [600_000, 4],
  ]);
  for (let minute = 11; minute <= 60; minute++) await vote(minute * 60_000);
  const steps = await told();
  assert.ok(steps.length > 20 && steps.length <= 30, `${steps.length} steps`);
  assert.deepEqual(steps.at(-1), [3_600_000, 54]);
  // Later than it was, never earlier: nobody sees a count before its moment.
  for (const [after, count] of steps) {
    const counted = after < 600_000 ? (after < 25_000 ? 2 : 3) : after / 60_000 - 6;
    assert.equal(count, counted, `${count} after ${after} ms`);
  }
});

test('everything is there after a start, and a viewer still counts once', async (t) => {
  const dataDir = await temporaryFolder(t);
  const before = await startServer(t, { dataDir });
  const [priya, tom] = [await Person.of(before, { name: 'Priya' }), await Person.of(before)];
  const host = await Person.of(before, { role: 'host' });
  const question = await priya.ask('Does it keep?');
  const secret = await priya.ask('Where is my order?', true);
  await tom.vote(question);
  await host.answer({ do: 'settle', option: secret, as: 'answered' });
  await before.close();
  const after = await startServer(t, { dataDir });
  assert.deepEqual(await tom.on(after).questions(), { 'Does it keep?': 1 });
  assert.deepEqual(await priya.on(after).questions(), { 'Does it keep?': 1, 'Where is my order?': 0 });
  await tom.on(after).vote(question);
  assert.deepEqual(await host.on(after).questions(), { 'Does it keep?': 1, 'Where is my order?': 0 });
  const settled = (await host.on(after).list()).items.filter(({ op }) => op === 'settle');
  assert.equal(settled.length, 1);
});
