// SPDX-License-Identifier: MIT
import { isSoldOut, type Product } from '@vitrine/core';
import { formatNumber } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { ConsoleWords } from './console.strings.js';

/** What is left of a product in words; nothing where the shop does not tell. */
export function stockOf(product: Product, words: Strings<ConsoleWords>, locale: string): string | null {
  if (isSoldOut(product))
    return product.variants.some(({ availability }) => availability.state === 'soon') ? words.soon : words.noneLeft;
  const all = product.variants.map(({ availability }) => availability);
  const counts = all.flatMap(({ state, quantity }) =>
    state === 'out' ? [0] : quantity === undefined ? [] : [quantity],
  );
  // A sum that leaves a variant out would be a lie.
  if (counts.length === all.length && counts.length > 0) {
    const count = counts.reduce((sum, one) => sum + one, 0);
    return words.left(count, formatNumber(count, locale));
  }
  if (all.some(({ state }) => state === 'low')) return words.fewLeft;
  return all.some(({ state }) => state === 'preorder') ? words.preorder : null;
}
