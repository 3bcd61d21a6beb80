// SPDX-License-Identifier: MIT
import type { EpochMs, VitrineError } from '../../model/index.js';
import type { ChatMessage, ChatNotice, ChatSettings, RetractTarget, Retraction, Sticker } from './chat.port.js';

/** A message this viewer wrote that the back end has not confirmed. */
export interface PendingMessage {
  readonly cid: string;
  readonly text: string;
  readonly replyTo?: { readonly id: string; readonly name: string };
  readonly sticker?: Sticker;
  /** `waiting`: will be sent when the connection is back; `stale`: waited so long that the viewer is asked first. */
  readonly state: 'sending' | 'waiting' | 'failed' | 'stale';
  readonly error?: VitrineError;
  readonly since: EpochMs;
}

export interface ChatState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** The newest messages at this viewer's moment, oldest first, at most 500. */
  readonly rows: readonly ChatMessage[];
  /** How many rows were ever added: tells what is new while the reader looks elsewhere. */
  readonly total: number;
  /** How many messages of others were left out, because more was said than can be read. */
  readonly skipped: number;
  readonly pending: readonly PendingMessage[];
  readonly settings: ChatSettings;
  /** What stands at the top of the chat at this viewer's moment: another object each time that it is put there. */
  readonly pinned: ChatNotice | null;
  /** Whether the back end lets this viewer put something there; absent before that is known. */
  readonly canPin?: boolean;
  /** Whether this viewer may write, and if not, why. */
  readonly write: 'allowed' | 'sign-in' | 'read-only';
  /** Until when slow mode asks this viewer to wait; 0 when it does not. */
  readonly slowUntil: EpochMs;
  readonly error: VitrineError | null;
}

declare module '../../store/store.js' {
  interface RoomState {
    chat: ChatState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /**
     * Says something. Answered at once with its client id: the message is then `pending` until the back end has it.
     * @throws `MESSAGE_EMPTY`, `MESSAGE_TOO_LONG`, `SLOW_MODE`, `CHAT_READ_ONLY`, `AUTH_REQUIRED`, and `OFFLINE` where
     *   fifty wait to be sent already
     */
    'chat:send': {
      detail: {
        /** Of a sticker it is the label. */
        readonly text: string;
        readonly replyTo?: { readonly id: string; readonly name: string };
        readonly sticker?: Sticker;
      };
      answer: { readonly cid: string };
    };
    /** Which stickers may be sent; not answered where the back end has none. @throws what `ChatPort.stickers` throws */
    'chat:stickers': { detail: Record<never, never>; answer: readonly Sticker[] };
    'chat:retry': { detail: { readonly cid: string }; answer: void };
    'chat:discard': { detail: { readonly cid: string }; answer: void };
    /** Removes messages for everybody. Hosts and moderators. */
    'chat:retract': { detail: RetractTarget; answer: void };
    'chat:configure': { detail: Partial<ChatSettings>; answer: void };
    /**
     * Puts a message at the top of the chat; null takes away what stands there. Hosts and moderators.
     * @throws what `ChatPort.pin` throws
     */
    'chat:pin': { detail: { readonly id: string | null }; answer: void };
    /** Puts the staff's own words there. Hosts and moderators. @throws what `ChatPort.pin` throws */
    'chat:announce': { detail: { readonly text: string; readonly until?: EpochMs }; answer: void };
    /** Tells the staff of a message that should not stand here. @throws what `ChatPort.report` throws */
    'chat:report': { detail: { readonly id: string; readonly reason?: string }; answer: void };
  }
  interface Facts {
    'chat:received': { readonly messages: readonly ChatMessage[] };
    'chat:retracted': Retraction;
    /** In a recording the viewer has gone to another moment: the rows are those of that moment. */
    'chat:moved': Record<never, never>;
    /** Something else stands at the top of the chat now, or nothing. */
    'chat:pinned': { readonly pinned: ChatNotice | null };
    /** The back end has this viewer's message. */
    'chat:sent': { readonly cid: string; readonly id: string };
    'chat:refused': { readonly cid: string; readonly error: VitrineError };
  }
}
