// SPDX-License-Identifier: MIT
import type { Subscribe } from '../../adapter/index.js';

/** How many people like a message of the chat. */
export interface MessageLikes {
  readonly id: string;
  /** All of them, this viewer too; 0: nobody does any more. */
  readonly count: number;
}

type Signal = { readonly signal: AbortSignal };

export interface LikesPort {
  /**
   * Delivers how many like the messages that were liked last, then what changes. How many like a message that a history
   * brings is told with it: `ChatMessage.likes`.
   */
  readonly subscribe: Subscribe<MessageLikes>;
  /**
   * The viewer likes a message, or does not any more. Says what is wanted: a repeat does no harm. Absent: counts are shown
   * and nobody here can like anything.
   * @throws {VitrineError} `BAD_INPUT` (field `message`: there is no such message of somebody else), `AUTH_REQUIRED`, `MUTED`,
   *   `FORBIDDEN`, `RATE_LIMITED`, `NETWORK`, `TIMEOUT`
   */
  set?(id: string, isLiked: boolean, options: Signal): Promise<void>;
  /** What this viewer likes, the newest first; at most 1,000 are looked at. Absent: nobody knows after a reload. */
  own?(options: Signal): Promise<readonly string[]>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    likes: LikesPort;
  }
}
