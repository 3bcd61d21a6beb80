// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { newId, type Ports } from '@vitrine/core';
import { batch, cart, FakeBackEnd, json, until } from './back-end.fixture.js';
import { serverAdapter } from './index.js';

describe('the calls of the server adapter', () => {
  let back: FakeBackEnd;

  beforeEach(() => {
    back = new FakeBackEnd();
  });
  afterEach(() => back.close());

  it('counts a message as said by its own row even when the acknowledgement is lost', async () => {
    const { chat: port } = await back.connect();
    const ws = await back.socket();
    ws.welcome();
    ws.snapshot();
    const cid = newId();
    const said = port?.send?.({ cid, text: 'hello' }, { signal: back.life.signal });
    ws.say(batch(11, { m: [{ i: '11.0', cid, u: { id: 'g', n: 'G' }, x: 'hello', t: 0, at: 0 }] }));
    assert.deepEqual(await said, { id: '11.0' });
  });

  it('offers the stickers of a room that has some, asked for each time, and sends one by its id alone', async () => {
    assert.equal((await back.connect()).chat?.stickers, undefined);
    back.answers.set('/rooms/r', () => json({ id: 'r', stickers: true }));
    const heart = { id: 'heart', url: 'https://shop.example/heart.svg', label: 'Love it' };
    const lists = [[heart], []];
    back.answers.set('/rooms/r/stickers', () => json({ stickers: lists.shift() }));
    const { chat: port } = await back.connect();
    const { signal } = back.life;
    assert.deepEqual(await port?.stickers?.({ signal }), [heart]);
    assert.deepEqual(await port?.stickers?.({ signal }), []);
    const ws = await back.socket(1);
    ws.welcome();
    const sent = port?.send?.({ cid: 'c', text: '', sticker: 'heart' }, { signal });
    assert.deepEqual(ws.sent.at(-1), { k: 'm', cid: 'c', text: '', sticker: 'heart' });
    ws.say({ k: 'e', cid: 'c', code: 'MESSAGE_REFUSED', field: 'sticker' });
    await assert.rejects(sent as Promise<unknown>, { code: 'MESSAGE_REFUSED', field: 'sticker' });
  });

  it('says that the outcome of a message is unknown when the socket goes before its answer, and refuses one without a socket', async () => {
    const { chat: port } = await back.connect();
    const ws = await back.socket();
    const early = port?.send?.({ cid: 'early', text: 'x' }, { signal: back.life.signal });
    await assert.rejects(early as Promise<unknown>, { code: 'OFFLINE', outcome: 'not-applied', retryable: true });
    ws.welcome();
    const said = port?.send?.({ cid: 'c', text: 'x' }, { signal: back.life.signal });
    ws.onclose?.();
    await assert.rejects(said as Promise<unknown>, { code: 'OFFLINE', outcome: 'unknown', retryable: true });
  });

  it('hands on a refusal with the time to wait', async () => {
    const { chat: port } = await back.connect();
    const ws = await back.socket();
    ws.welcome();
    const said = port?.send?.({ cid: 'c', text: 'x' }, { signal: back.life.signal });
    ws.say({ k: 'e', cid: 'c', code: 'SLOW_MODE', retryAt: Date.now() + 5000 });
    await assert.rejects(said as Promise<unknown>, { code: 'SLOW_MODE', retryAfter: 5000 });
  });

  const apply = (ports: Partial<Ports>, signal = back.life.signal): Promise<unknown> =>
    ports.cart?.apply({ kind: 'set', item: { variantId: 'v' }, quantity: 1 }, { commandId: 'the-command', signal }) ??
    Promise.reject(new Error('No cart.'));

  it('sends commands under their id and reads typed refusals', async () => {
    back.answers.set('/cart/commands', () =>
      json(
        {
          code: 'INSUFFICIENT_STOCK',
          message: 'Two left.',
          field: 'quantity',
          mend: 'Ask for less.',
          params: { available: 2 },
        },
        409,
      ),
    );
    const ports = await back.connect();
    await assert.rejects(apply(ports), {
      code: 'INSUFFICIENT_STOCK',
      field: 'quantity',
      mend: 'Ask for less.',
      params: { available: 2 },
      outcome: 'not-applied',
    });
    const [, init] = back.calls.at(-1) ?? [];
    const headers = new Headers(init?.headers);
    assert.deepEqual(
      [headers.get('idempotency-key'), headers.get('authorization')],
      ['the-command', 'Bearer guest-token'],
    );
  });

  it('says that the outcome is unknown when a command’s answer is lost, late or no answer of ours', async () => {
    const ports = await back.connect();
    back.answers.set('/cart/commands', () => Promise.reject(new TypeError('fetch failed')));
    await assert.rejects(apply(ports), { code: 'NETWORK', outcome: 'unknown', retryable: true });
    back.answers.set('/cart/commands', () => new Response('<html>', { status: 502 }));
    await assert.rejects(apply(ports), { code: 'SERVER_ERROR', outcome: 'unknown', retryable: true });
    back.answers.set('/cart/commands', () => new Response('<html>', { status: 200 }));
    await assert.rejects(apply(ports), { code: 'MALFORMED', outcome: 'unknown' });
    back.answers.set('/cart/commands', () => json({}, 429, { 'retry-after': '3' }));
    await assert.rejects(apply(ports), { code: 'RATE_LIMITED', retryAfter: 3000 });
    back.answers.set(
      '/cart/commands',
      ({ signal }) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    );
    const late = apply(ports);
    await until(() => back.calls.at(-1)?.[0] === '/cart/commands', 'The call');
    mock.timers.tick(10_000);
    await assert.rejects(late, { code: 'TIMEOUT', outcome: 'unknown', retryable: true });
    const given = new AbortController();
    const aborted = apply(ports, given.signal);
    await until(() => back.calls.at(-1)?.[0] === '/cart/commands', 'The call');
    given.abort();
    await assert.rejects(aborted, { code: 'ABORTED' });
  });

  it('keeps the guest over a reload, and takes another when the back end does not know it any more', async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    };
    Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
    try {
      await back.connect();
      assert.deepEqual([...kept.keys()], ['vitrine:guest:https://live.example:r']);
      const ports = await back.connect();
      assert.equal(back.calls.filter(([path]) => path === '/guest').length, 1);
      back.answers.set('/cart', ({ headers }) =>
        new Headers(headers).get('authorization') === 'Bearer second'
          ? json(cart)
          : json({ code: 'TOKEN_INVALID' }, 401),
      );
      back.answers.set('/guest', () => json({ token: 'second', viewer: { id: 'g2', role: 'viewer', isGuest: true } }));
      assert.deepEqual(await ports.cart?.load({ signal: back.life.signal }), cart);
      assert.equal((JSON.parse([...kept.values()][0] ?? '{}') as { token: string }).token, 'second');
    } finally {
      Reflect.deleteProperty(globalThis, 'localStorage');
    }
  });

  it('refuses to connect to a room that is not there', async () => {
    back.answers.set('/guest', () => json({ code: 'ROOM_NOT_FOUND', message: 'No.' }, 404));
    await assert.rejects(back.connect(), { code: 'ROOM_NOT_FOUND', retryable: false });
  });

  it('refuses an address that is none', () => {
    assert.throws(() => serverAdapter({ url: 'javascript:alert(1)' }), { code: 'BAD_URL' });
  });
});
