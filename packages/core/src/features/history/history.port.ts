// SPDX-License-Identifier: MIT
import type { ProgramTime } from '../../model/index.js';
import type { PinEvent } from '../catalog/index.js';
import type { ChatMessage, NoticeEvent } from '../chat/index.js';

/** Something was said, at a moment of the show. */
export interface SaidEvent {
  readonly kind: 'message';
  readonly at: ProgramTime;
  readonly message: ChatMessage;
}

/** What happened in the show, as it was told when it happened; without what has been retracted since. */
export type HistoryEvent = PinEvent | SaidEvent | (NoticeEvent & { readonly at: ProgramTime });

export interface HistoryOptions {
  /** What is asked for; a back end may leave out what it does not keep. */
  readonly kinds: readonly HistoryEvent['kind'][];
  /** How many at most, of more the newest: as many as the back end thinks fit unless told, and never more than it allows. */
  readonly most?: number;
  readonly signal: AbortSignal;
}

export interface HistoryPort {
  /**
   * What happened from a moment of the show to another, both included, in the order of its moments. Asked for when this
   * viewer sees a moment from before the room was entered: in a recording, or far back in a live show; and when they are told
   * what was shown before they came.
   * @throws {VitrineError} `ROOM_NOT_FOUND`, `NETWORK`
   */
  between(from: ProgramTime, to: ProgramTime, options: HistoryOptions): Promise<readonly HistoryEvent[]>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    history: HistoryPort;
  }
}
