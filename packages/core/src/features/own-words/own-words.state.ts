// SPDX-License-Identifier: MIT
import type { OwnWords } from './own-words.port.js';

export interface OwnWordsState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
}

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(ownWordsFeature)`. */
    ownWords?: OwnWordsState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /**
     * Everything this viewer wrote in the room. Answered only where the back end has the port.
     * @throws what `OwnWordsPort.export` throws
     */
    'own-words:export': { detail: Record<never, never>; answer: OwnWords };
    /** Has it taken out for good, for everybody. @throws what `OwnWordsPort.delete` throws */
    'own-words:delete': { detail: Record<never, never>; answer: void };
  }
  interface Facts {
    /** What this viewer had written is gone. */
    'own-words:deleted': Record<never, never>;
  }
}
