// SPDX-License-Identifier: MIT
import { safeUrl, type UrlUse } from '@vitrine/core';
import * as v from 'valibot';

/** Words that are there. */
export const words = v.pipe(v.string('Expected words.'), v.nonEmpty('Expected words, got an empty string.'));
/** Words that may be empty. */
export const text = v.string('Expected a string.');
export const count = v.pipe(
  v.number('Expected a number.'),
  v.safeInteger('Expected a whole number.'),
  v.minValue(0, 'Expected 0 or more.'),
);
/** Epoch milliseconds, or a moment of the show. */
export const moment = v.pipe(
  v.number('Expected milliseconds since 1970.'),
  v.finite('Expected milliseconds since 1970.'),
  v.minValue(0, 'Expected milliseconds since 1970.'),
);
export const span = v.pipe(v.number('Expected milliseconds.'), v.finite('Expected milliseconds.'));

export const money = v.object({
  minor: v.pipe(
    v.number('Expected whole minor units.'),
    v.safeInteger('Expected whole minor units: 1999 for 19.99 EUR.'),
  ),
  currency: v.pipe(text, v.regex(/^[A-Z]{3}$/, 'Expected an ISO 4217 code of three capital letters.')),
});

/** A URL that the room would use, by what it is for. */
export function url(use: UrlUse): v.GenericSchema<string> {
  return v.pipe(
    text,
    v.check((value) => safeUrl(value, use) !== undefined, `Expected a URL that may be used as ${use}.`),
  );
}
