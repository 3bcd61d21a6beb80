// SPDX-License-Identifier: MIT
import { toDecimal, type Cart, type Money } from '@vitrine/core';
import { check, same } from '../assert.js';
import type { Rule } from '../rule.js';

const decimals = { EUR: 2, JPY: 0, KWD: 3 } as const;

function every(cart: Cart): readonly (Money | undefined)[] {
  const { items, discount, shipping, tax, total } = cart.totals;
  return [
    items,
    discount,
    shipping,
    tax,
    total,
    ...cart.lines.flatMap(({ unit, total: sum, compareAt }) => [unit, sum, compareAt]),
  ];
}

export const moneyCases: readonly Rule[] = (['EUR', 'JPY', 'KWD'] as const).flatMap(
  (currency) =>
    [
      {
        name: `prices products in whole minor units of ${currency}`,
        setting: { currency },
        async run(scene) {
          for (const { variants } of await scene.products()) {
            for (const { id, price } of variants) {
              for (const amount of [price.amount, price.compareAt]) {
                if (!amount) continue;
                same(amount.currency, currency, `The currency of ${id}`);
                check(
                  Number.isSafeInteger(amount.minor) && amount.minor >= 0,
                  `${id} costs ${amount.minor}, which is no whole number of minor units.`,
                );
                same(toDecimal(amount).split('.')[1]?.length ?? 0, decimals[currency], `The decimals of ${id}`);
              }
            }
          }
        },
      },
      {
        name: `adds up a cart exactly in ${currency}`,
        setting: { currency },
        async run(scene) {
          const cart = scene.port('cart');
          const variants = (await scene.products())
            .flatMap((product) => product.variants)
            .filter(
              ({ availability, maximumPerOrder = 3 }) =>
                availability.state !== 'out' && (availability.quantity ?? 3) >= 3 && maximumPerOrder >= 3,
            )
            .slice(0, 4);
          let last: Cart | undefined;
          for (const { id } of variants) {
            last = (await cart.apply({ kind: 'set', item: { variantId: id }, quantity: 3 }, scene.command())).cart;
          }
          check(last, 'Nothing could be put in the cart.');
          for (const amount of every(last)) {
            if (!amount) continue;
            same(amount.currency, currency, 'The currency in the cart');
            check(Number.isSafeInteger(amount.minor), `${amount.minor} is no whole number of minor units.`);
          }
          for (const line of last.lines)
            same(line.total.minor, line.unit.minor * line.quantity, `The total of ${line.variantId}`);
          const { items, discount, shipping, total } = last.totals;
          same(
            items.minor,
            last.lines.reduce((sum, line) => sum + line.total.minor, 0),
            'The sum of items',
          );
          same(total.minor, items.minor - Math.abs(discount?.minor ?? 0) + (shipping?.minor ?? 0), 'The total');
        },
      },
    ] satisfies Rule[],
);
