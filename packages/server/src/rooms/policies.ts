// SPDX-License-Identifier: MIT
import type { Verdict } from '../gateway/review.js';
import { isStaff, type Claims } from '../identity/claims.js';
import { hasLink } from '../text/links.js';
import { WordList } from '../text/words.js';
import type { Holding } from './held.js';
import type { RoomRecords } from './room-records.js';

/** What viewers may not say in the chat of a room, nor be called in it. Known to the staff alone. */
export interface ChatPolicy {
  /** Patterns of {@link WordList}. */
  readonly words: readonly string[];
  /** Who may name addresses of the web. */
  readonly links: 'all' | 'staff';
  /** Whose messages wait until the staff has allowed them. */
  readonly hold: Holding;
  /** What becomes of a message that the shop's service was asked about and did not answer in time. */
  readonly unreviewed: Verdict;
  /** How often it was changed: who changes it says which one they have seen. */
  readonly revision: number;
}

/** So many names are remembered. */
const mostNames = 1000;

/** A policy as texts are held against it. */
export class Policy {
  readonly told: ChatPolicy;
  readonly #words: WordList;
  /** What came of names. */
  readonly #names = new Map<string, boolean>();

  constructor(told: ChatPolicy) {
    this.told = told;
    this.#words = new WordList(told.words);
  }

  /** Whether a viewer may say it, or be called so. */
  allows(text: string): boolean {
    return !this.#words.hits(text) && (this.told.links === 'all' || !hasLink(text));
  }

  /** The same of a name, which comes with each message of whoever has it. */
  allowsName(name: string): boolean {
    let isAllowed = this.#names.get(name);
    if (isAllowed === undefined) {
      if (this.#names.size >= mostNames) this.#names.clear();
      this.#names.set(name, (isAllowed = this.allows(name)));
    }
    return isAllowed;
  }

  /** Whether what somebody says waits for a word of the staff. */
  holds({ role, isGuest }: Pick<Claims, 'role' | 'isGuest'>): boolean {
    const { hold } = this.told;
    return !isStaff(role) && (hold === 'all' || (hold === 'guests' && isGuest));
  }
}

/** The policies of all rooms. */
export class Policies {
  readonly #records: RoomRecords;
  readonly #known = new Map<string, Policy>();

  constructor(records: RoomRecords) {
    this.#records = records;
  }

  of(room: string): Policy {
    let policy = this.#known.get(room);
    if (!policy) this.#known.set(room, (policy = new Policy(this.#records.policy(room))));
    return policy;
  }

  /** Another was stored. */
  forget(room: string): void {
    this.#known.delete(room);
  }
}
