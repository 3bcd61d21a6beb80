// SPDX-License-Identifier: MIT
import type { ChatMessage } from '@vitrine/core';
import { formatCount } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { ChatWords } from './chat.strings.js';

/** What is said of an order, given who ordered and what. */
export function order(
  { others = [] }: ChatMessage,
  words: Pick<Strings<ChatWords>, 'ordered' | 'orderedToo'>,
  locale: string,
): (name: string, product: string) => string {
  const { length } = others;
  return length
    ? (name, product) => words.orderedToo(name, product, length, formatCount(length, locale))
    : words.ordered;
}
