// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { compact } from '../rooms/room-input.js';
import type { ProductInput, Shop } from './goods.js';
import type { Coupon } from './stocking.js';

const words = (most: number): v.GenericSchema<string> =>
  v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(most));
const id = v.pipe(v.string(), v.regex(/^[\w.:-]{1,128}$/, 'An id has letters, digits and . : _ -'));
/** A currency in a body. */
export const currencyInput = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'This is no ISO 4217 code.'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** An amount in a body: whole minor units and the currency. */
export const moneyInput = v.object({
  minor: v.pipe(v.number(), v.safeInteger('Minor units are whole.'), v.minValue(0)),
  currency: currencyInput,
});
/** A price in a body. */
export const priceInput = v.object({
  amount: moneyInput,
  compareAt: v.optional(moneyInput),
  unitPrice: v.optional(words(80)),
});

const variant = v.object({
  id,
  sku: v.optional(words(128)),
  values: v.record(v.string(), v.string()),
  stock: count,
  maximumPerOrder: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  image: v.optional(words(2048)),
  prices: v.pipe(v.array(priceInput), v.minLength(1, 'It needs a price.')),
});
const product = v.object({
  id,
  number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999))),
  kind: v.picklist(['goods', 'voucher', 'stay', 'ticket', 'service']),
  title: words(200),
  subtitle: v.optional(words(200)),
  description: v.optional(words(4000)),
  url: v.optional(words(2048)),
  images: v.optional(v.array(v.object({ url: words(2048), alt: v.optional(words(200)) })), []),
  options: v.optional(
    v.array(
      v.object({
        id,
        name: words(80),
        display: v.optional(v.picklist(['chips', 'swatches'])),
        values: v.array(
          v.object({ id, name: words(80), swatch: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i))) }),
        ),
      }),
    ),
    [],
  ),
  rating: v.optional(v.object({ value: v.number(), count })),
  details: v.optional(v.array(v.object({ name: words(80), value: words(400) }))),
  variants: v.pipe(v.array(variant), v.minLength(1, 'A product needs a variant.')),
});

/** A room's shop in a body. */
export const shopInput = v.pipe(
  v.object({
    currency: currencyInput,
    currencies: v.optional(v.array(currencyInput), []),
    lowStock: v.optional(count, 5),
    delivery: v.optional(
      v.object({
        label: words(80),
        note: v.optional(words(200)),
        prices: v.array(moneyInput),
        freeFrom: v.optional(v.array(moneyInput)),
      }),
      { label: 'Delivery', prices: [] },
    ),
    coupons: v.optional(
      v.array(
        v.object({
          code: v.pipe(v.string(), v.regex(/^[A-Z0-9]{3,32}$/, 'A coupon code has capital letters and digits.')),
          basisPoints: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
        }),
      ),
      [],
    ),
    products: v.array(product),
  }),
  v.check(
    ({ currency, currencies, products }) =>
      products.every(({ variants }) =>
        variants.every(({ prices }) =>
          [currency, ...currencies].every((wanted) => prices.some(({ amount }) => amount.currency === wanted)),
        ),
      ),
    'Every variant needs a price in every currency of the shop.',
  ),
);

/** What a checked body says, in the forms the shop is stocked with. */
export function toStocking({ products, coupons, currency, currencies, ...shop }: v.InferOutput<typeof shopInput>): {
  readonly shop: Shop;
  readonly products: readonly ProductInput[];
  readonly coupons: readonly Coupon[];
} {
  return compact({
    shop: { ...shop, currency, currencies: [...new Set([currency, ...currencies])] } as Shop,
    products: products as readonly ProductInput[],
    coupons,
  });
}
