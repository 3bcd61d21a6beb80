// SPDX-License-Identifier: MIT
// Against a back end that misbehaves on purpose; the well-behaved one is in server.node.test.ts.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { batch, FakeBackEnd, FakeSocket, packed, until } from './back-end.fixture.js';

describe('the connection of the server adapter', () => {
  let back: FakeBackEnd;

  beforeEach(() => {
    back = new FakeBackEnd();
  });
  afterEach(() => back.close());

  it('puts overtaken batches in order, and passes none on twice', async () => {
    const heard = back.rows(await back.connect());
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot();
    ws.say(batch(12), batch(11), batch(12), batch(11), batch(13));
    assert.deepEqual(heard, ['row 11', 'row 12', 'row 13']);
  });

  it('asks once for what is missing, after 300 ms, and for everything when no answer comes', async () => {
    const heard = back.rows(await back.connect());
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot();
    ws.say(batch(14));
    mock.timers.tick(299);
    assert.equal(ws.sent.filter(({ k }) => k === 'need').length, 0);
    mock.timers.tick(1);
    assert.deepEqual(
      ws.sent.filter(({ k }) => k === 'need'),
      [{ k: 'need', from: 11, to: 13 }],
    );
    ws.say(batch(15));
    mock.timers.tick(2999);
    assert.equal(ws.sent.filter(({ k }) => k === 'need').length, 1);
    assert.deepEqual(heard, []);
    mock.timers.tick(1);
    assert.equal(ws.isClosed, true);
    mock.timers.tick(500);
    await until(() => FakeSocket.all.length === 2, 'The next socket').catch(() => mock.timers.tick(500));
    assert.equal('resume' in ((await back.socket(1)).sent[0] ?? {}), false);
  });

  it('goes on from the snapshot when the back end says that a gap cannot be filled', async () => {
    const heard = back.rows(await back.connect());
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot();
    ws.say(batch(20), { k: 'gap', from: 11, to: 19 });
    ws.say(batch(21));
    ws.snapshot(20);
    assert.deepEqual(heard, ['row 21']);
  });

  it('gets a snapshot when a control item is missing', async () => {
    await back.connect();
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot(10, 3);
    ws.say(batch(11, { cn: 5, c: [{ cn: 5, at: 0, op: 'unpin' }] }));
    assert.equal(ws.isClosed, true);
  });

  it('resumes where it was when the socket was lost', async () => {
    const heard = back.rows(await back.connect());
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot();
    ws.say(batch(11));
    ws.onclose?.();
    await until(() => back.statuses.at(-1)?.[0] === 'reconnecting', 'Reconnecting');
    mock.timers.tick(500);
    const next = await back.socket(1);
    assert.deepEqual(next.sent[0], {
      k: 'hi',
      v: 1,
      room: 'r',
      token: 'guest-token',
      resume: 'e1.11',
      caps: ['z'],
    });
    next.welcome(true);
    next.say(batch(12));
    assert.deepEqual(heard, ['row 11', 'row 12']);
    assert.deepEqual(
      back.statuses.map(([status]) => status),
      ['connecting', 'connected', 'reconnecting', 'connected'],
    );
  });

  it('reports frames it cannot read, and lives on', async () => {
    const heard = back.rows(await back.connect());
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot();
    ws.say('no json', '[]', '{"k":"of tomorrow"}', '{"k":"b","n":"eleven"}', batch(11));
    assert.deepEqual(
      back.reports.map(({ code }) => code),
      ['MALFORMED', 'MALFORMED', 'UNKNOWN_TYPE', 'MALFORMED'],
    );
    assert.deepEqual(heard, ['row 11']);
    assert.equal(ws.isClosed, false);
  });

  it('reads packed frames, lets nothing overtake them, and lives on after one that is broken', async () => {
    const heard = back.rows(await back.connect());
    const ws = await back.socket();
    assert.deepEqual((ws.sent[0] as { caps?: unknown }).caps, ['z']);
    ws.welcome();
    ws.snapshot();
    ws.say(packed(batch(11)), batch(12), packed(batch(13)));
    assert.deepEqual(heard, []);
    await until(() => heard.length === 3, 'The packed batches');
    assert.deepEqual(heard, ['row 11', 'row 12', 'row 13']);
    ws.say(new TextEncoder().encode('not deflated').buffer as ArrayBuffer, batch(14));
    await until(() => heard.length === 4, 'The batch behind the broken one');
    assert.deepEqual(
      back.reports.map(({ code }) => code),
      ['MALFORMED'],
    );
    ws.say(batch(15));
    assert.equal(heard.at(-1), 'row 15');
  });

  it('hears nothing more of a socket that went while a frame was unpacked', async () => {
    const heard = back.rows(await back.connect());
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot();
    ws.say(packed(batch(11)));
    ws.onclose?.();
    await until(() => back.statuses.at(-1)?.[0] === 'reconnecting', 'Reconnecting');
    mock.timers.tick(500);
    const next = await back.socket(1);
    next.welcome(true);
    next.say(packed(batch(11)), batch(12));
    await until(() => heard.length === 2, 'What was missed');
    assert.deepEqual(heard, ['row 11', 'row 12']);
  });

  it('opens another socket when the back end has been silent for 12 s', async () => {
    await back.connect();
    const ws = await back.socket();
    ws.welcome();
    mock.timers.tick(11_999);
    assert.equal(ws.isClosed, false);
    ws.say(batch(11));
    mock.timers.tick(11_999);
    assert.equal(ws.isClosed, false);
    mock.timers.tick(1);
    assert.equal(ws.isClosed, true);
    await until(() => back.statuses.at(-1)?.[0] === 'reconnecting', 'Reconnecting');
    assert.deepEqual(back.statuses.at(-1), ['reconnecting', 'TIMEOUT']);
  });

  it('waits as long as the back end asks it to', async () => {
    await back.connect();
    const ws = await back.socket();
    ws.welcome();
    ws.say({ k: 'e', code: 'RATE_LIMITED', retryAt: Date.now() + 20_000 });
    await until(() => back.statuses.at(-1)?.[0] === 'reconnecting', 'Reconnecting');
    mock.timers.tick(19_999);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(FakeSocket.all.length, 1);
    mock.timers.tick(501);
    await back.socket(1);
  });

  it('ends for good when the room is gone', async () => {
    await back.connect();
    const ws = await back.socket();
    ws.say({ k: 'e', code: 'ROOM_NOT_FOUND' });
    await until(() => back.statuses.at(-1)?.[0] === 'closed', 'Closed');
    mock.timers.tick(60_000);
    assert.deepEqual(back.statuses.at(-1), ['closed', 'ROOM_NOT_FOUND']);
    assert.equal(FakeSocket.all.length, 1);
  });

  it('asks the page for a new token once when the old one has expired', async () => {
    back.tokens.push('fresh');
    await back.connect();
    (await back.socket()).say({ k: 'e', code: 'TOKEN_EXPIRED' });
    const next = await back.socket(1);
    assert.equal((next.sent[0] as { token?: string }).token, 'fresh');
    next.say({ k: 'e', code: 'TOKEN_EXPIRED' });
    await until(() => back.statuses.at(-1)?.[0] === 'closed', 'Closed');
  });

  it('ends everything with the room', async () => {
    await back.connect();
    const ws = await back.socket();
    ws.welcome();
    back.life.abort();
    assert.equal(ws.isClosed, true);
    mock.timers.tick(120_000);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(FakeSocket.all.length, 1);
  });
});
