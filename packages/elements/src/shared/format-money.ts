// SPDX-License-Identifier: MIT
import { exponentOf, toDecimal, type Money } from '@vitrine/core';
import { cached } from './format.js';

/** An amount in the viewer's language, exact: the formatter is fed a decimal string, with the currency's ISO digits. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = exponentOf(amount.currency);
  const format = cached(
    `money ${locale} ${amount.currency}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: amount.currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );
  // Typed as number in older libs; engines read the string as an exact decimal (ECMA-402 NumberFormat v3).
  return format.format(toDecimal(amount) as unknown as number);
}
