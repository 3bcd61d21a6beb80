// SPDX-License-Identifier: MIT
import type { CheckoutPort, CheckoutRequest, CheckoutSession, Variant } from '@vitrine/core';
import { check, refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import type { Scene } from '../scene.js';

/** The first way of paying the adapter offers, in the room where that is possible. */
function request(checkout: CheckoutPort, more: Partial<CheckoutRequest> = {}): CheckoutRequest {
  const mode = checkout.modes.includes('embed') ? 'embed' : checkout.modes[0];
  if (!mode) throw new Skipped('The checkout has no mode.');
  return { mode, returnUrl: typeof location === 'object' ? location.href : 'https://shop.example/', ...more };
}

/** One piece in the cart. */
async function fill(scene: Scene, quantity = 1): Promise<Variant> {
  const variant = await scene.variant(quantity);
  await scene.port('cart').apply({ kind: 'set', item: { variantId: variant.id }, quantity }, scene.command());
  return variant;
}

/** An open session that is paid inside the room. @throws {Skipped} where that is not possible */
async function open(scene: Scene): Promise<{
  readonly session: CheckoutSession;
  readonly pay: (methodId: string, commandId?: string) => Promise<CheckoutSession>;
}> {
  const checkout = scene.port('checkout');
  if (!checkout.confirm || !checkout.modes.includes('embed')) throw new Skipped('Nothing is paid inside the room.');
  const confirm = checkout.confirm.bind(checkout);
  await fill(scene);
  const session = await checkout.begin(request(checkout), scene.command());
  return { session, pay: (methodId, commandId) => confirm(session.id, { methodId }, scene.command(commandId)) };
}

export const checkoutCases: readonly Rule[] = [
  {
    name: 'begins with the back end’s own price and a way to pay',
    async run(scene) {
      const checkout = scene.port('checkout');
      await fill(scene, 2);
      const cart = await scene.port('cart').load({ signal: scene.signal });
      const session = await checkout.begin(request(checkout), scene.command());
      same(session.total, cart?.totals.total, 'The total');
      same(session.itemCount, 2, 'The number of items');
      same(session.status, 'open', 'The status');
      if ('url' in session.handoff)
        check(
          /^https:|^http:\/\/(localhost|127\.0\.0\.1)/.test(session.handoff.url),
          'The URL is neither https nor loopback.',
        );
      same(
        (await checkout.status(session.id, { signal: scene.signal })).id,
        session.id,
        'The session that status tells of',
      );
    },
  },
  {
    name: 'begins once for one command id',
    async run(scene) {
      const checkout = scene.port('checkout');
      await fill(scene);
      const command = scene.command();
      const first = await checkout.begin(request(checkout), command);
      const second = await checkout.begin(request(checkout), command);
      same(second.id, first.id, 'The session');
    },
  },
  {
    name: 'refuses an empty cart',
    async run(scene) {
      const checkout = scene.port('checkout');
      scene.port('cart');
      await refusal(
        checkout.begin(request(checkout), scene.command()),
        ['CART_EMPTY', 'BAD_INPUT', 'NO_HANDLER'],
        'Paying nothing',
      );
    },
  },
  {
    name: 'refuses a total that is not what the viewer saw',
    async run(scene) {
      const checkout = scene.port('checkout');
      await fill(scene);
      const total = (await scene.port('cart').load({ signal: scene.signal }))?.totals.total;
      check(total, 'The cart has no total.');
      const expectedTotal = { ...total, minor: total.minor - 1 };
      await refusal(
        checkout.begin(request(checkout, { expectedTotal }), scene.command()),
        ['PRICE_CHANGED'],
        'Another total',
      );
    },
  },
  {
    name: 'pays once, empties the cart and knows the order',
    async run(scene) {
      const { pays } = scene.can('methods');
      const { session, pay } = await open(scene);
      const paid = await pay(pays);
      same(paid.status, 'paid', 'The status');
      check(paid.orderId || paid.orderNumber, 'A paid session names no order.');
      same(
        (await scene.port('checkout').status(session.id, { signal: scene.signal })).status,
        'paid',
        'The status that is told later',
      );
      same((await scene.port('cart').load({ signal: scene.signal }))?.lines ?? [], [], 'The lines of the cart');
    },
  },
  {
    name: 'charges once for one command id, and once for one session',
    async run(scene) {
      const { pays } = scene.can('methods');
      const { pay } = await open(scene);
      const first = await pay(pays, 'the-same-command');
      const again = await pay(pays, 'the-same-command');
      same(again.orderId, first.orderId, 'The order, confirmed twice');
      const third = await pay(pays).catch(() => first);
      same(third.orderId, first.orderId, 'The order, confirmed by another command');
    },
  },
  {
    name: 'tells a declined payment, charges nothing and lets the viewer try another way',
    async run(scene) {
      const { pays, declines } = scene.can('methods');
      const { session, pay } = await open(scene);
      const declined = await pay(declines).catch((error: unknown) =>
        refusal(Promise.reject(error), ['PAYMENT_DECLINED'], 'The payment'),
      );
      if ('status' in declined) {
        same(declined.error, 'PAYMENT_DECLINED', 'Why it failed');
        check(declined.status === 'open' || declined.status === 'failed', `A declined session is ${declined.status}.`);
      }
      const still = await scene.port('checkout').status(session.id, { signal: scene.signal });
      check(still.status !== 'paid' && !still.orderId, 'A declined payment made an order.');
      const cart = await scene.port('cart').load({ signal: scene.signal });
      check((cart?.lines.length ?? 0) > 0, 'A declined payment emptied the cart.');
      if (still.status === 'open') same((await pay(pays)).status, 'paid', 'The second way to pay');
    },
  },
  {
    name: 'refuses a way to pay it does not offer',
    async run(scene) {
      const { pay } = await open(scene);
      await refusal(pay('no-such-method'), ['BAD_INPUT'], 'An unknown method');
    },
  },
  {
    name: 'gives held stock back when it is canceled',
    async run(scene) {
      const checkout = scene.port('checkout');
      if (!checkout.cancel) throw new Skipped('The checkout has no cancel.');
      const setStock = scene.can('setStock');
      const variant = await scene.variant();
      await setStock(variant.id, 1);
      await scene.port('cart').apply({ kind: 'set', item: { variantId: variant.id }, quantity: 1 }, scene.command());
      const session = await checkout.begin(request(checkout), scene.command());
      const canceled = await checkout.cancel(session.id, scene.command());
      same(canceled.status, 'canceled', 'The status');
      const again = await checkout.begin(request(checkout), scene.command());
      same(again.status, 'open', 'The status of the next session');
    },
  },
  {
    name: 'buys one thing at once and leaves the cart as it is',
    async run(scene) {
      const { pays } = scene.can('methods');
      const checkout = scene.port('checkout');
      if (!checkout.confirm || !checkout.modes.includes('embed')) throw new Skipped('Nothing is paid inside the room.');
      const kept = await fill(scene);
      const other = await scene.variant(1, ({ id }) => id !== kept.id);
      const session = await checkout.begin(
        request(checkout, { buyNow: { variantId: other.id, quantity: 1 } }),
        scene.command(),
      );
      same(session.itemCount, 1, 'The number of items');
      same((await checkout.confirm(session.id, { methodId: pays }, scene.command())).status, 'paid', 'The status');
      const lines = (await scene.port('cart').load({ signal: scene.signal }))?.lines ?? [];
      same(
        lines.map(({ variantId }) => variantId),
        [kept.id],
        'The cart',
      );
    },
  },
  {
    name: 'does not sell the last one twice',
    async run(scene) {
      const checkout = scene.port('checkout');
      const [setStock, buy] = [scene.can('setStock'), scene.can('buy')];
      const variant = await scene.variant();
      await setStock(variant.id, 1);
      await scene.port('cart').apply({ kind: 'set', item: { variantId: variant.id }, quantity: 1 }, scene.command());
      await buy(variant.id, 1);
      await refusal(
        checkout.begin(request(checkout, { buyNow: { variantId: variant.id, quantity: 1 } }), scene.command()),
        ['OUT_OF_STOCK', 'INSUFFICIENT_STOCK'],
        'Buying what is gone',
      );
    },
  },
  {
    name: 'refuses a session it does not know',
    async run(scene) {
      await refusal(
        scene.port('checkout').status('no-such-session', { signal: scene.signal }),
        ['CHECKOUT_EXPIRED', 'BAD_INPUT', 'FORBIDDEN'],
        'An unknown session',
      );
    },
  },
];
