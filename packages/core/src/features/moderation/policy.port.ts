// SPDX-License-Identifier: MIT

/** What viewers may not say in a room, nor be called in it. Nothing of it holds for the staff. */
export interface RoomPolicy {
  /** Words that are not said. `*` stands for any letters within a word: `bad*`, `*bad*`. */
  readonly words: readonly string[];
  /** Who may name addresses of the web. */
  readonly links: 'all' | 'staff';
  /** Whose messages wait for a word of the staff. */
  readonly hold: 'none' | 'guests' | 'all';
  /** What becomes of a message that an outside service was asked about and did not answer in time. */
  readonly unreviewed: 'allow' | 'hold' | 'refuse';
  /** Which one it is, where the back end tells: another has another. */
  readonly revision?: number;
}
