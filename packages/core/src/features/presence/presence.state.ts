// SPDX-License-Identifier: MIT
import type { Subscribe } from '../../adapter/index.js';

/** How many watch, and how many hearts were given so far. Counters, never single events. */
export interface Audience {
  readonly viewers: number;
  readonly hearts?: number;
}

export interface PresencePort {
  readonly subscribe: Subscribe<Audience>;
  /** Gives hearts, many at once. Refused hearts are told by rejection and shown again as not given. */
  react?(count: number, options: { readonly signal: AbortSignal }): Promise<void>;
}

export interface PresenceState {
  /** `null` until the back end has told. */
  readonly viewers: number | null;
  readonly hearts: number | null;
  readonly canReact: boolean;
}

/** Before anything is known. */
export const noPresence: PresenceState = { viewers: null, hearts: null, canReact: false };

declare module '../../adapter/adapter.js' {
  interface Ports {
    presence: PresencePort;
  }
}
declare module '../../store/store.js' {
  interface RoomState {
    presence: PresenceState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /** Gives one heart; taps are gathered and sent once a second. */
    'presence:react': { detail: Record<never, never>; answer: void };
  }
  interface Facts {
    /** Hearts that others and this viewer gave since the last telling. */
    'presence:reacted': { readonly count: number; readonly own: boolean };
  }
}
