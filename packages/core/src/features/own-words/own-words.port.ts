// SPDX-License-Identifier: MIT
import type { CommandOptions } from '../../adapter/index.js';
import type { EpochMs, ProgramTime } from '../../model/index.js';

/** A message that this viewer wrote. */
export interface OwnMessage {
  readonly id: string;
  readonly text: string;
  readonly sentAt: EpochMs;
  /** The moment of the show it belongs to; absent while it waits. */
  readonly at?: ProgramTime;
  readonly replyTo?: { readonly id: string; readonly name: string };
  /** `waiting`: for a word of the staff. `removed`: everybody else has lost it, and the back end still has the words. */
  readonly state: 'shown' | 'waiting' | 'removed';
}

/** What this viewer added to an interaction, such as a question to the host. */
export interface OwnQuestion {
  readonly id: string;
  readonly interaction: string;
  readonly text: string;
  readonly at: ProgramTime;
}

/** Everything this viewer wrote in a room that the back end keeps, the oldest first. */
export interface OwnWords {
  readonly messages: readonly OwnMessage[];
  readonly questions: readonly OwnQuestion[];
}

/** What a viewer wrote, for them to have and to take back. Orders are no part of it. */
export interface OwnWordsPort {
  /** All of it. @throws {VitrineError} `RATE_LIMITED`, `NETWORK`, `OFFLINE`, `TIMEOUT` */
  export(options: { readonly signal: AbortSignal }): Promise<OwnWords>;
  /**
   * Takes all of it out for good, for everybody: the chat tells of it by a retraction of the author with `until`. What they
   * write later is shown as ever. Resolves also where there was nothing.
   * @throws as `export`
   */
  delete(options: CommandOptions): Promise<void>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    ownWords: OwnWordsPort;
  }
}
