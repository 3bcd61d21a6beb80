// SPDX-License-Identifier: MIT
import type { Money, OptionAxis, Price } from '@vitrine/core';
import type { ProductInput, VariantInput } from '../shop/goods.js';

/** One price in the three currencies of the demo shop, in minor units: cents, whole yen, fils. */
export type Amounts = readonly [eur: number, jpy: number, kwd: number];

const currencies = ['EUR', 'JPY', 'KWD'];

/** The prices of a variant; `was` is struck through, `unit` says what an amount is by weight. */
export function prices(amounts: Amounts, was?: Amounts, unit?: (amount: Money) => string): readonly Price[] {
  return currencies.map((currency, index) => {
    const amount = { minor: amounts[index] ?? 0, currency };
    const before = was?.[index];
    return {
      amount,
      ...(before === undefined ? {} : { compareAt: { minor: before, currency } }),
      ...(unit === undefined ? {} : { unitPrice: unit(amount) }),
    };
  });
}

/** A product in one form. */
export function single(
  product: Omit<ProductInput, 'options' | 'variants' | 'kind'> & { readonly kind?: ProductInput['kind'] },
  stock: number,
  amounts: Amounts,
  more: { readonly was?: Amounts; readonly maximumPerOrder?: number } = {},
): ProductInput {
  const { was, maximumPerOrder } = more;
  const variant: VariantInput = {
    id: `${product.id}-1`,
    values: {},
    stock,
    prices: prices(amounts, was),
    ...(maximumPerOrder === undefined ? {} : { maximumPerOrder }),
  };
  return { kind: 'goods', ...product, options: [], variants: [variant] };
}

/** Every pairing of two axes as a variant, `<product>-<first>-<second>`. */
export function pairings(
  product: string,
  [first, second]: readonly [OptionAxis, OptionAxis],
  make: (
    one: string,
    other: string,
  ) => Pick<VariantInput, 'stock' | 'prices'> & { readonly image?: string | undefined },
): readonly VariantInput[] {
  return first.values.flatMap((one) =>
    second.values.map((other): VariantInput => {
      const { image, ...rest } = make(one.id, other.id);
      return {
        id: `${product}-${one.id}-${other.id}`,
        values: { [first.id]: one.id, [second.id]: other.id },
        ...rest,
        ...(image === undefined ? {} : { image }),
      };
    }),
  );
}
