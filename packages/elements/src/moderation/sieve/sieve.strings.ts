// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';

/** Counts come as a number for the plural and as text for the eye. */
export const english = {
  filter: 'Look through what waits',
  search: 'Search names and words',
  guests: 'Guests',
  members: 'Members',
  several: 'Several waiting',
  counted: (shown: string, all: string) => `${shown} of ${all} shown`,
  none: 'Nothing that waits fits',
  showAll: 'Show all',
  allowAll: (count: number, text: string) =>
    plural(count, 'en', { one: 'Allow the one shown', other: `Allow all ${text} shown` }),
  removeAll: (count: number, text: string) =>
    plural(count, 'en', { one: 'Remove the one shown', other: `Remove all ${text} shown` }),
  askAllow: (count: number, text: string) =>
    plural(count, 'en', { one: 'Allow this message?', other: `Allow these ${text} messages?` }),
  askRemove: (count: number, text: string) =>
    plural(count, 'en', { one: 'Remove this message?', other: `Remove these ${text} messages?` }),
  doAllow: 'Yes, allow',
  doRemove: 'Yes, remove',
  cancel: 'Cancel',
  allowed: (count: number, text: string) =>
    plural(count, 'en', { one: 'Allowed 1 message', other: `Allowed ${text} messages` }),
  removed: (count: number, text: string) =>
    plural(count, 'en', { one: 'Removed 1 message', other: `Removed ${text} messages` }),
  keys: 'Shift and A allow all that is shown, Shift and Delete remove it, slash goes to the search',
} as const;
