// SPDX-License-Identifier: MIT
import { money, parseMoney, VitrineError, type Money } from '@vitrine/core';

/** An amount as a page has it: minor units with a currency, or a decimal string such as "19.99". Never a float. */
export type PageMoney = Money | string;

/** @throws {VitrineError} `BAD_MONEY`, `CURRENCY_MISMATCH`, naming the field */
export function readMoney(value: unknown, currency: string, field: string): Money {
  try {
    if (typeof value === 'string') return parseMoney(value, currency);
    const { minor, currency: own } = (value ?? {}) as Partial<Money>;
    if (own !== undefined && own !== currency)
      throw new VitrineError('CURRENCY_MISMATCH', `The amount is in ${own}, not in ${currency}.`);
    if (typeof minor === 'number') return money(minor, currency);
    throw new VitrineError('BAD_MONEY', `${JSON.stringify(value)} is no amount.`);
  } catch (thrown) {
    if (!(thrown instanceof VitrineError)) throw thrown;
    const {
      code,
      message,
      mend = 'Send a decimal string such as "19.99", or { minor: 1999, currency: "EUR" }.',
    } = thrown;
    throw new VitrineError(code, message, { field, mend, cause: thrown });
  }
}

/** An answer without something it must have. */
export function bad(field: string, what: string): VitrineError {
  return new VitrineError('BAD_INPUT', `The page's answer needs ${field}: ${what}.`, { field });
}
