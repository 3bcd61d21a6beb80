// SPDX-License-Identifier: MIT
import type { ChatMessage } from '../chat/index.js';
import type { Translation } from './translate.port.js';

export interface TranslateState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
}

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(translateFeature)`. */
    translate?: TranslateState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /**
     * A message in another language (BCP 47). Answered only where the back end has the port; given up when the message is
     * retracted.
     * @throws what `TranslatePort.message` throws; `BAD_INPUT` (field `to`) where that is no language, `TIMEOUT` after
     *   fifteen seconds, `MALFORMED` where the answer has no words, `ABORTED` when it is given up
     */
    'chat:translate': { detail: { readonly message: ChatMessage; readonly to: string }; answer: Translation };
  }
}
