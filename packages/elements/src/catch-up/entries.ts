// SPDX-License-Identifier: MIT
import type { CatalogState, Product, ProgramTime } from '@vitrine/core';

/** A product and when it was shown. */
export interface Entry {
  readonly product: Product;
  /** Each time the host began to show it, the first one first. */
  readonly moments: readonly [ProgramTime, ...ProgramTime[]];
}

/**
 * What was shown so far, each product once, in the order of the show.
 * @param since where the show began: what was shown before belongs to another one
 */
export function entriesOf({ shown, products }: CatalogState, since = -Infinity): readonly Entry[] {
  const moments = new Map<string, [ProgramTime, ...ProgramTime[]]>();
  for (const { productId, at } of [...shown].sort((one, other) => one.at - other.at)) {
    if (at < since) continue;
    const known = moments.get(productId);
    if (known) known.push(at);
    else moments.set(productId, [at]);
  }
  return [...moments].flatMap(([id, times]) => {
    const product = products.find((one) => one.id === id);
    return product ? [{ product, moments: times }] : [];
  });
}
