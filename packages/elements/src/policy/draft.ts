// SPDX-License-Identifier: MIT
import type { RoomPolicy } from '@vitrine/core/moderation';

/** What is chosen among, as it stands in the form. */
export const options = {
  links: ['all', 'staff'],
  hold: ['none', 'guests', 'all'],
  unreviewed: ['allow', 'hold', 'refuse'],
} as const;
export type Choice = keyof typeof options;
export const choices = Object.keys(options) as readonly Choice[];

/** A form that has been changed and not been saved: what it began with, and what has become of it. */
export interface Draft extends Pick<RoomPolicy, Choice> {
  readonly base: RoomPolicy;
  /** The words as they are written, one a line. */
  readonly text: string;
}

export const draftOf = (base: RoomPolicy): Draft => ({
  base,
  text: base.words.join('\n'),
  links: base.links,
  hold: base.hold,
  unreviewed: base.unreviewed,
});

/** The words of a text and the lines they stand in; an empty line is none, and one that is there already. */
export function linesOf(text: string): readonly { readonly word: string; readonly line: number }[] {
  const seen = new Set<string>();
  return text.split('\n').flatMap((written, line) => {
    const word = written.trim();
    if (word === '' || seen.has(word)) return [];
    seen.add(word);
    return [{ word, line }];
  });
}

/** What is to be saved. */
export function policyOf({ base, text, links, hold, unreviewed }: Draft): RoomPolicy {
  return { ...base, words: linesOf(text).map(({ word }) => word), links, hold, unreviewed };
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** In which of its fields one policy differs from another. */
export function differences(a: RoomPolicy, b: RoomPolicy): readonly (Choice | 'words')[] {
  return [
    ...(isSameList(a.words, b.words) ? [] : ['words' as const]),
    ...choices.filter((field) => a[field] !== b[field]),
  ];
}

/** What was changed here put into what somebody else has made of it: their words stay, but for those taken out here. */
export function merged(draft: Draft, theirs: RoomPolicy): Draft {
  const { base } = draft;
  const mine = policyOf(draft);
  const [before, wanted] = [new Set(base.words), new Set(mine.words)];
  const words = [
    ...theirs.words.filter((word) => wanted.has(word) || !before.has(word)),
    ...mine.words.filter((word) => !before.has(word) && !theirs.words.includes(word)),
  ];
  const chosen = choices.filter((field) => mine[field] !== base[field]).map((field) => [field, mine[field]] as const);
  return { ...draftOf(theirs), ...(Object.fromEntries(chosen) as Partial<Draft>), text: words.join('\n') };
}
