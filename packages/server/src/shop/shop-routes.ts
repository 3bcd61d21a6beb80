// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { CartCommand, CheckoutRequest } from '@vitrine/core';
import {
  param,
  readClaims,
  readClaimsIfAny,
  readCurrency,
  readInput,
  readKey,
  requireRoom,
  spend,
} from '../http/requests.js';
import { isStaff, requireRole, type Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import { compact } from '../rooms/room-input.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { applyCommand } from './cart-commands.js';
import { checkReturnUrl } from './return-url.js';
import { currencyInput, moneyInput, priceInput } from './shop-input.js';

const text = (most: number): v.GenericSchema<string> =>
  v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(most));
const quantity = v.pipe(v.number(), v.integer('A quantity is whole.'), v.minValue(0), v.maxValue(999));
const commandBody = v.object({
  command: v.variant('kind', [
    v.object({
      kind: v.literal('set'),
      item: v.object({ variantId: text(128), offerId: v.optional(text(128)), quoteId: v.optional(text(128)) }),
      quantity,
      expectedUnit: v.optional(moneyInput),
    }),
    v.object({ kind: v.literal('coupon'), code: text(64), remove: v.optional(v.boolean()) }),
  ]),
  currency: v.optional(currencyInput),
});
const beginBody = v.object({
  mode: v.picklist(['embed', 'redirect', 'popup'], 'This shop has no such way to pay.'),
  buyNow: v.optional(
    v.object({
      variantId: text(128),
      quantity: v.pipe(v.number(), v.integer('A quantity is whole.'), v.minValue(1), v.maxValue(999)),
      offerId: v.optional(text(128)),
    }),
  ),
  // Empty where nothing is handed over: a page of the room pays in the room.
  returnUrl: v.pipe(v.string(), v.maxLength(2048)),
  expectedTotal: v.optional(moneyInput),
  currency: v.optional(currencyInput),
});
const confirmBody = v.object({ methodId: text(64) });
const variantBody = v.object({
  stock: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
  price: v.optional(priceInput),
});

/** The shop: products, carts, checkout, orders. Only ids, quantities and expectations are read from a client. */
export function shopRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, tokens, goods, carts, checkout, orders, settings, shopDatabase, stockNews } = services;
  const { clock, limits } = settings;
  const cartBuckets = new Buckets(limits.cart, clock);
  const checkoutBuckets = new Buckets(limits.checkout, clock);

  /** The wish of the body, else of the query. */
  const currencyFor = (request: FastifyRequest, room: string, wish?: string): string =>
    goods.currency(room, wish ?? readCurrency(request));
  const buyer = async (request: FastifyRequest): Promise<Claims> => {
    const claims = await readClaims(request, tokens);
    rooms.writer(claims.room);
    return claims;
  };
  const staff = async (request: FastifyRequest, room: string): Promise<Claims> => {
    rooms.writer(room);
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    requireRole(claims, 'owner', 'host', 'moderator');
    return claims;
  };

  app.get('/rooms/:id/products', async (request) => {
    const id = param(request, 'id');
    rooms.writer(id);
    const claims = await readClaimsIfAny(request, tokens);
    const isExact = claims !== null && claims.room === id && isStaff(claims.role);
    const currency = currencyFor(request, id);
    return { currency, products: goods.products(id, currency, clock.now(), isExact) };
  });

  app.patch('/rooms/:id/variants/:variant', async (request) => {
    const [id, variant] = [param(request, 'id'), param(request, 'variant')];
    const claims = await staff(request, id);
    requireRole(claims, 'owner', 'host');
    const { stock, price } = readInput(variantBody, request.body);
    const currency = price?.amount.currency ?? goods.currency(id, undefined);
    if (!goods.item(id, variant, currency))
      throw new Refusal('VARIANT_INVALID', 'The shop has no such variant in this currency.', { field: 'variant' });
    const now = clock.now();
    shopDatabase.transaction(() => {
      if (stock !== undefined) carts.stock.set(id, variant, stock, now);
      if (price) goods.setPrice(id, variant, compact(price) as Parameters<typeof goods.setPrice>[2]);
    });
    rooms.records.audit(id, claims.subject, claims.role, { op: 'variant', variant, stock, price }, now);
    if (stock !== undefined) stockNews.changed(id, [{ variantId: variant, quantity: stock }]);
    const item = goods.item(id, variant, currency);
    if (price && item) rooms.writer(id).control({ op: 'price', variant, price: item.price });
    return { id: variant, price: item?.price, availability: goods.availability(id, variant, now) };
  });

  app.get('/cart', async (request, reply) => {
    const claims = await buyer(request);
    // Fastify sends null as an empty body; a client that reads JSON wants the word.
    reply.type('application/json; charset=utf-8');
    return JSON.stringify(carts.load(claims, currencyFor(request, claims.room), clock.now()));
  });

  app.post('/cart/commands', async (request) => {
    const claims = await buyer(request);
    const key = readKey(request);
    const { command, currency: wish } = readInput(commandBody, request.body);
    spend(cartBuckets, claims.subject);
    const currency = currencyFor(request, claims.room, wish);
    return applyCommand(carts, claims, { command: compact(command) as CartCommand, key, currency, now: clock.now() });
  });

  app.post('/checkout/sessions', async (request, reply) => {
    const claims = await buyer(request);
    const key = readKey(request);
    const { currency, ...body } = readInput(beginBody, request.body);
    spend(checkoutBuckets, claims.subject);
    if (body.mode !== 'embed') checkReturnUrl(body.returnUrl, request.headers.origin, settings);
    const session = checkout.begin(
      claims,
      compact(body) as CheckoutRequest,
      key,
      currencyFor(request, claims.room, currency),
    );
    reply.status(201);
    return session;
  });

  app.get('/checkout/sessions/:id', async (request) => checkout.status(await buyer(request), param(request, 'id')));

  app.post('/checkout/sessions/:id/confirm', async (request) => {
    const claims = await buyer(request);
    const key = readKey(request);
    const { methodId } = readInput(confirmBody, request.body);
    spend(checkoutBuckets, claims.subject);
    return checkout.confirm(claims, param(request, 'id'), methodId, key);
  });

  app.post('/checkout/sessions/:id/cancel', async (request) => {
    const claims = await buyer(request);
    return checkout.cancel(claims, param(request, 'id'));
  });

  app.get('/orders/:id', async (request) => {
    const claims = await buyer(request);
    return orders.get(param(request, 'id'), claims.room, claims.subject);
  });

  app.get('/rooms/:id/orders', async (request) => {
    await staff(request, param(request, 'id'));
    return orders.summary(param(request, 'id'));
  });
}
