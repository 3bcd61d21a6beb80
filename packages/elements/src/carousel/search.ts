// SPDX-License-Identifier: MIT
import type { Product } from '@vitrine/core';

// Case, accents and full-width forms do not matter to somebody who searches.
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The products that a search means: by number when it is one ("12", "#12"), else by every word in title or subtitle. */
export function search(products: readonly Product[], text: string): readonly Product[] {
  const wanted = Number(text.replace('#', ''));
  const named = wanted ? products.filter(({ number }) => number === wanted) : [];
  if (named.length > 0) return named;
  const words = plain(text).split(/\s+/);
  return products.filter(({ title, subtitle = '' }) => {
    const all = plain(`${title} ${subtitle}`);
    return words.every((word) => all.includes(word));
  });
}
