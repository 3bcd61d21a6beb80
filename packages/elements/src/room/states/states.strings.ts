// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';

/** What is said where there is no picture. */
export const english = {
  yourTime: (when: string) => `${when} your time`,
  anyMoment: 'Starting any moment',
  days: (count: number) => plural(count, 'en', { one: 'day', other: 'days' }),
  hours: (count: number) => plural(count, 'en', { one: 'hour', other: 'hours' }),
  minutes: 'min',
  seconds: 'sec',
  addToCalendar: 'Add to calendar',
  findingShow: 'Finding the show again',
  connectionDropped: 'Your connection dropped.',
  tryingIn: (seconds: string) => `Trying once more in ${seconds} s.`,
  tryNow: 'Try now',
  shortBreak: 'A short break',
  rightBack: (name: string) => `${name} will be right back.`,
  backWithin: (count: number, text: string) =>
    plural(count, 'en', { one: 'Back within a minute', other: `Back within ${text} minutes` }),
  signalDropped: (name: string) => `${name} lost the connection. Your bag is kept.`,
  backUnknown: 'We will tell you when it is back',
  chatOpen: 'Chat stays open',
  everythingBelow: 'Everything from the show is still here.',
  openInTab: 'Open in a new tab',
  goneTitle: 'This show is not here',
  goneText: 'The link may be old, or the show was removed.',
  sessionTitle: 'Your session has run out',
  sessionText: 'Try again, or reload the page to sign in.',
  networkTitle: 'The show cannot be reached',
  networkText: 'Check your connection. We keep trying.',
  setupTitle: 'This show is not set up yet',
  setupText: 'Something is missing on this page. The shop can see what in the browser console.',
  otherTitle: 'The show could not be opened',
  otherText: 'It is not your fault. Try again in a moment.',
} as const;
