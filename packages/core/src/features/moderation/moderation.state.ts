// SPDX-License-Identifier: MIT
import type { Ms, VitrineError } from '../../model/index.js';
import type { ChatMessage } from '../chat/index.js';
import type { Decision, Restriction } from './moderation.port.js';

export interface ModerationState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** What waits for a word of the staff, the longest waiting first, without what this viewer has decided about. */
  readonly held: readonly ChatMessage[];
  readonly error: VitrineError | null;
}

/** Before anything is known. */
export const noModeration: ModerationState = { status: 'loading', held: [], error: null };

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
    /** Says what a person may not do, `for` some ms or for good. @throws what `ModerationPort.restrict` throws */
    'moderation:restrict': {
      detail: { readonly person: string; readonly restriction: Restriction | 'none'; readonly for?: Ms };
      answer: void;
    };
  }
}
