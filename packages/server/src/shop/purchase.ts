// SPDX-License-Identifier: MIT
import type { CheckoutRequest } from '@vitrine/core';
import type { Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import type { Carts } from './carts.js';
import type { OrderLine } from './orders.js';
import type { Wanted } from './pricing.js';

/**
 * What a checkout is about: one thing at once, or the cart.
 * @throws {Refusal} `CART_EMPTY`, `VARIANT_INVALID`, `OFFER_ENDED`, `LIMIT_EXCEEDED`
 */
export function wantedOf(carts: Carts, claims: Claims, { buyNow }: CheckoutRequest, currency: string): Wanted[] {
  let wanted = carts.wanted(claims, currency);
  if (buyNow) {
    const item = carts.goods.item(claims.room, buyNow.variantId, currency);
    if (!item) throw new Refusal('VARIANT_INVALID', 'The shop has no such variant.', { field: 'buyNow.variantId' });
    if (buyNow.offerId !== undefined)
      throw new Refusal('OFFER_ENDED', 'There is no such offer.', { status: 409, field: 'buyNow.offerId' });
    wanted = [{ item, quantity: buyNow.quantity }];
  }
  if (wanted.length === 0) throw new Refusal('CART_EMPTY', 'There is nothing in the cart.');
  for (const { item, quantity } of wanted) {
    if (item.maximum === undefined || quantity <= item.maximum) continue;
    throw new Refusal('LIMIT_EXCEEDED', `At most ${item.maximum} of it.`, {
      field: 'variantId',
      params: { maximum: item.maximum, available: item.maximum, requested: quantity, variantId: item.variantId },
    });
  }
  return wanted;
}

/** Compares the total the client expects. @throws {Refusal} `PRICE_CHANGED`, `CURRENCY_MISMATCH` */
export function checkExpected({ expectedTotal }: CheckoutRequest, total: number, currency: string): void {
  if (!expectedTotal) return;
  if (expectedTotal.currency !== currency) {
    throw new Refusal('CURRENCY_MISMATCH', `This is sold in ${currency}.`, { field: 'expectedTotal.currency' });
  }
  if (expectedTotal.minor === total) return;
  throw new Refusal('PRICE_CHANGED', 'The total is another one.', {
    field: 'expectedTotal',
    mend: 'Show the new total and ask again.',
    params: { before: expectedTotal.minor, after: total, currency },
  });
}

/** A thing wanted, as a line of the order it may become. */
export function toLine({ item, quantity }: Wanted, currency: string): OrderLine {
  return {
    variantId: item.variantId,
    productId: item.productId,
    title: item.title,
    ...(item.subtitle === undefined ? {} : { subtitle: item.subtitle }),
    quantity,
    unit: item.price.amount,
    total: { minor: item.price.amount.minor * quantity, currency },
  };
}
