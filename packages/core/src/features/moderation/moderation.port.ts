// SPDX-License-Identifier: MIT
import type { CommandOptions } from '../../adapter/index.js';
import type { Ms } from '../../model/index.js';
import type { ChatMessage } from '../chat/index.js';

/**
 * What a person may not do in a room: `muted` may not write and is told so; what a `shadowed` one writes is seen by nobody
 * else; a `banned` one may not come in.
 */
export type Restriction = 'muted' | 'shadowed' | 'banned';

/** What becomes of a message that waits. */
export type Decision = 'allow' | 'remove';

/** What the staff of a room does about its people, and about what waits for its word. Absent for everybody else. */
export interface ModerationPort {
  /** The messages that wait, the longest waiting first. @throws {VitrineError} `NETWORK`, `OFFLINE`, `TIMEOUT` */
  held(options: { readonly signal: AbortSignal }): Promise<readonly ChatMessage[]>;
  /**
   * Says a message that waits, or drops it.
   * @returns false when it does not wait any more: somebody else was faster
   * @throws {VitrineError} `FORBIDDEN`, `RATE_LIMITED`, `NETWORK`, `OFFLINE`, `TIMEOUT`
   */
  decide(id: string, decision: Decision, options: CommandOptions): Promise<boolean>;
  /**
   * Takes nothing back but by `none`: what is stricter, or lasts longer, stays.
   * @param person the id of an author; `options.for` is how long it lasts in ms, for good without it
   * @throws {VitrineError} as `decide`, and `BAD_INPUT`
   */
  restrict(
    person: string,
    restriction: Restriction | 'none',
    options: CommandOptions & { readonly for?: Ms },
  ): Promise<void>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    moderation: ModerationPort;
  }
}
