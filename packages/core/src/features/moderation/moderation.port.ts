// SPDX-License-Identifier: MIT
import type { CommandOptions } from '../../adapter/index.js';
import type { Ms } from '../../model/index.js';
import type { ChatMessage } from '../chat/index.js';
import type { RestrictedPerson, Restriction } from './people.port.js';
import type { RoomPolicy } from './policy.port.js';

/**
 * What becomes of a message that waits. One that was held is said, or dropped; one that was reported stays, and is not
 * asked about again, or is taken out of the chat for everybody.
 */
export type Decision = 'allow' | 'remove';

/** A message that waits for a word of the staff. */
export interface WaitingMessage extends ChatMessage {
  /** Whether a guest wrote it; absent: that is not known. */
  readonly isGuest?: boolean;
  /** `held`: nobody has seen it yet; `reported`: it was said, and viewers find that it should not stand here. Absent: held. */
  readonly why?: 'held' | 'reported';
  /** By how many viewers it was reported. */
  readonly reports?: number;
  /** What they say of it, of more some; plain text. Who says so is told to nobody. */
  readonly reasons?: readonly string[];
}

/** What the staff of a room does about its people, and about what waits for its word. Absent for everybody else. */
export interface ModerationPort {
  /** The messages that wait, held or reported, the longest waiting first. @throws {VitrineError} `NETWORK`, `OFFLINE`, `TIMEOUT` */
  held(options: { readonly signal: AbortSignal }): Promise<readonly WaitingMessage[]>;
  /**
   * Decides about a message that waits, as {@link Decision} says.
   * @returns false when it does not wait any more: somebody else was faster
   * @throws {VitrineError} `FORBIDDEN`, `RATE_LIMITED`, `NETWORK`, `OFFLINE`, `TIMEOUT`
   */
  decide(id: string, decision: Decision, options: CommandOptions): Promise<boolean>;
  /**
   * The same for many at once. Absent: they are decided about one by one.
   * @returns the ids of those that waited until then
   * @throws {VitrineError} as `decide`; what was decided about by then does not wait any more
   */
  decideAll?(ids: readonly string[], decision: Decision, options: CommandOptions): Promise<readonly string[]>;
  /**
   * Takes nothing back but by `none` or `instead`: what is stricter, or lasts longer, stays.
   * @param person the id of an author; `options.for` is how long it lasts in ms, for good without it; with
   *   `options.instead` it takes the place of what holds
   * @throws {VitrineError} as `decide`, and `BAD_INPUT`
   */
  restrict(
    person: string,
    restriction: Restriction | 'none',
    options: CommandOptions & { readonly for?: Ms; readonly instead?: boolean },
  ): Promise<void>;
  /** For whom something holds now. @throws {VitrineError} `NETWORK`, `OFFLINE`, `TIMEOUT` */
  people?(options: { readonly signal: AbortSignal }): Promise<readonly RestrictedPerson[]>;
  /** What viewers may not say. @throws {VitrineError} `NETWORK`, `OFFLINE`, `TIMEOUT` */
  policy?(options: { readonly signal: AbortSignal }): Promise<RoomPolicy>;
  /**
   * Puts a policy in the place of the one with its `revision`.
   * @returns it as it is now
   * @throws {VitrineError} `CONFLICT` when there is another by now, `BAD_INPUT` with the field (`words.3`), and as `decide`
   */
  setPolicy?(policy: RoomPolicy, options: CommandOptions): Promise<RoomPolicy>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    moderation: ModerationPort;
  }
}
