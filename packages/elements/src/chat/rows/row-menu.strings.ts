// SPDX-License-Identifier: MIT

/** What can be done with a row, and what became of it. Minutes come as they are shown. */
export const english = {
  reply: 'Reply',
  mention: 'Mention',
  translate: 'Translate',
  remove: 'Remove',
  pin: 'Pin',
  silence: (minutes: string) => `Mute ${minutes} min`,
  shadow: 'Shadow',
  ban: 'Ban',
  mute: (name: string) => `Mute ${name}`,
  report: 'Report',
  undo: 'Undo',
  cancel: 'Cancel',
  askBan: (name: string) => `Ban ${name}? They cannot come in again.`,
  muted: 'Muted for you. Nobody is told.',
  silenced: (name: string, minutes: string) => `${name} cannot write for ${minutes} minutes.`,
  shadowed: (name: string) => `Nobody else sees what ${name} writes.`,
  banned: (name: string) => `${name} is banned.`,
  pinned: 'Pinned for everybody.',
  reported: 'Reported to the moderators.',
  notRemoved: 'The message could not be removed. Try again.',
  refused: 'That was refused. Try again.',
  translating: 'Translating…',
  translatedFrom: (language: string) => `Translated from ${language}`,
  translated: 'Translated',
  original: 'Show original',
  translation: 'Show translation',
  sameLanguage: 'Already in your language.',
  untranslated: 'Could not be translated.',
};

export type MenuWords = typeof english;
