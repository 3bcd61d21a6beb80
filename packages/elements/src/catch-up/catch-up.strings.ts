// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';

export const english = {
  soFar: 'So\u00a0far',
  chapters: 'Chapters',
  catchMeUp: 'Catch me up',
  dismiss: 'Not now',
  backToLive: 'Back to live',
  count: (count: number, text: string) =>
    plural(count, 'en', { one: 'One product so far', other: `${text} products so far` }),
  missed: (text: string) => `${text} missed`,
  isMissed: 'Missed',
  into: (clock: string) => `${clock} into the show`,
  again: (clock: string) => `Again at ${clock}`,
  watch: 'Watch',
  watchIt: (name: string) => `Watch ${name}`,
  view: 'View',
  viewIt: (name: string) => `View ${name}`,
  gone: 'Not in the video any more',
  loading: 'Looking up what was shown',
  empty: 'Nothing has been shown yet',
  failed: 'What was shown before cannot be had right now.',
  tryAgain: 'Try again',
} as const;
