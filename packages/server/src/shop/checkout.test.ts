// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, CheckoutRequest, CheckoutSession, Money, Product } from '@vitrine/core';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, guest, newKey, startServer, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';
import type { OrderSummary, OrderView } from './orders.js';

type Begin = Partial<CheckoutRequest> & { currency?: string };
const begin = (server: VitrineServer, token: string, body: Begin = {}, key = newKey()) =>
  ask<CheckoutSession & Failure>(server.url, 'POST', '/checkout/sessions', {
    token,
    key,
    body: { mode: 'embed', returnUrl: '', ...body },
  });
const confirm = (server: VitrineServer, token: string, id: string, { methodId = 'card-4242', key = newKey() } = {}) =>
  ask<CheckoutSession & Failure>(server.url, 'POST', `/checkout/sessions/${id}/confirm`, {
    token,
    key,
    body: { methodId },
  });
const put = (server: VitrineServer, token: string, variantId: string, quantity: number) =>
  ask<{ cart: Cart }>(server.url, 'POST', '/cart/commands', {
    token,
    key: newKey(),
    body: { command: { kind: 'set', item: { variantId }, quantity } },
  });
const buyNow = (variantId: string, quantity = 1): Begin => ({ buyNow: { variantId, quantity } });
const stockOf = async (server: VitrineServer, variantId: string): Promise<number | undefined> => {
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const { body } = await ask<{ products: Product[] }>(server.url, 'GET', '/rooms/demo/products', { token });
  return body.products.flatMap(({ variants }) => variants).find(({ id }) => id === variantId)?.availability.quantity;
};
const summary = async (server: VitrineServer): Promise<OrderSummary> =>
  (
    await ask<OrderSummary>(server.url, 'GET', '/rooms/demo/orders', {
      token: await server.issueToken({ room: 'demo', role: 'host' }),
    })
  ).body;
const eur = (minor: number): Money => ({ minor, currency: 'EUR' });

test('sells a cart: holds the stock, charges once, empties the cart, tells the room', async (t) => {
  const server = await startServer(t);
  const viewer = await Client.join(server);
  await viewer.first('snap');
  const token = await server.issueToken({ room: 'demo', name: 'Amélie Roux', subject: 'amelie' });
  await put(server, token, 'teapot-1', 2);
  await put(server, token, 'honey-1', 1);
  const { status, body: session } = await begin(server, token, { expectedTotal: eur(2 * 8900 + 1400) });
  assert.equal(status, 201);
  assert.deepEqual([session.status, session.total, session.itemCount], ['open', eur(19_200), 3]);
  assert.equal(session.handoff.kind, 'embed');
  assert.deepEqual(session.handoff.kind === 'embed' && session.handoff.methods.map(({ kind }) => kind), [
    'card',
    'wallet',
    'bank',
    'card',
  ]);
  assert.deepEqual([await stockOf(server, 'teapot-1'), await stockOf(server, 'honey-1')], [1, 119]);
  const held = await viewer.control('stock');
  assert.deepEqual([held.variant, held.availability.quantity], ['teapot-1', 1]);

  const paid = (await confirm(server, token, session.id)).body;
  assert.deepEqual([paid.status, paid.handoff, paid.orderNumber], ['paid', { kind: 'none' }, 'V-1001']);
  assert.deepEqual([await stockOf(server, 'teapot-1'), await stockOf(server, 'honey-1')], [1, 119]);
  assert.deepEqual((await ask<Cart>(server.url, 'GET', '/cart', { token })).body.lines, []);
  const row = await viewer.message('Red clay teapot');
  assert.deepEqual([row.y, row.u.n], ['o', 'Amélie']);

  const order = (await ask<OrderView>(server.url, 'GET', `/orders/${paid.orderId}`, { token })).body;
  assert.deepEqual([order.total, order.itemCount, order.paidBy], [eur(19_200), 3, 'Card ending 4242']);
  assert.deepEqual(
    order.lines.map(({ variantId, quantity, total }) => [variantId, quantity, total.minor]),
    [
      ['teapot-1', 2, 17_800],
      ['honey-1', 1, 1400],
    ],
  );
  const stranger = await guest(server);
  const peek = await ask<Failure>(server.url, 'GET', `/orders/${paid.orderId}`, { token: stranger.token });
  assert.deepEqual([peek.status, peek.body.code], [403, 'FORBIDDEN']);
  assert.equal(
    (await ask<Failure>(server.url, 'GET', `/checkout/sessions/${session.id}`, { token: stranger.token })).status,
    404,
  );
  const sums = await summary(server);
  assert.deepEqual([sums.count, sums.pieces, sums.revenue], [1, 3, [eur(19_200)]]);
  assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/demo/orders', { token })).body.code, 'FORBIDDEN');
});

test('buying at once leaves the cart as it is', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  await put(server, token, 'honey-1', 1);
  const session = (await begin(server, token, buyNow('cups-1', 2))).body;
  assert.equal((await confirm(server, token, session.id)).body.status, 'paid');
  const cart = (await ask<Cart>(server.url, 'GET', '/cart', { token })).body;
  assert.deepEqual(
    cart.lines.map(({ variantId }) => variantId),
    ['honey-1'],
  );
});

test('what came into the cart while paying stays in it', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  await put(server, token, 'honey-1', 1);
  const session = (await begin(server, token)).body;
  await put(server, token, 'honey-1', 3);
  await put(server, token, 'cups-1', 1);
  await confirm(server, token, session.id);
  const cart = (await ask<Cart>(server.url, 'GET', '/cart', { token })).body;
  assert.deepEqual(
    cart.lines.map(({ variantId, quantity }) => [variantId, quantity]),
    [
      ['honey-1', 2],
      ['cups-1', 1],
    ],
  );
});

test('two hundred buyers of twenty pieces make exactly twenty orders', async (t) => {
  const server = await startServer(t);
  const host = await server.issueToken({ room: 'demo', role: 'host' });
  await ask(server.url, 'PATCH', '/rooms/demo/variants/honey-1', { token: host, body: { stock: 20 } });
  const buyers = await Promise.all(
    Array.from({ length: 200 }, (_none, index) => server.issueToken({ room: 'demo', subject: `buyer-${index}` })),
  );
  const outcomes = await Promise.all(
    buyers.map(async (token) => {
      const { body, status } = await begin(server, token, buyNow('honey-1'));
      if (status !== 201) return body.code;
      return (await confirm(server, token, body.id)).body.status;
    }),
  );
  assert.equal(outcomes.filter((outcome) => outcome === 'paid').length, 20);
  assert.equal(outcomes.filter((outcome) => outcome === 'OUT_OF_STOCK').length, 180);
  const { count, pieces } = await summary(server);
  assert.deepEqual([count, pieces, await stockOf(server, 'honey-1')], [20, 20, 0]);
});

test('the loser of a race is told how many are left', async (t) => {
  const server = await startServer(t);
  const [one, two] = [await guest(server), await guest(server)];
  assert.equal((await begin(server, one.token, buyNow('teapot-1', 2))).status, 201);
  const lost = await begin(server, two.token, buyNow('teapot-1', 2));
  assert.deepEqual([lost.status, lost.body.code, lost.body.params?.['available']], [409, 'INSUFFICIENT_STOCK', 1]);
  const cart = (await put(server, two.token, 'teapot-1', 3)).body.cart;
  assert.equal(cart.lines[0]?.quantity, 1);
});

test('the same key makes one session and one order, however often and at once it is sent', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const key = newKey();
  const sessions = await Promise.all([1, 2, 3].map(() => begin(server, token, buyNow('honey-1'), key)));
  assert.equal(new Set(sessions.map(({ body }) => body.id)).size, 1);
  const { id } = sessions[0]!.body;
  const pay = newKey();
  const paid = await Promise.all([1, 2, 3, 4].map(() => confirm(server, token, id, { key: pay })));
  assert.equal(new Set(paid.map(({ body }) => JSON.stringify(body))).size, 1);
  const other = await confirm(server, token, id);
  assert.equal(other.body.orderId, paid[0]?.body.orderId);
  const reused = await confirm(server, token, id, { key: pay, methodId: 'wallet' });
  assert.deepEqual([reused.status, reused.body.field], [422, 'Idempotency-Key']);
  assert.equal((await summary(server)).count, 1);
  assert.equal(await stockOf(server, 'honey-1'), 119);
});

test('a declined card leaves the session open and its stock held', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const { id } = (await begin(server, token, buyNow('teapot-1', 3))).body;
  const key = newKey();
  const declined = (await confirm(server, token, id, { methodId: 'card-0002', key })).body;
  assert.deepEqual([declined.status, declined.error], ['open', 'PAYMENT_DECLINED']);
  assert.equal(await stockOf(server, 'teapot-1'), 0);
  assert.deepEqual((await confirm(server, token, id, { methodId: 'card-0002', key })).body, declined);
  assert.equal((await confirm(server, token, id, { methodId: 'gold' })).body.field, 'methodId');
  const paid = (await confirm(server, token, id, { methodId: 'wallet' })).body;
  assert.deepEqual([paid.status, paid.error], ['paid', undefined]);
});

test('a hold ends after ten minutes and the stock is told as free again', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const { token } = await guest(server);
  const { id, expiresAt } = (await begin(server, token, buyNow('teapot-1', 3))).body;
  assert.equal(expiresAt, clock.now() + 600_000);
  clock.move(599_999);
  assert.equal(await stockOf(server, 'teapot-1'), 0);
  const viewer = await Client.join(server);
  await viewer.first('snap');
  clock.move(1);
  assert.equal(await stockOf(server, 'teapot-1'), 3);
  assert.equal(
    (await ask<CheckoutSession>(server.url, 'GET', `/checkout/sessions/${id}`, { token })).body.status,
    'expired',
  );
  const late = await confirm(server, token, id);
  assert.deepEqual([late.status, late.body.code], [410, 'CHECKOUT_EXPIRED']);
  clock.move(300);
  assert.equal((await viewer.control('stock')).availability.quantity, 3);
  assert.equal((await summary(server)).count, 0);
});

test('giving up, and beginning anew, release what was held; a paid session stays paid', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const cancel = (id: string) =>
    ask<CheckoutSession>(server.url, 'POST', `/checkout/sessions/${id}/cancel`, { token, body: {} });
  const first = (await begin(server, token, buyNow('teapot-1', 3))).body;
  const second = (await begin(server, token, buyNow('teapot-1', 2))).body;
  assert.equal(await stockOf(server, 'teapot-1'), 1);
  assert.equal((await confirm(server, token, first.id)).body.code, 'PAYMENT_CANCELED');
  assert.equal((await cancel(second.id)).body.status, 'canceled');
  assert.equal(await stockOf(server, 'teapot-1'), 3);
  const third = (await begin(server, token, buyNow('teapot-1'))).body;
  await confirm(server, token, third.id);
  assert.equal((await cancel(third.id)).body.status, 'paid');
  assert.equal(await stockOf(server, 'teapot-1'), 2);
});

test('prices on the server, whatever the client says', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const tampered = {
    ...buyNow('gift-1'),
    total: eur(1),
    price: eur(1),
    lines: [{ variantId: 'gift-1', unit: eur(1) }],
  };
  const session = (await begin(server, token, tampered)).body;
  assert.deepEqual(session.total, eur(7400));
  const paid = await ask<CheckoutSession>(server.url, 'POST', `/checkout/sessions/${session.id}/confirm`, {
    token,
    key: newKey(),
    body: { methodId: 'card-4242', total: eur(1), amount: 1 },
  });
  assert.deepEqual(paid.body.total, eur(7400));
  const wrong = await begin(server, token, { ...buyNow('gift-1'), expectedTotal: eur(1) });
  assert.deepEqual([wrong.status, wrong.body.code], [409, 'PRICE_CHANGED']);
  assert.deepEqual(wrong.body.params, { before: 1, after: 7400, currency: 'EUR' });
  await put(server, token, 'gift-1', 1);
  assert.equal(
    (await begin(server, token, { expectedTotal: { minor: 7400, currency: 'JPY' } })).body.code,
    'CURRENCY_MISMATCH',
  );
  assert.equal((await summary(server)).count, 1);
});

test('charges yen and dinars to the unit', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  for (const [currency, total] of [
    ['JPY', 11_950],
    ['KWD', 24_550],
  ] as const) {
    const session = (
      await begin(server, token, { ...buyNow('gift-1'), currency, expectedTotal: { minor: total, currency } })
    ).body;
    assert.deepEqual((await confirm(server, token, session.id)).body.total, { minor: total, currency });
  }
  const { body: stay } = await begin(server, token, buyNow('stay-1'));
  assert.deepEqual(stay.total, eur(31_200));
  assert.deepEqual((await summary(server)).revenue, [
    { minor: 11_950, currency: 'JPY' },
    { minor: 24_550, currency: 'KWD' },
  ]);
});

test('refuses a checkout that cannot be, naming why', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const cases: readonly (readonly [body: Begin | { mode: string }, code: string, field: string | undefined])[] = [
    [{}, 'CART_EMPTY', undefined],
    [buyNow('nothing'), 'VARIANT_INVALID', 'buyNow.variantId'],
    [buyNow('cake-1'), 'OUT_OF_STOCK', 'variantId'],
    [buyNow('dancong-100', 6), 'LIMIT_EXCEEDED', 'variantId'],
    [buyNow('cups-1', 0), 'BAD_INPUT', 'buyNow.quantity'],
    [{ mode: 'express' }, 'BAD_INPUT', 'mode'],
  ];
  for (const [body, code, field] of cases) {
    const answer = await begin(server, token, body as Begin);
    assert.deepEqual([answer.body.code, answer.body.field], [code, field]);
  }
});
