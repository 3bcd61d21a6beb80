// SPDX-License-Identifier: MIT
import type { Ms, VitrineError } from '../../model/index.js';
import type { Decision, WaitingMessage } from './moderation.port.js';
import type { Restriction } from './people.port.js';

export interface ModerationState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** What waits for a word of the staff, the longest waiting first, without what this viewer has decided about. */
  readonly held: readonly WaitingMessage[];
  /** Whether the back end tells for whom something holds. */
  readonly hasPeople: boolean;
  /** Whether it tells what viewers may not say. */
  readonly hasPolicy: boolean;
  readonly error: VitrineError | null;
}

/** Before anything is known. */
export const noModeration: ModerationState = {
  status: 'loading',
  held: [],
  hasPeople: false,
  hasPolicy: false,
  error: null,
};

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(moderationFeature)`. */
    moderation?: ModerationState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /**
     * Decides about a message that waits; false when somebody else was faster.
     * @throws what `ModerationPort.decide` throws, then it waits again; `NO_PORT` for who may not
     */
    'moderation:decide': { detail: { readonly id: string; readonly decision: Decision }; answer: boolean };
    /**
     * The same for many at once; the answer is how many of them waited until then.
     * @throws what `ModerationPort.decide` throws, then what was not decided about waits again
     */
    'moderation:decide-all': {
      detail: { readonly ids: readonly string[]; readonly decision: Decision };
      answer: number;
    };
    /**
     * Says what a person may not do, `for` some ms or for good; `instead` of what holds, where that is more.
     * @throws what `ModerationPort.restrict` throws
     */
    'moderation:restrict': {
      detail: {
        readonly person: string;
        readonly restriction: Restriction | 'none';
        readonly for?: Ms;
        readonly instead?: boolean;
      };
      answer: void;
    };
  }
}
