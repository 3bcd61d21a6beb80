// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WireInteractions } from '@vitrine/core/wire';
import { ask, Client, newKey, startServer, type Failure } from '../server.fixture.js';
import { Person } from './interactions.fixture.js';

const draft = { kind: 'question', rule: 'count', settings: { most: 0, entries: { graphemes: 280 } } };

test('the staff launches and closes; nobody else does', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server);
  await viewer.first('snap');
  for (const role of ['viewer', 'assistant'] as const) {
    const person = await Person.of(server, { role });
    for (const path of ['', `/${await person.id()}/close`]) {
      const { status, body } = await person.post(path, draft);
      assert.deepEqual([status, body.code], [403, 'FORBIDDEN'], `${role} ${path}`);
    }
  }
  const host = await Person.of(server, { role: 'host' });
  const at = Date.now() - 4000;
  const { status, body } = await host.post<{ id: string; at: number }>('', { ...draft, at });
  assert.deepEqual([status, body.at], [201, at]);
  const opened = await viewer.control('open');
  assert.deepEqual([opened.at, opened.interaction], [at, { id: body.id, ...draft }]);
  assert.equal((await host.post(`/${body.id}/close`, {})).status, 200);
  assert.equal((await viewer.control('close')).id, body.id);
  const late = await (await Person.of(server)).post(`/${body.id}/answers`, { answer: { do: 'add', text: 'late' } });
  assert.deepEqual([late.status, late.body.code], [409, 'INTERACTION_CLOSED']);
});

test('launches once per key', async (t) => {
  const server = await startServer(t);
  const host = await Person.of(server, { role: 'moderator' });
  const key = newKey();
  const [one, two] = [await host.post<{ id: string }>('', draft, key), await host.post<{ id: string }>('', draft, key)];
  assert.equal(one.body.id, two.body.id);
});

test('says by a code and a field what is wrong with what is launched', async (t) => {
  const server = await startServer(t);
  const host = await Person.of(server, { role: 'host' });
  const cases: readonly (readonly [change: object, field: string])[] = [
    [{ kind: 'No kind' }, 'kind'],
    [{ rule: 'magic' }, 'rule'],
    [{ rule: '__proto__' }, 'rule'],
    [{ settings: {} }, 'most'],
    [{ settings: { most: -1 } }, 'most'],
    [{ settings: { most: 0, entries: { graphemes: 10_000 } } }, 'entries.graphemes'],
    [{ data: 'x'.repeat(5000) }, 'data'],
    [{ at: 12 }, 'at'],
  ];
  for (const [change, field] of cases) {
    const { status, body } = await host.post('', { ...draft, ...change });
    assert.deepEqual([status, body.code, body.field], [400, 'BAD_INPUT', field], JSON.stringify(change).slice(0, 60));
  }
});

test('who watches without a token reads what is public and answers nothing', async (t) => {
  const server = await startServer(t);
  const priya = await Person.of(server);
  await priya.ask('In the open');
  await priya.ask('In private', true);
  const { status, body } = await ask<WireInteractions>(server.url, 'GET', '/rooms/demo/interactions');
  assert.equal(status, 200);
  assert.equal(body.items.filter(({ op }) => op === 'entry').length, 1);
  const path = `/rooms/demo/interactions/${await priya.id()}/answers`;
  const answered = await ask<Failure>(server.url, 'POST', path, {
    key: newKey(),
    body: { answer: { do: 'add', text: 'x' } },
  });
  assert.deepEqual([answered.status, answered.body.code], [401, 'AUTH_REQUIRED']);
});

test('a token for another room, an interaction that is none and a missing key are refused', async (t) => {
  const server = await startServer(t);
  const priya = await Person.of(server);
  const id = await priya.id();
  const stranger = await server.issueToken({ room: 'demo-ar' });
  const answer = { answer: { do: 'add', text: 'x' } };
  const post = (path: string, token: string, key?: string) =>
    ask<Failure>(server.url, 'POST', `/rooms/demo/interactions/${path}/answers`, {
      token,
      body: answer,
      ...(key === undefined ? {} : { key }),
    });
  assert.equal((await post(id, stranger, newKey())).body.code, 'FORBIDDEN');
  const none = await post('nothing', priya.token, newKey());
  assert.deepEqual([none.status, none.body.code, none.body.field], [404, 'BAD_INPUT', 'id']);
  assert.equal((await post(id, priya.token)).body.field, 'Idempotency-Key');
  const elsewhere = await ask<Failure>(server.url, 'POST', `/rooms/demo-ar/interactions/${id}/answers`, {
    token: stranger,
    key: newKey(),
    body: answer,
  });
  assert.deepEqual([elsewhere.status, elsewhere.body.field], [404, 'id']);
});

test('who resumes gets the control items of interactions that it missed, once', async (t) => {
  const server = await startServer(t);
  const priya = await Person.of(server);
  const viewer = await Client.join(server);
  await viewer.first('snap');
  await priya.ask('First');
  const first = await viewer.control('entry');
  const seen = viewer.batches.at(-1)?.n ?? 0;
  const { ep } = await viewer.first('ok');
  await viewer.leave();
  await priya.ask('Second');
  const other = await Client.join(server);
  await other.until(() => other.of('snap')[0]?.cn === first.cn + 1 || other.controls.length > 0, 'the second question');
  const back = await Client.join(server, { resume: `${ep}.${seen}` });
  assert.equal((await back.first('ok')).resumed, true);
  const missed = await back.control('entry');
  assert.deepEqual([missed.entry?.text, missed.cn], ['Second', first.cn + 1]);
  assert.equal(back.controls.length, 1);
});
