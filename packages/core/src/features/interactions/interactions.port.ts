// SPDX-License-Identifier: MIT
import type { CommandOptions, Subscribe } from '../../adapter/index.js';
import type { ProgramTime } from '../../model/index.js';
import type { InteractionAnswer, InteractionRule, InteractionSettings, Settled } from './rules.js';

/** What a host launches. */
export interface InteractionDraft<R extends InteractionRule = InteractionRule> {
  /** Which element shows it: `question`. The back end passes it on and looks no further. */
  readonly kind: string;
  /** How the back end counts. */
  readonly rule: R;
  readonly settings: InteractionSettings[R];
  /** What the kind's element needs to show it; the kind checks it. */
  readonly data?: unknown;
}

/** Something viewers take part in. */
export interface Interaction extends InteractionDraft {
  readonly id: string;
  /** When it opens for a viewer. */
  readonly at: ProgramTime;
}

/** An option that somebody has added. `text` is plain text and is only ever shown as text. */
export interface InteractionEntry {
  readonly id: string;
  readonly text: string;
  readonly author: { readonly id: string; readonly name: string };
  /** Only the staff and its author are told of it. */
  readonly isPrivate?: boolean;
  /** This viewer has added it: never held back for the picture. */
  readonly isOwn?: boolean;
}

export type InteractionEvent =
  /** Stands first in its batch: what follows is all there is, and replaces what was known. */
  | { readonly kind: 'all' }
  /** The viewer sees it open at its `at`. */
  | { readonly kind: 'open'; readonly interaction: Interaction }
  /** It takes no more answers. Truth is now: never held back for the picture. */
  | { readonly kind: 'close'; readonly id: string }
  | { readonly kind: 'entry'; readonly id: string; readonly entry: InteractionEntry; readonly at: ProgramTime }
  /** How many have counted for an option. */
  | {
      readonly kind: 'tally';
      readonly id: string;
      readonly option: string;
      readonly count: number;
      readonly at: ProgramTime;
    }
  /** The host has dealt with an option. A dismissed one goes at once, whatever the picture shows. */
  | {
      readonly kind: 'settle';
      readonly id: string;
      readonly option: string;
      readonly as: Settled;
      readonly at: ProgramTime;
    }
  /** This viewer has counted, or taken it back; tallies from `at` on have it in them. */
  | {
      readonly kind: 'own';
      readonly id: string;
      readonly option: string;
      readonly on: boolean;
      readonly at: ProgramTime;
    };

export interface InteractionsPort {
  /** Delivers all there is, as one batch that begins with `all`, then each change. */
  readonly subscribe: Subscribe<InteractionEvent>;
  /**
   * Answers. Resolves when it is stored, and after the subscription has delivered what it made of the viewer's own.
   * @throws {VitrineError} `AUTH_REQUIRED`, `FORBIDDEN`, `INTERACTION_CLOSED`, `MESSAGE_EMPTY`, `MESSAGE_TOO_LONG`,
   *   `MESSAGE_REFUSED`, `LIMIT_EXCEEDED`, `RATE_LIMITED`, `BAD_INPUT`
   */
  answer?(id: string, answer: InteractionAnswer, options: CommandOptions): Promise<void>;
  /**
   * Opens one. Whoever has this runs the show, and sees everything as it is now.
   * @param at the moment on camera it opens at; absent: the moment the back end hears of it
   * @throws {VitrineError} `FORBIDDEN`, `BAD_INPUT`
   */
  launch?(
    draft: InteractionDraft,
    options: CommandOptions & { readonly at?: ProgramTime },
  ): Promise<{ readonly id: string }>;
  close?(id: string, options: CommandOptions): Promise<void>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    interactions: InteractionsPort;
  }
}
