// SPDX-License-Identifier: MIT
import type { CommandOptions } from '../../adapter/index.js';
import type { ErrorCode } from '../../model/index.js';

/** What came of the wish to be reminded. */
export type ReminderOutcome =
  | { readonly kind: 'set' }
  /** Not this show or not this viewer, and why: `INTERACTION_CLOSED` has begun already, `AUTH_REQUIRED` wants a login. */
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  /** Nobody can be told from here, and why: `NO_HANDLER` where the shop sends no reminders. */
  | { readonly kind: 'unsupported'; readonly code: ErrorCode };

/** Tells a viewer, wherever they are by then, that a show begins. Which way is the back end's business. */
export interface RemindersPort {
  /** Whether this viewer will be told. @param show the show's id, which is its room's */
  current(show: string, options: { readonly signal: AbortSignal }): Promise<boolean>;
  /**
   * Will tell this viewer once when the show begins, however often it is asked. Outlives the page.
   * @throws {VitrineError} `NETWORK`, `OFFLINE`, `TIMEOUT`, `AUTH_REQUIRED`, `RATE_LIMITED`: nothing is known of it
   */
  set(show: string, options: CommandOptions): Promise<ReminderOutcome>;
  /** Will not. Resolves also where nothing was set. @throws as `set` */
  clear(show: string, options: CommandOptions): Promise<void>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    reminders: RemindersPort;
  }
}
