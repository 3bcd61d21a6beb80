// SPDX-License-Identifier: MIT
import { plural } from '../../../shared/format.js';

/** Counts come as a number for the plural and as text for the eye. */
export const english = {
  queue: 'Questions, most wanted first',
  open: 'Open questions',
  close: 'Close questions',
  intro: 'Viewers ask and vote here. You answer the most wanted first.',
  closed: 'Closed. Viewers can read the list.',
  none: 'No questions wait',
  answer: 'Answered now',
  dismiss: 'Dismiss',
  private: 'Private',
  votes: (count: number, text: string) => plural(count, 'en', { one: '1 vote', other: `${text} votes` }),
  waiting: (count: number, text: string) => plural(count, 'en', { one: '1 waits', other: `${text} wait` }),
  answeredNow: 'Marked as answered',
  dismissed: 'Dismissed',
  undo: 'Undo',
  keys: 'Arrows move, A marks as answered, Delete dismisses',
  refused: 'That was refused. Try again.',
  unavailable: 'Questions cannot be shown right now',
} as const;
