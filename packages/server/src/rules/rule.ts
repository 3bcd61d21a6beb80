// SPDX-License-Identifier: MIT
import type { EpochMs, ProgramTime } from '@vitrine/core';
import type { Interaction } from '@vitrine/core/interactions';
import type { WireAct, WireAnswered, WireInteractions } from '@vitrine/core/wire';
import type { Claims } from '../identity/claims.js';
import type { Restricted } from '../rooms/people.js';
import type { Policy } from '../rooms/policies.js';
import type { Buckets } from '../text/buckets.js';

/** Who answers what, and when. */
export interface RuleCall {
  readonly room: string;
  readonly interaction: Interaction;
  readonly isClosed: boolean;
  readonly claims: Claims;
  readonly now: EpochMs;
  /** This moment of the show. */
  readonly moment: ProgramTime;
  /** What texts of viewers are held against. */
  readonly policy: Policy;
  /** What they may not do; null of the staff. */
  readonly restricted: Restricted | null;
  /** What one viewer may do a second: answers of any kind, and texts of its own. */
  readonly limits: { readonly answers: Buckets; readonly entries: Buckets };
}

/** What came of an answer, and what the room is told of it. */
export interface RuleOutcome {
  readonly answer: WireAnswered;
  readonly told: readonly WireAct[];
  /** The moment of the show it belongs to, where that is not now. */
  readonly at?: ProgramTime | undefined;
  /** An act of the staff: written down with who did it. */
  readonly isActOfStaff?: boolean;
}

/** What a rule has to tell of one interaction to one viewer. */
export type RuleRecord = Pick<WireInteractions, 'items' | 'own'>;

/** How answers are counted. The server knows a handful of these and no kinds: a poll and a question are both `count`. */
export interface Rule {
  /** The settings of a new interaction. @throws {Refusal} `BAD_INPUT` */
  settings(input: unknown): Interaction['settings'];
  /** Stores an answer, inside of a transaction. @throws {Refusal} */
  answer(input: unknown, call: RuleCall): RuleOutcome;
  /** Everything so far, for who may see what. @param claims null: watches without a token */
  record(interaction: Interaction, claims: Claims | null, moment: ProgramTime): RuleRecord;
}

/** Tells the room something in its next batch. */
export type Tell = (room: string, act: WireAct) => void;
