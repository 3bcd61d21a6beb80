// SPDX-License-Identifier: MIT
import type { ProgramTime } from '../../model/index.js';

// The rules by which a back end counts. It knows these and no kinds: a poll, a question and a goal are all `count`.

/** The settings of the rule `count`: each viewer counts once for an option, and may take it back. */
export interface CountSettings {
  /** For how many options one viewer may count at a time: 1 for a poll, 0 for as many as there are. */
  readonly most: number;
  /** The options to choose from, by id. */
  readonly options?: readonly string[];
  /** Viewers add options of their own, each a text of at most so many graphemes. Absent: they do not. */
  readonly entries?: { readonly graphemes: number };
}

/** What has become of an option: `dismissed` ones are shown no more, `open` takes either back. */
export type Settled = 'answered' | 'dismissed' | 'open';

/** What is answered by the rule `count`. */
export type CountAnswer =
  /** Adds an option. A private one is told to the staff and to whoever added it. */
  | { readonly do: 'add'; readonly text: string; readonly isPrivate?: boolean }
  /** Counts for an option, or takes that back. */
  | { readonly do: 'count'; readonly option: string; readonly on: boolean }
  /** Says what has become of an option, at a moment on camera; absent: when the back end hears of it. Staff. */
  | { readonly do: 'settle'; readonly option: string; readonly as: Settled; readonly at?: ProgramTime };

/** What viewers and staff answer, by rule. A new rule adds its own by declaration merging. */
export interface InteractionAnswers {
  count: CountAnswer;
}

/** Settings by rule; grows with {@link InteractionAnswers}. */
export interface InteractionSettings {
  count: CountSettings;
}

export type InteractionRule = keyof InteractionAnswers & keyof InteractionSettings & string;
export type InteractionAnswer = InteractionAnswers[InteractionRule];
