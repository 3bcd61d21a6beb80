// SPDX-License-Identifier: MIT
import { money, type CartIssue, type ErrorCode, type Money, type VitrineError } from '@vitrine/core';
import { formatMoney } from './format-money.js';
import type { Strings } from './localize.js';
import type { shopStrings } from './shop.strings.js';

/** Why the shop did not do as asked, or not quite. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly available?: number | undefined;
  readonly requested?: number | undefined;
  readonly before?: Money | undefined;
  readonly after?: Money | undefined;
}

export type ShopWords = Strings<typeof shopStrings>;

/** What no other try mends; everything else is a warning. */
const dangers: readonly ErrorCode[] = ['REGION_UNAVAILABLE', 'SOLD_OUT_DATE', 'PAYMENT_DECLINED'];

export function isDanger({ code }: Refusal): boolean {
  return dangers.includes(code);
}

/** An error of a call as a refusal; its figures are minor units of the currency. */
export function refusalOf({ code, params }: VitrineError, currency = 'EUR'): Refusal {
  const number = (name: string): number | undefined =>
    Number.isSafeInteger(params[name]) ? Number(params[name]) : undefined;
  const amount = (name: string): Money | undefined => {
    const minor = number(name);
    return minor === undefined ? undefined : money(minor, currency);
  };
  return { code, available: number('available') ?? number('max'), before: amount('before'), after: amount('after') };
}

/** Codes that are told in the words of another. */
const alike: Partial<Record<ErrorCode, keyof ShopWords>> = {
  QUOTE_EXPIRED: 'CHECKOUT_EXPIRED',
  CLAIM_EXPIRED: 'CHECKOUT_EXPIRED',
  TIMEOUT: 'NETWORK',
  CART_EXPIRED: 'CART_CONFLICT',
  CART_COMPLETED: 'CART_CONFLICT',
  CART_EMPTY: 'CART_CONFLICT',
  VARIANT_INVALID: 'NOT_PURCHASABLE',
  OFFER_NOT_STARTED: 'NOT_PURCHASABLE',
};

/** The sentence for a refusal, in the viewer's language: always ours, never a back end's text. */
export function sentence(
  { code, available, requested, before, after }: Refusal | CartIssue,
  text: ShopWords,
  locale: string,
): string {
  const amount = (money: Money | undefined): string => (money ? formatMoney(money, locale) : '');
  if (code === 'OFFER_ENDED') return text.OFFER_ENDED(amount(after));
  if (code === 'PRICE_CHANGED' && before && after) return text.PRICE_CHANGED(amount(after), amount(before));
  if (code === 'INSUFFICIENT_STOCK' && available !== undefined) return text.INSUFFICIENT_STOCK(available, requested);
  if (code === 'LIMIT_EXCEEDED' && available !== undefined) return text.LIMIT_EXCEEDED(available);
  const key = alike[code] ?? code;
  const words = key in text ? text[key as keyof ShopWords] : text.UNKNOWN;
  // One whose figures are missing.
  return typeof words === 'string' ? words : text.CART_CONFLICT;
}
