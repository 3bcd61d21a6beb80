// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';

/** Counts come as a number for the plural and as text for the eye. */
export const english = {
  list: 'People who may not do everything here, the newest first',
  count: (count: number, text: string) => plural(count, 'en', { one: '1 person', other: `${text} people` }),
  found: (found: string, all: string) => `${found} of ${all} shown`,
  search: 'Search names',
  none: 'Everybody is free to write',
  intro: 'Whom the staff mutes, shadows or bans is listed here.',
  nobodyFound: 'Nobody here is called that',
  unnamed: 'Without a name',
  muted: 'Muted',
  shadowed: 'Shadowed',
  banned: 'Banned',
  until: (when: string) => `until ${when}`,
  forGood: 'for good',
  since: (when: string) => `since ${when}`,
  free: 'Free',
  freed: 'Free again',
  change: 'Change',
  muteFor: (count: number, text: string) =>
    plural(count, 'en', { one: 'Mute for 1 minute', other: `Mute for ${text} minutes` }),
  makeMuted: 'Mute for good',
  makeShadowed: 'Shadow',
  makeBanned: 'Ban',
  undo: 'Undo',
  keys: 'Arrows move, F frees, C opens what else a person may be made',
  refused: 'That was refused. Try again.',
  unavailable: 'The list cannot be shown right now',
  again: 'Try again',
} as const;
