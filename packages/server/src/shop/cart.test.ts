// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cart, CartCommand, CartResult, Product } from '@vitrine/core';
import { ask, Client, guest, newKey, startServer, type Answer, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';

const send = (server: VitrineServer, token: string, command: CartCommand, { key = newKey(), currency = '' } = {}) =>
  ask<CartResult & Failure>(server.url, 'POST', '/cart/commands', {
    token,
    key,
    body: { command, ...(currency ? { currency } : {}) },
  });
const set = (variantId: string, quantity: number, expectedUnit?: { minor: number; currency: string }): CartCommand => ({
  kind: 'set',
  item: { variantId },
  quantity,
  ...(expectedUnit ? { expectedUnit } : {}),
});
const load = (server: VitrineServer, token: string, currency = ''): Promise<Answer<Cart>> =>
  ask<Cart>(server.url, 'GET', `/cart${currency ? `?currency=${currency}` : ''}`, { token });
const patch = async (server: VitrineServer, variant: string, body: unknown) =>
  ask<Failure>(server.url, 'PATCH', `/rooms/demo/variants/${variant}`, {
    token: await server.issueToken({ room: 'demo', role: 'host' }),
    body,
  });
const lines = ({ lines }: Cart): [string, number][] => lines.map(({ variantId, quantity }) => [variantId, quantity]);

test('lists the show’s products with exact prices in each of three currencies', async (t) => {
  const server = await startServer(t, { mediaUrl: 'https://media.example' });
  const products = async (query: string) =>
    (await ask<{ currency: string; products: Product[] }>(server.url, 'GET', `/rooms/demo/products${query}`)).body;
  const eur = await products('');
  assert.equal(eur.products.length, 12);
  assert.equal(eur.products.filter(({ options }) => options.length === 2).length, 2);
  assert.deepEqual(new Set(eur.products.map(({ kind }) => kind)), new Set(['goods', 'voucher', 'stay']));
  const tin = ({ products: list }: { products: Product[] }) => list.find(({ id }) => id === 'dancong')!;
  assert.equal(tin(eur).number, 3);
  assert.equal(tin(eur).images[0]?.url, 'https://media.example/media/products/dancong.svg');
  const prices = await Promise.all(
    ['', '?currency=JPY', '?currency=KWD', '?currency=USD'].map(
      async (query) => tin(await products(query)).variants[1]?.price,
    ),
  );
  assert.deepEqual(
    prices.map((price) => [price?.amount, price?.compareAt?.minor]),
    [
      [{ minor: 2400, currency: 'EUR' }, 3200],
      [{ minor: 3900, currency: 'JPY' }, 5200],
      [{ minor: 7950, currency: 'KWD' }, 10_600],
      [{ minor: 2400, currency: 'EUR' }, 3200],
    ],
  );
  assert.deepEqual(
    tin(eur).variants.map(({ availability: { state, quantity } }) => [state, quantity]),
    [
      ['in', undefined],
      ['in', undefined],
      ['in', undefined],
      ['out', 0],
    ],
  );
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const exact = await ask<{ products: Product[] }>(server.url, 'GET', '/rooms/demo/products', { token });
  assert.equal(tin(exact.body).variants[1]?.availability.quantity, 18);
  assert.equal((await ask<Failure>(server.url, 'GET', '/rooms/demo/products?currency=euro')).body.field, 'currency');
});

test('a command says how many are wanted, so a repeat does no harm', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  assert.equal((await load(server, token)).body, null);
  const key = newKey();
  const [first, same] = await Promise.all([
    send(server, token, set('cups-1', 2), { key }),
    send(server, token, set('cups-1', 2), { key }),
  ]);
  assert.deepEqual(first.body, same.body);
  const again = await send(server, token, set('cups-1', 2));
  assert.deepEqual(lines(again.body.cart), [['cups-1', 2]]);
  assert.ok(again.body.cart.revision > first.body.cart.revision);
  const { cart } = (await send(server, token, set('honey-1', 1))).body;
  assert.deepEqual(lines(cart), [
    ['cups-1', 2],
    ['honey-1', 1],
  ]);
  assert.deepEqual(cart.totals, {
    items: { minor: 5800, currency: 'EUR' },
    shipping: { minor: 600, currency: 'EUR' },
    total: { minor: 6400, currency: 'EUR' },
  });
  assert.equal(cart.lines[0]?.title, 'Tasting cups, set of 3');
  assert.deepEqual(lines((await send(server, token, set('cups-1', 0))).body.cart), [['honey-1', 1]]);
  const stranger = await guest(server);
  assert.equal((await load(server, stranger.token)).body, null);
});

test('takes no more than there is and no more than one may have, and says which', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const many = (await send(server, token, set('dancong-100', 9))).body;
  assert.deepEqual(many.issues, [
    { code: 'LIMIT_EXCEEDED', lineId: 'dancong-100', severity: 'warn', available: 5, requested: 9 },
  ]);
  assert.deepEqual(lines(many.cart), [['dancong-100', 5]]);
  assert.equal(many.cart.lines[0]?.maximum, 5);
  assert.equal(many.cart.lines[0]?.subtitle, '100 g');
  const few = (await send(server, token, set('teapot-1', 7))).body;
  assert.deepEqual(few.issues, [
    { code: 'INSUFFICIENT_STOCK', lineId: 'teapot-1', severity: 'warn', available: 3, requested: 7 },
  ]);
  const none = (await send(server, token, set('cake-1', 1))).body;
  assert.deepEqual(none.issues, [
    { code: 'OUT_OF_STOCK', lineId: 'cake-1', severity: 'warn', available: 0, requested: 1 },
  ]);
  assert.deepEqual(lines(none.cart), [
    ['dancong-100', 5],
    ['teapot-1', 3],
  ]);
});

test('refuses what cannot be done at all, naming the field', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const cases: readonly (readonly [command: unknown, code: string, field: string])[] = [
    [set('nothing', 1), 'VARIANT_INVALID', 'command.item.variantId'],
    [{ kind: 'set', item: { variantId: 'cups-1', offerId: 'x' }, quantity: 1 }, 'OFFER_ENDED', 'command.item.offerId'],
    [set('cups-1', 1, { minor: 1, currency: 'JPY' }), 'CURRENCY_MISMATCH', 'command.expectedUnit.currency'],
    [set('cups-1', -1), 'BAD_INPUT', 'command.quantity'],
    [set('cups-1', 1.5), 'BAD_INPUT', 'command.quantity'],
    [set('cups-1', 1e9), 'BAD_INPUT', 'command.quantity'],
    [{ kind: 'steal' }, 'BAD_INPUT', 'command.kind'],
    [undefined, 'BAD_INPUT', 'command'],
  ];
  for (const [command, code, field] of cases) {
    const { body } = await send(server, token, command as CartCommand);
    assert.deepEqual([body.code, body.field], [code, field]);
  }
  assert.equal((await load(server, token)).body, null);
});

test('tells of a price that is another than the one that was seen', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const eur = (minor: number) => ({ minor, currency: 'EUR' });
  const dearer = (await send(server, token, set('cups-1', 1, eur(2000)))).body;
  assert.deepEqual(dearer.issues, [
    { code: 'PRICE_CHANGED', lineId: 'cups-1', severity: 'block', before: eur(2000), after: eur(2200) },
  ]);
  const cheaper = (await send(server, token, set('cups-1', 1, eur(2500)))).body;
  assert.equal(cheaper.issues[0]?.severity, 'info');
  assert.deepEqual((await send(server, token, set('cups-1', 1, eur(2200)))).body.issues, []);

  const viewer = await Client.join(server);
  await viewer.first('snap');
  assert.equal((await patch(server, 'cups-1', { price: { amount: eur(2600) } })).status, 200);
  assert.deepEqual((await viewer.control('price')).price.amount, eur(2600));
  const after = (await send(server, token, set('honey-1', 1))).body;
  assert.deepEqual(after.issues, [
    { code: 'PRICE_CHANGED', lineId: 'cups-1', severity: 'block', before: eur(2200), after: eur(2600) },
  ]);
  assert.deepEqual((await send(server, token, set('honey-1', 2))).body.issues, []);
});

test('tells of stock that went away from a line that was fine', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  await send(server, token, set('honey-1', 4));
  const viewer = await Client.join(server);
  await viewer.first('snap');
  await patch(server, 'honey-1', { stock: 2 });
  const { availability } = await viewer.control('stock');
  assert.deepEqual([availability.state, availability.quantity], ['low', 2]);
  const { issues, cart } = (await send(server, token, set('cups-1', 1))).body;
  assert.deepEqual(issues, [
    { code: 'INSUFFICIENT_STOCK', lineId: 'honey-1', severity: 'block', available: 2, requested: 4 },
  ]);
  assert.deepEqual(lines(cart), [
    ['honey-1', 4],
    ['cups-1', 1],
  ]);
});

test('takes a coupon off, and says when there is none of that name', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  await send(server, token, set('cups-1', 1));
  const wrong = (await send(server, token, { kind: 'coupon', code: 'NOPE' })).body;
  assert.deepEqual(wrong.issues, [{ code: 'COUPON_INVALID', severity: 'warn' }]);
  const { cart } = (await send(server, token, { kind: 'coupon', code: ' spring8 ' })).body;
  assert.deepEqual(cart.coupons, ['SPRING8']);
  assert.equal(cart.totals.discount?.minor, 176);
  assert.equal(cart.totals.total.minor, 2200 - 176 + 600);
  const without = (await send(server, token, { kind: 'coupon', code: 'SPRING8', remove: true })).body.cart;
  assert.deepEqual([without.coupons, without.totals.discount], [[], undefined]);
});

test('reckons in yen without decimals and in dinars with three', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  await send(server, token, set('dancong-100', 3), { currency: 'KWD' });
  const kwd = (await load(server, token, 'KWD')).body;
  assert.deepEqual(kwd.totals, {
    items: { minor: 23_850, currency: 'KWD' },
    shipping: { minor: 2000, currency: 'KWD' },
    total: { minor: 25_850, currency: 'KWD' },
  });
  const jpy = (await load(server, token, 'JPY')).body;
  assert.deepEqual([jpy.currency, jpy.totals.total], ['JPY', { minor: 12_650, currency: 'JPY' }]);
  await send(server, token, { kind: 'coupon', code: 'SPRING8' });
  assert.deepEqual((await load(server, token, 'JPY')).body.totals.discount, { minor: 936, currency: 'JPY' });
  assert.deepEqual((await load(server, token, 'KWD')).body.totals.discount, { minor: 1908, currency: 'KWD' });
});
