// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';

const cache = new Map<string, unknown>();

/** A formatter is made once for each of its keys: making one costs more than a hundred uses. */
export function cached<T>(key: string, make: () => T): T {
  let value = cache.get(key) as T | undefined;
  if (value === undefined) cache.set(key, (value = make()));
  return value;
}

/** 12431 → 12.4K, 1.2万, 12.4 ألف. */
export function formatCount(count: number, locale: string): string {
  return cached(
    `count ${locale}`,
    () => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
  ).format(count);
}

export function formatNumber(value: number, locale: string): string {
  return cached(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value);
}

/** Hours and minutes of a moment in the viewer's zone: 20:41, 8:41 PM. */
export function formatTime(epochMs: number, locale: string): string {
  return cached(`time ${locale}`, () => new Intl.DateTimeFormat(locale, { timeStyle: 'short' })).format(epochMs);
}

/** Day and time of a moment in the viewer's zone: Sat 21 Nov, 20:00. */
export function formatDay(epochMs: number, locale: string): string {
  return cached(
    `day ${locale}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        // A zero stands before an hour of 24 only.
        hour: new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit',
        minute: '2-digit',
      }),
  ).format(epochMs);
}

/** A span as a clock: 42:10, 1:02:03. Clocks are the same in every direction of writing. */
export function formatClock(span: Ms): string {
  const seconds = Math.max(0, Math.floor(span / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** The plural category of a count in a language: picks among the words given. */
export function plural(
  count: number,
  locale: string,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[cached(`plural ${locale}`, () => new Intl.PluralRules(locale)).select(count)] ?? forms.other;
}

export function formatList(items: readonly string[], locale: string): string {
  return cached(`list ${locale}`, () => new Intl.ListFormat(locale)).format(items);
}
