// SPDX-License-Identifier: MIT
import type { CountAnswer, InteractionDraft, ShownEntry, ShownInteraction } from '@vitrine/core/interactions';

/** The longest question, in graphemes. */
export const longest = 280;

/** What a host launches: each viewer counts for as many questions as they like, and asks their own. */
export const draft: InteractionDraft<'count'> = {
  kind: 'question',
  rule: 'count',
  settings: { most: 0, entries: { graphemes: longest } },
};

/** Whether a back end's interaction is one to ask in. It has no data of its own: the questions are its entries. */
export const fits = ({ rule, settings }: ShownInteraction): boolean =>
  rule === 'count' && settings.entries !== undefined;

export const asks = (text: string, isPrivate: boolean): CountAnswer => ({
  do: 'add',
  text,
  ...(isPrivate && { isPrivate }),
});
export const votes = (option: string, on: boolean): CountAnswer => ({ do: 'count', option, on });
export const settles = (option: string, as: 'answered' | 'dismissed' | 'open'): CountAnswer => ({
  do: 'settle',
  option,
  as,
});

/** A question as it is shown. */
export interface Question extends ShownEntry {
  /** How many want it answered. */
  readonly votes: number;
  /** Whether this viewer does. */
  readonly isWanted: boolean;
  /** What has become of it, and at which moment of the show. */
  readonly verdict: 'answered' | 'dismissed' | 'open';
  readonly settledAt: number;
}

export function questionsOf({ entries, counts, own, settled }: ShownInteraction): Question[] {
  return entries.map((entry) => ({
    ...entry,
    votes: counts[entry.id] ?? 0,
    isWanted: own.includes(entry.id),
    verdict: settled[entry.id]?.as ?? 'open',
    settledAt: settled[entry.id]?.at ?? 0,
  }));
}

/** The most wanted first, of equals the older; then what the host has dealt with, the latest first. */
export function byWish(questions: readonly Question[]): Question[] {
  const rank = (one: Question): number => ({ open: 0, answered: 1, dismissed: 2 })[one.verdict];
  return [...questions].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.verdict === 'open' ? b.votes - a.votes || a.at - b.at : b.settledAt - a.settledAt),
  );
}

/** How many wait for an answer. */
export const waiting = (interaction: ShownInteraction): number =>
  questionsOf(interaction).filter(({ verdict }) => verdict === 'open').length;
