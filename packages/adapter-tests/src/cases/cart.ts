// SPDX-License-Identifier: MIT
import type { Cart } from '@vitrine/core';
import { check, refusal, same } from '../assert.js';
import type { Rule } from '../rule.js';
import { quantityOf, set } from './lines.js';

/** Lines, coupons and totals: what two equal answers have in common, whatever their revision. */
function content({ lines, totals, coupons }: Cart): unknown {
  return { lines: lines.map(({ variantId, quantity, unit }) => ({ variantId, quantity, unit })), totals, coupons };
}

export const cartCases: readonly Rule[] = [
  {
    name: 'begins with no cart or an empty one',
    async run(scene) {
      const cart = await scene.port('cart').load({ signal: scene.signal });
      same(cart?.lines ?? [], [], 'The lines of a new cart');
    },
  },
  {
    name: 'sets a quantity absolutely, however often it is told',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant(2);
      const first = await cart.apply(set(variant, 2), scene.command());
      const second = await cart.apply(set(variant, 2), scene.command());
      same(quantityOf(first.cart, variant), 2, 'The quantity');
      same(quantityOf(second.cart, variant), 2, 'The quantity, told twice');
      same(quantityOf(await cart.load({ signal: scene.signal }), variant), 2, 'The quantity as it is loaded');
    },
  },
  {
    name: 'removes a line by the quantity 0',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant();
      await cart.apply(set(variant, 1), scene.command());
      const { cart: left } = await cart.apply(set(variant, 0), scene.command());
      same(left.lines, [], 'The lines');
      same(left.totals.items.minor, 0, 'The sum of items');
    },
  },
  {
    name: 'gives the same command id the same answer',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant(2);
      const command = scene.command();
      const first = await cart.apply(set(variant, 1), command);
      await cart.apply(set(variant, 2), scene.command());
      const again = await cart.apply(set(variant, 1), command);
      same(content(again.cart), content(first.cart), 'The answer to the same command id');
      same(quantityOf(await cart.load({ signal: scene.signal }), variant), 2, 'The quantity afterwards');
    },
  },
  {
    name: 'counts revisions up',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant(2);
      const { cart: first } = await cart.apply(set(variant, 1), scene.command());
      const { cart: second } = await cart.apply(set(variant, 2), scene.command());
      check(second.revision > first.revision, `Revision ${second.revision} came after ${first.revision}.`);
    },
  },
  {
    name: 'rejects a command that was given up, and stays usable',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant();
      const given = new AbortController();
      const command = cart.apply(set(variant, 1), { ...scene.command(), signal: given.signal });
      given.abort();
      const outcome = await command.then(
        () => 'applied' as const,
        (error: unknown) => error,
      );
      if (outcome !== 'applied') await refusal(Promise.reject(outcome), ['ABORTED'], 'A command that was given up');
      const { cart: after } = await cart.apply(set(variant, 1), scene.command());
      same(quantityOf(after, variant), 1, 'The quantity');
    },
  },
  {
    name: 'rejects a command whose signal has already aborted',
    async run(scene) {
      const cart = scene.port('cart');
      const variant = await scene.variant();
      await refusal(
        cart.apply(set(variant, 1), { ...scene.command(), signal: AbortSignal.abort() }),
        ['ABORTED'],
        'An aborted command',
      );
      same(quantityOf(await cart.load({ signal: scene.signal }), variant), 0, 'The quantity');
    },
  },
];
