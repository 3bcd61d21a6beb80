// SPDX-License-Identifier: MIT
import {
  addMoney,
  checkUrl,
  money,
  multiplyMoney,
  type Cart,
  type CartLine,
  type CartTotals,
  type EpochMs,
  type Money,
} from '@vitrine/core';
import { bad, readMoney, type PageMoney } from './page-money.js';

/** A line of the page's cart. `id` and `productId` default to the variant's id; the line's total is reckoned. */
export interface PageLine {
  readonly id?: string;
  readonly variantId: string;
  readonly productId?: string;
  readonly offerId?: string;
  readonly quoteId?: string;
  readonly quantity: number;
  readonly maximum?: number;
  readonly unit: PageMoney;
  readonly compareAt?: PageMoney;
  readonly title: string;
  readonly subtitle?: string;
  readonly image?: string;
}

/** The page's cart. Totals that are absent are reckoned from the lines; the revision is counted here. */
export interface PageCart {
  readonly id?: string;
  readonly currency: string;
  readonly lines: readonly PageLine[];
  readonly totals?: { readonly [K in 'items' | 'discount' | 'shipping' | 'tax' | 'total']?: PageMoney } & {
    readonly isEstimated?: boolean;
  };
  readonly coupons?: readonly string[];
  readonly expiresAt?: EpochMs;
}

/** @throws {VitrineError} `BAD_INPUT`, `BAD_MONEY`, `CURRENCY_MISMATCH`, naming the field */
export function readCart(cart: PageCart, revision: number): Cart {
  const { id = 'page', currency, lines, totals = {}, coupons = [], expiresAt } = cart;
  if (!Array.isArray(lines)) throw bad('cart.lines', 'an array');
  const read = (value: unknown, field: string): Money => readMoney(value, currency, `cart.${field}`);
  const checked = lines.map((line: PageLine, index): CartLine => {
    const { variantId, quantity, compareAt, image, ...rest } = line;
    const at = `lines.${index}`;
    if (typeof variantId !== 'string' || !variantId) throw bad(`cart.${at}.variantId`, 'a string');
    if (!Number.isSafeInteger(quantity) || quantity < 1) throw bad(`cart.${at}.quantity`, 'a whole number from 1');
    const unit = read(line.unit, `${at}.unit`);
    return {
      id: variantId,
      productId: variantId,
      ...rest,
      variantId,
      quantity,
      title: String(line.title ?? ''),
      unit,
      total: multiplyMoney(unit, quantity),
      ...(compareAt !== undefined && { compareAt: read(compareAt, `${at}.compareAt`) }),
      ...(image !== undefined && { image: checkUrl(image, 'image', `cart.${at}.image`) }),
    };
  });
  const sum = checked.reduce((all, { total }) => addMoney(all, total), money(0, currency));
  const told: { -readonly [K in keyof CartTotals]?: CartTotals[K] } = {
    ...(totals.isEstimated && { isEstimated: true }),
  };
  for (const name of ['items', 'discount', 'shipping', 'tax', 'total'] as const) {
    if (totals[name] !== undefined) told[name] = read(totals[name], `totals.${name}`);
  }
  return {
    id,
    revision,
    currency,
    lines: checked,
    coupons,
    totals: { items: sum, total: sum, ...told },
    ...(expiresAt !== undefined && { expiresAt }),
  };
}
