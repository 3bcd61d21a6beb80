// SPDX-License-Identifier: MIT
import type { Product } from '@vitrine/core';
import { formatMoney } from '../shared/format-money.js';
import type { Strings } from '../shared/localize.js';
import { priceOf } from '../shared/price.js';
import type { ConsoleWords } from './console.strings.js';

/** The price of a product as viewers are told it. */
export function priceInWords(product: Product, words: Strings<ConsoleWords>, locale: string): string | null {
  const price = priceOf(product);
  if (!price) return null;
  const shown = formatMoney(price.amount, locale);
  return price.isLowest ? words.from(shown) : shown;
}
