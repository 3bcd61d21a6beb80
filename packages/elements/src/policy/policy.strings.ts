// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';

/** Counts come as a number for the plural and as text for the eye. */
export const english = {
  title: 'Rules',
  words: 'Words that are not said',
  wordsHint:
    'One on each line. A star stands for any letters within a word: bad* is how it begins, *bad* is anywhere in it. Capitals, accents and look-alike letters make no difference.',
  wordCount: (count: number, text: string) => plural(count, 'en', { one: '1 word', other: `${text} words` }),
  links: 'Who may write links',
  everybody: 'Everybody',
  staffAlone: 'The staff alone',
  hold: 'Whose messages wait for the staff',
  nobody: 'Nobody’s',
  guests: 'Those of guests',
  everybodyElse: 'Those of all viewers',
  unreviewed: 'What the review service does not answer in time',
  allow: 'Is said',
  wait: 'Waits for the staff',
  refuse: 'Is refused',
  save: 'Save',
  discard: 'Discard changes',
  saved: 'Saved',
  conflict: 'Somebody else has changed the rules meanwhile:',
  merge: 'Put both together',
  takeTheirs: 'Take theirs',
  badWord: (line: string, word: string) =>
    `Line ${line} cannot be used: “${word}”. A word has a letter or a digit, two stars and 64 characters at most.`,
  tooMany: 'The list is too long. Take some words out.',
  badChoice: 'This cannot be chosen here.',
  offline: 'This was not saved: the show cannot be reached. Try again.',
  forbidden: 'Your link does not allow this.',
  failed: 'This was not saved. Try again.',
  readOnly: 'The rules are set elsewhere.',
  unavailable: 'The rules cannot be shown right now',
  again: 'Try again',
} as const;
