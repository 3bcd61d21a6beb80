// SPDX-License-Identifier: MIT
// A back end that lies, by mistake or on purpose: the viewer's side takes what is of use and lives on.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Room, type ChatMessage } from '@vitrine/core';
import type { BatchFrame, ServerFrame, WireMessage } from '@vitrine/core/wire';
import { createServer, systemClock } from '@vitrine/server';
import { batch, FakeBackEnd, until, type FakeSocket } from './back-end.fixture.js';
import { serverAdapter } from './index.js';

const said = (i: string, x: string, more: Partial<WireMessage> = {}): WireMessage => ({
  i,
  u: { id: 'p', n: 'Priya' },
  x,
  t: 0,
  at: 0,
  ...more,
});

describe('the server adapter, of whatever comes', () => {
  let back: FakeBackEnd;
  beforeEach(() => {
    back = new FakeBackEnd();
  });
  afterEach(() => back.close());

  async function greeted(): Promise<{
    readonly ws: FakeSocket;
    readonly heard: string[];
    readonly send: (cid: string) => Promise<unknown>;
  }> {
    const ports = await back.connect();
    const heard = back.rows(ports);
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot();
    const send = (cid: string): Promise<unknown> =>
      ports.chat?.send?.({ cid, text: 'mine' }, { signal: back.life.signal }).catch((error: unknown) => error) ??
      Promise.resolve();
    return { ws, heard, send };
  }
  const given = (frame: object): ServerFrame => frame as ServerFrame;

  it('takes a thousand messages in one frame, in their order, and keeps the newest for who listens late', async () => {
    const { ws, heard } = await greeted();
    ws.say(batch(11, { m: Array.from({ length: 1000 }, (_, index) => said(`11.${index}`, `row ${index}`)) }));
    assert.equal(heard.length, 1000);
    assert.deepEqual([heard[0], heard[999]], ['row 0', 'row 999']);
    ws.say(batch(12));
    assert.equal(heard.at(-1), 'row 12');
  });

  it('counts control items it does not know, and does not do what they say', async () => {
    const { ws, heard } = await greeted();
    const ops = ['of tomorrow', '__proto__', 'constructor', 'toString', ''];
    const c = ops.map((op, index) => ({ cn: index + 1, at: 0, op, id: 'x', by: 'all' }));
    ws.say(given(batch(11, { cn: ops.length, c: c as unknown as NonNullable<BatchFrame['c']> })));
    ws.say(batch(12, { cn: ops.length }));
    assert.deepEqual(heard, ['row 11', 'row 12']);
    assert.equal(ws.isClosed, false);
    assert.deepEqual(back.reports, []);
  });

  it('goes on after a batch with something in it that is none', async () => {
    const { ws, heard } = await greeted();
    const broken = [
      null,
      7,
      'row',
      [],
      {},
      { i: 'x' },
      { i: 'x', u: null, x: 'y', t: 0, at: 0 },
      { ...said('s', 'y'), st: 7 },
    ];
    for (const [index, row] of broken.entries())
      ws.say(given({ ...batch(11 + index), m: [row] }), '{"k":"b"', '{"k":"p","t0":"now"}', '\ufeff{}');
    const next = 11 + broken.length;
    ws.say(batch(next), batch(next + 1));
    assert.deepEqual(heard.filter((row) => typeof row === 'string').slice(-2), [`row ${next}`, `row ${next + 1}`]);
    assert.equal(ws.isClosed, false);
  });

  it('believes neither numbers without end nor those that go back', async () => {
    const { ws, heard } = await greeted();
    for (const n of [9, 10, 0, -1, -1e308, 10.5]) ws.say(batch(n));
    ws.say('{"k":"b","n":1e999,"t":0,"cn":0}');
    ws.say(batch(11));
    assert.deepEqual(heard, ['row 11']);
  });

  it('gives nobody else’s row for the answer to what this viewer said under the same client id', async () => {
    const { ws, heard, send } = await greeted();
    const sent = send('shared');
    let settled: unknown = null;
    void sent.then((answer) => (settled = answer));
    ws.say(batch(11, { m: [said('11.0', 'theirs', { cid: 'shared' })] }));
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(settled, null, 'Another viewer’s row was taken for the answer.');
    assert.deepEqual(heard, ['theirs']);
    ws.say(batch(12, { m: [said('12.0', 'mine', { cid: 'shared', u: { id: 'g', n: 'Me' } })] }));
    assert.deepEqual(await sent, { id: '12.0' });
  });

  it('takes a code for a code by its form', async () => {
    const { ws, send } = await greeted();
    for (const code of [
      'constructor',
      '__proto__',
      'toString',
      '',
      'x'.repeat(500),
      '<script>breach()</script>',
      'Muted',
    ]) {
      const sent = send(`to be refused with ${code}`);
      ws.say(given({ k: 'e', cid: `to be refused with ${code}`, code }));
      assert.equal(((await sent) as { code: string }).code, 'UNKNOWN', code);
    }
    const sent = send('to be refused with MUTED');
    ws.say({ k: 'e', cid: 'to be refused with MUTED', code: 'MUTED' });
    assert.equal(((await sent) as { code: string }).code, 'MUTED');
    ws.say(given({ k: 'e', code: 'constructor' }));
    await until(() => back.statuses.at(-1)?.[0] === 'reconnecting', 'Reconnecting');
    assert.equal(back.statuses.at(-1)?.[1], 'UNKNOWN');
  });
});

describe('a viewer whose clock is five minutes wrong', () => {
  const owner = 'the-owner-of-the-test-of-clocks';
  for (const [which, skew] of [
    ['fast', -300_000],
    ['slow', 300_000],
  ] as const) {
    it(`sees pins and messages at the right frame, in their order, when it is ${which}`, async (t) => {
      // The server is right, wherever its clock stands; this process is the viewer's device.
      const rightNow = (): number => Date.now() + skew;
      const server = await createServer({
        seed: false,
        ownerToken: owner,
        clock: { ...systemClock, now: rightNow },
      });
      t.after(() => server.close());
      const post = async (path: string, body: object, token: string): Promise<void> => {
        const answer = await fetch(server.url + path, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': crypto.randomUUID(),
          },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(await answer.text());
      };
      const variants = [{ id: 'tea-1', values: {}, stock: 5, prices: [{ amount: { minor: 100, currency: 'EUR' } }] }];
      const products = ['tea', 'cup'].map((id) => ({
        id,
        kind: 'goods',
        title: id,
        variants: variants.map((variant) => ({ ...variant, id: `${id}-1` })),
      }));
      const stream = { title: 'Tea', host: { name: 'Lin' }, phase: 'live', encoderOffset: 0, latency: 0 };
      await post('/rooms', { id: 'tea', stream, shop: { currency: 'EUR', products } }, owner);
      const host = await server.issueToken({ room: 'tea', role: 'host', name: 'Lin', subject: 'lin' });
      const room = new Room({
        id: 'tea',
        adapter: serverAdapter({ url: server.url, token: await server.issueToken({ room: 'tea', name: 'Priya' }) }),
        currency: 'EUR',
        locale: 'en',
      });
      t.after(() => room.close());
      room.open();
      const seen = async (condition: () => unknown, what: string): Promise<void> => {
        const end = performance.now() + 5000;
        while (!condition()) {
          if (performance.now() > end) throw new Error(`${what} never came.`);
          await new Promise((resolve) => setImmediate(resolve));
        }
      };
      await seen(() => room.store.state.catalog.products.length === 2 && room.store.state.stream.info, 'The room');
      await seen(() => Math.abs(room.liveEdge() - rightNow()) < 500, 'The time of the back end');

      // Without a player: by the back end's clock. A little ahead, so that it is seen to wait.
      const at = rightNow() + 700;
      await post('/rooms/tea/control', { op: 'pin', product: 'tea', at }, host);
      let shownAt = 0;
      room.bus.on('product:pinned', () => void (shownAt ||= rightNow()), { signal: room.signal });
      await seen(() => shownAt > 0, 'The pin');
      assert.ok(shownAt >= at - 60 && shownAt < at + 1500, `shown ${shownAt - at} ms after its moment`);

      // With one: by the picture alone, eight seconds behind.
      const picture = rightNow() - 8000;
      const show = (programTime: number): void => room.playhead.publish({ programTime, source: 'frame', rate: 1 });
      show(picture);
      await post('/rooms/tea/control', { op: 'pin', product: 'cup', at: picture + 40 }, host);
      const speak = new WebSocket(server.socketUrl, 'vitrine.1');
      t.after(() => speak.close());
      await new Promise((resolve) => (speak.onopen = resolve));
      speak.send(JSON.stringify({ k: 'hi', v: 1, room: 'tea', token: host }));
      for (const text of ['one', 'two', 'three']) speak.send(JSON.stringify({ k: 'm', cid: text, text }));
      const friend = new WebSocket(server.socketUrl, 'vitrine.1');
      t.after(() => friend.close());
      await new Promise((resolve) => (friend.onopen = resolve));
      const token = await server.issueToken({ room: 'tea', name: 'Jun', subject: 'jun' });
      friend.send(JSON.stringify({ k: 'hi', v: 1, room: 'tea', token }));
      friend.send(JSON.stringify({ k: 'm', cid: 'f', text: 'a friend' }));
      const texts = (): string[] => room.store.state.chat.rows.map(({ text }: ChatMessage) => text);
      // Viewers' words come as they come; the host's wait for the picture.
      await seen(() => texts().includes('a friend'), 'What a viewer says');
      assert.deepEqual(texts(), ['a friend']);
      show(picture + 39);
      assert.notEqual(room.store.state.catalog.pinned, 'cup');
      show(picture + 40);
      assert.equal(room.store.state.catalog.pinned, 'cup');
      show(rightNow() + 10);
      await seen(() => texts().length === 4, 'What the host says');
      assert.deepEqual(texts(), ['a friend', 'one', 'two', 'three']);
      const times = room.store.state.chat.rows.map(({ sentAt }) => Math.abs(sentAt - rightNow()));
      assert.ok(
        times.every((away) => away < 10_000),
        `${times} ms away`,
      );
    });
  }
});
