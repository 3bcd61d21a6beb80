// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';

/** Counts come as a number for the plural and as text for the eye. */
export const english = {
  people: 'People to mention',
  found: (count: number, shown: string) => plural(count, 'en', { one: `${shown} name`, other: `${shown} names` }),
};

export type MentionWords = typeof english;
