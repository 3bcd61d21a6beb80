// SPDX-License-Identifier: MIT
import type { CartCommand, CartResult } from '@vitrine/core';
import { check, refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';
import { quantityOf, set } from './lines.js';

/** The code of the issue or of the refusal: a shop may do either when nothing is left to apply. */
async function codesOf(result: Promise<CartResult>): Promise<readonly string[]> {
  try {
    return (await result).issues.map(({ code }) => code);
  } catch (error) {
    return [(await refusal(Promise.reject(error), [], 'The command')).code];
  }
}

/** What a shop changes or refuses, and how it says so. */
export const refusalCases: readonly Rule[] = [
  {
    name: 'clamps to what is left and says so with figures',
    async run(scene) {
      const cart = scene.port('cart');
      const setStock = scene.can('setStock');
      const variant = await scene.variant(2);
      await setStock(variant.id, 2);
      const { cart: clamped, issues } = await cart.apply(set(variant, 3), scene.command());
      same(quantityOf(clamped, variant), 2, 'The clamped quantity');
      const issue = issues.find(({ code }) => code === 'INSUFFICIENT_STOCK');
      check(issue, `There is no INSUFFICIENT_STOCK among ${JSON.stringify(issues)}.`);
      same(issue.available, 2, 'The available quantity');
      same(issue.requested, 3, 'The requested quantity');
      check(issue.lineId !== undefined, 'The issue does not say which line.');
    },
  },
  {
    name: 'says that a variant is sold out',
    async run(scene) {
      const cart = scene.port('cart');
      const setStock = scene.can('setStock');
      const variant = await scene.variant();
      await setStock(variant.id, 0);
      const codes = await codesOf(cart.apply(set(variant, 1), scene.command()));
      check(codes.includes('OUT_OF_STOCK'), `OUT_OF_STOCK is expected, got ${codes.join(', ') || 'nothing'}.`);
      same(quantityOf(await cart.load({ signal: scene.signal }), variant), 0, 'The quantity');
    },
  },
  {
    name: 'keeps to the most of one order',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant(
        2,
        ({ maximumPerOrder, availability }) =>
          maximumPerOrder !== undefined && (availability.quantity ?? maximumPerOrder + 1) > maximumPerOrder,
      );
      const most = variant.maximumPerOrder ?? 0;
      const { cart: limited, issues } = await cart.apply(set(variant, most + 1), scene.command());
      same(quantityOf(limited, variant), most, 'The limited quantity');
      same(issues.find(({ code }) => code === 'LIMIT_EXCEEDED')?.available, most, 'The limit that is told');
    },
  },
  {
    name: 'refuses a variant it does not know',
    async run(scene) {
      const cart = scene.port('cart');
      await refusal(
        cart.apply(set({ id: 'no-such-variant' }, 1), scene.command()),
        ['VARIANT_INVALID', 'NOT_PURCHASABLE'],
        'An unknown variant',
      );
    },
  },
  {
    name: 'refuses a quantity that is no whole number',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant();
      await refusal(cart.apply(set(variant, 1.5), scene.command()), ['BAD_INPUT'], 'Half a piece');
      await refusal(cart.apply(set(variant, -1), scene.command()), ['BAD_INPUT'], 'A negative quantity');
    },
  },
  {
    name: 'says before and after when the price is not what the viewer saw',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant();
      const { amount } = variant.price;
      const expectedUnit = { ...amount, minor: amount.minor - 1 };
      const command: CartCommand = { kind: 'set', item: { variantId: variant.id }, quantity: 1, expectedUnit };
      const { cart: result, issues } = await cart.apply(command, scene.command());
      same(result.lines[0]?.unit, amount, 'The price in the cart');
      const issue = issues.find(({ code }) => code === 'PRICE_CHANGED');
      if (!issue) return; // The room compares by itself where a shop does not.
      same([issue.before, issue.after], [expectedUnit, amount], 'The prices before and after');
    },
  },
  {
    name: 'never takes the client’s word for a price',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant();
      const { amount } = variant.price;
      const command: CartCommand = {
        kind: 'set',
        item: { variantId: variant.id },
        quantity: 1,
        expectedUnit: { ...amount, minor: 1 },
      };
      const { cart: result } = await cart.apply(command, scene.command());
      same(result.totals.items, amount, 'The sum of items');
    },
  },
  {
    name: 'refuses a coupon it does not know, and keeps the cart',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant();
      await cart.apply(set(variant, 1), scene.command());
      const codes = await codesOf(cart.apply({ kind: 'coupon', code: 'NO-SUCH-COUPON' }, scene.command()));
      check(
        codes.some((code) => code.startsWith('COUPON_')),
        `A COUPON code is expected, got ${codes.join(', ') || 'nothing'}.`,
      );
      const after = await cart.load({ signal: scene.signal });
      same(quantityOf(after, variant), 1, 'The quantity');
      same(after?.coupons, [], 'The coupons');
    },
  },
  {
    name: 'applies a coupon once and takes it off again',
    async run(scene) {
      const cart = scene.port('cart');
      const code = scene.can('coupon');
      const { cart: used } = await cart.apply({ kind: 'coupon', code }, scene.command());
      check(used.coupons.length === 1, 'The coupon is not in the cart.');
      const { cart: again } = await cart.apply({ kind: 'coupon', code }, scene.command());
      same(again.coupons, used.coupons, 'The coupons, applied twice');
      const { cart: without } = await cart.apply({ kind: 'coupon', code, remove: true }, scene.command());
      same(without.coupons, [], 'The coupons, taken off');
    },
  },
  {
    name: 'tells the truth when somebody else bought the last one',
    async run(scene) {
      const cart = scene.port('cart');
      const [setStock, buy] = [scene.can('setStock'), scene.can('buy')];
      const variant = await scene.variant();
      await setStock(variant.id, 1);
      await cart.apply(set(variant, 1), scene.command());
      await buy(variant.id, 1);
      const codes = await codesOf(cart.apply(set(variant, 1), scene.command()));
      check(codes.includes('OUT_OF_STOCK'), `OUT_OF_STOCK is expected, got ${codes.join(', ') || 'nothing'}.`);
    },
  },
  {
    name: 'tells subscribers of a change that was made elsewhere',
    async run(scene) {
      const cart = scene.port('cart');
      if (!cart.subscribe) throw new Skipped('The cart has no subscribe.');
      const setStock = scene.can('setStock');
      const variant = await scene.variant(3);
      await setStock(variant.id, 3);
      await cart.apply(set(variant, 3), scene.command());
      const heard = scene.listen(cart.subscribe, cart);
      await setStock(variant.id, 1);
      const { cart: after } = await heard.find(
        ({ issues }) => issues.some(({ code }) => code === 'INSUFFICIENT_STOCK'),
        'The adjusted cart',
      );
      same(quantityOf(after, variant), 1, 'The quantity');
    },
  },
];
