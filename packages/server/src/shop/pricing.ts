// SPDX-License-Identifier: MIT
import type { Money } from '@vitrine/core';
import type { Delivery, Item } from './goods.js';

/** An item and how many of it. */
export interface Wanted {
  readonly item: Item;
  readonly quantity: number;
}

/** What a purchase costs, in minor units of one currency. */
export interface Sums {
  readonly items: number;
  readonly discount: number;
  readonly shipping: number;
  readonly total: number;
  /** Pieces. */
  readonly count: number;
}

function amountIn(amounts: readonly Money[] | undefined, currency: string): number | undefined {
  return amounts?.find((amount) => amount.currency === currency)?.minor;
}

/**
 * Adds up: whole minor units throughout, so nothing is ever rounded but a discount, and that in the shop's favour by
 * less than one unit.
 * @param basisPoints the share a coupon takes off the items, in hundredths of a percent
 */
export function addUp(wanted: readonly Wanted[], currency: string, delivery: Delivery, basisPoints = 0): Sums {
  let items = 0;
  let count = 0;
  for (const { item, quantity } of wanted) {
    items += item.price.amount.minor * quantity;
    count += quantity;
  }
  const discount = Math.floor((items * basisPoints) / 10_000);
  const freeFrom = amountIn(delivery.freeFrom, currency) ?? Number.POSITIVE_INFINITY;
  const isSent = wanted.some(({ item }) => item.kind === 'goods');
  const shipping = isSent && items - discount < freeFrom ? (amountIn(delivery.prices, currency) ?? 0) : 0;
  return { items, discount, shipping, total: items - discount + shipping, count };
}
