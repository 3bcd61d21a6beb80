// SPDX-License-Identifier: MIT
import { VitrineError } from './error.js';

/** An exact amount: a safe integer of the currency's minor unit, and its ISO 4217 code. */
export interface Money {
  /** Integer minor units: cents of EUR, whole yen of JPY, thousandths (fils) of KWD. */
  readonly minor: number;
  /** ISO 4217 alphabetic code, upper case. */
  readonly currency: string;
}

// ISO 4217 gives every currency two decimals but these. Intl is no source for it: engines take their
// digits from CLDR, which follows custom and not the standard (HUF has 0 there and 2 in ISO 4217).
const exponents: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/**
 * The number of decimals of a currency (ISO 4217).
 * @throws {VitrineError} `BAD_MONEY` when the code is not three capital letters.
 */
export function exponentOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new VitrineError('BAD_MONEY', `"${currency}" is no currency code.`, {
      field: 'currency',
      mend: 'Use an ISO 4217 code of three capital letters, such as EUR.',
    });
  }
  for (const digits of [0, 3, 4]) if (exponents[digits]?.includes(currency)) return digits;
  return 2;
}

/**
 * An amount from integer minor units.
 * @throws {VitrineError} `BAD_MONEY` when the amount is no safe integer or the code is malformed.
 */
export function money(minor: number, currency: string): Money {
  exponentOf(currency);
  if (!Number.isSafeInteger(minor)) {
    throw new VitrineError('BAD_MONEY', `${minor} is no whole number of minor units.`, {
      field: 'minor',
      mend: 'Pass whole minor units (1999 for 19.99 EUR), or use parseMoney with a decimal string.',
    });
  }
  return { minor, currency };
}

/**
 * An amount from a decimal string, digit by digit: no float ever sees it, so 19.99 is 1999 and not
 * 1998.9999. Trailing zeros beyond the currency's decimals are allowed (`12.000` EUR), other digits are not.
 * @throws {VitrineError} `BAD_MONEY` when it is no decimal or is finer than the currency's minor unit.
 */
export function parseMoney(decimal: string, currency: string): Money {
  const exponent = exponentOf(currency);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) {
    throw new VitrineError('BAD_MONEY', `"${decimal}" is no decimal amount.`, {
      field: 'price',
      mend: 'Write it with a point and no grouping, such as "1234.50".',
    });
  }
  const [, sign = '', whole = '', fraction = ''] = match;
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  if (/[1-9]/.test(fraction.slice(exponent))) {
    throw new VitrineError('BAD_MONEY', `"${decimal}" has more than the ${exponent} decimals of ${currency}.`, {
      field: 'price',
      mend: `Round it to ${exponent} decimals before it is sent.`,
    });
  }
  return money(Number(`${sign}${whole}${kept}`) || 0, currency);
}

/** The amount as a plain decimal string, `"1234.50"`: exact, and what `Intl.NumberFormat` should be fed. */
export function toDecimal({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const cut = digits.length - exponent;
  return `${minor < 0 ? '-' : ''}${digits.slice(0, cut)}${exponent ? `.${digits.slice(cut)}` : ''}`;
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency === b.currency) return;
  throw new VitrineError('CURRENCY_MISMATCH', `${a.currency} and ${b.currency} cannot be reckoned together.`, {
    field: 'currency',
    mend: 'Convert on the back end, where the rate is known.',
  });
}

/** The sum. @throws {VitrineError} `CURRENCY_MISMATCH` */
export function addMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

/** The amount times a whole quantity. */
export function multiplyMoney(amount: Money, quantity: number): Money {
  return money(amount.minor * quantity, amount.currency);
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. @throws {VitrineError} `CURRENCY_MISMATCH` */
export function compareMoney(a: Money, b: Money): number {
  sameCurrency(a, b);
  return a.minor - b.minor;
}
