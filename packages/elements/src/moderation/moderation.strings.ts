// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';

/** Counts come as a number for the plural and as text for the eye. */
export const english = {
  queue: 'Messages that wait, the longest waiting first',
  waiting: (count: number, text: string) => plural(count, 'en', { one: '1 waits', other: `${text} wait` }),
  none: 'Nothing waits',
  intro: 'What is held back, and what viewers report, appears here.',
  reported: (count: number, text: string) => plural(count, 'en', { one: 'Reported', other: `Reported by ${text}` }),
  reasons: 'What they say:',
  keep: 'Keep',
  allow: 'Allow',
  remove: 'Remove',
  mute: 'Mute',
  removed: 'Removed',
  muted: 'Muted for 10 minutes',
  undo: 'Undo',
  keys: 'Arrows move, A allows or keeps, Delete removes, M mutes the writer',
  refused: 'That was refused. Try again.',
  gone: 'Somebody else was faster.',
  unavailable: 'What waits cannot be shown right now',
} as const;
