// SPDX-License-Identifier: MIT
import type { Product } from '@vitrine/core';
import { formatMoney } from '../shared/format-money.js';
import { priceOf } from '../shared/price.js';
import type { View } from './view.js';

/** The price of a product as viewers are told it. */
export function priceInWords({ shop, locale }: Pick<View, 'shop' | 'locale'>, product: Product): string | null {
  const price = priceOf(product);
  if (!price) return null;
  const shown = formatMoney(price.amount, locale);
  return price.isLowest ? shop.from(shown) : shown;
}
