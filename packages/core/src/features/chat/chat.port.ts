// SPDX-License-Identifier: MIT
import type { CommandOptions, Subscribe } from '../../adapter/index.js';
import type { EpochMs, Ms, ProgramTime } from '../../model/index.js';
import type { ViewerRole } from '../identity/identity.js';

export interface ChatAuthor {
  /** The same person has the same id for the whole show. */
  readonly id: string;
  readonly name: string;
  readonly role: ViewerRole;
  readonly avatar?: string;
  /** The back end has made sure that they are who they say: a brand, somebody known. No name tells it by itself. */
  readonly isVerified?: boolean;
}

/** A small picture that stands for words. It is shown in a square. */
export interface Sticker {
  readonly id: string;
  /** The picture. Absent, or refused as an address of a picture: the label stands in its place. */
  readonly url?: string;
  /** What it says, in words: its alternative text. */
  readonly label: string;
}

/** Something said in the room. `text` is plain text and is only ever shown as text. */
export interface ChatMessage {
  readonly id: string;
  /** The client id under which this viewer sent it: how the sender's own echo is recognised. */
  readonly cid?: string;
  readonly author: ChatAuthor;
  readonly text: string;
  readonly sentAt: EpochMs;
  /** The moment of the show it belongs to. Hosts' and moderators' words wait for it. */
  readonly at?: ProgramTime;
  readonly replyTo?: { readonly id: string; readonly name: string };
  /** It is said by a sticker; `text` is then its label. */
  readonly sticker?: Sticker;
  /** How many like it, where it was said long ago: told by a history. What is true now the likes port tells. */
  readonly likes?: number;
  /** `order` rows are the room's own words about purchases; `text` then names what was bought. */
  readonly kind?: 'text' | 'order';
  /** Of an order: others of the same thing in these seconds. Made by the chat itself; no adapter tells it. */
  readonly others?: readonly ChatMessage[];
}

/** What is taken out of the chat. */
export type RetractTarget =
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'author'; readonly id: string }
  | { readonly kind: 'all' };

/** What was taken out; with `until` by its author, and then none of what they say later, and no order. */
export type Retraction = RetractTarget | { readonly kind: 'author'; readonly id: string; readonly until: EpochMs };

export interface ChatSettings {
  /** Who may write. */
  readonly mode: 'open' | 'members' | 'read-only';
  /** The least time between two messages of one viewer; 0 when there is none. */
  readonly slowMode: Ms;
  /** The longest message, in graphemes. */
  readonly maximumLength: number;
}

/** What the staff has put at the top of the chat: a message of it, or an announcement of its own. Plain text. */
export interface ChatNotice {
  /** The message it is; absent: an announcement. */
  readonly id?: string;
  readonly author?: ChatAuthor;
  readonly text: string;
  /** When it was said: who takes back what they have said until then takes it away. */
  readonly sentAt?: EpochMs;
  /** When it goes by itself; absent: once it is taken away. */
  readonly until?: EpochMs;
}

/** From a moment of the show on this stands at the top of the chat, in place of what did before; null: nothing does. */
export interface NoticeEvent {
  readonly kind: 'notice';
  readonly notice: ChatNotice | null;
  /** Absent: as soon as it is known. */
  readonly at?: ProgramTime;
}

export type ChatEvent =
  | { readonly kind: 'message'; readonly message: ChatMessage }
  | { readonly kind: 'retract'; readonly target: Retraction }
  /** More was said than anybody can read: so many messages of viewers were left out. */
  | { readonly kind: 'skipped'; readonly count: number }
  | { readonly kind: 'settings'; readonly settings: ChatSettings }
  /** Told first: what stood at the top a minute ago, with the moment since when, where anything ever has; then what has since. */
  | NoticeEvent;

export interface ChatDraft {
  /** Made once per message; the back end remembers `cid → id` for a day, so a resend is answered, not repeated. */
  readonly cid: string;
  /** Empty where a sticker is sent. */
  readonly text: string;
  readonly replyTo?: string;
  /** The id of a sticker, one of {@link ChatPort.stickers}. */
  readonly sticker?: string;
}

export interface ChatPort {
  /**
   * Delivers recent history, then what is said. The same message may come twice (after a resume); its id tells.
   */
  readonly subscribe: Subscribe<ChatEvent>;
  /**
   * Says something; resolves when the back end has it. Absent: the chat is read-only here.
   * @throws {VitrineError} `SLOW_MODE` (retryAfter), `MESSAGE_TOO_LONG`, `MESSAGE_REFUSED` (field `sticker` where there is no
   *   such sticker), `MUTED`, `AUTH_REQUIRED`, `OFFLINE`
   */
  send?(draft: ChatDraft, options: { readonly signal: AbortSignal }): Promise<{ readonly id: string }>;
  /** Which stickers may be sent, in the order in which they are offered; at most 100 are. Absent: none are offered. */
  stickers?(options: { readonly signal: AbortSignal }): Promise<readonly Sticker[]>;
  /** Removes messages for everybody. Hosts and moderators. */
  retract?(target: RetractTarget, options: CommandOptions): Promise<void>;
  /** Changes the room's chat settings. Hosts and moderators. */
  configure?(settings: Partial<ChatSettings>, options: CommandOptions): Promise<void>;
  /**
   * Puts a message of the chat, or an announcement, at the top of it; null takes away what stands there. What is
   * retracted stands there no longer, and is told to nobody who comes later. Hosts and moderators.
   * @param options.until when it goes by itself; `at` is the moment on camera it belongs to
   * @throws {VitrineError} `FORBIDDEN`, `BAD_INPUT` (field `message`, `until`), `MESSAGE_EMPTY`, `MESSAGE_TOO_LONG`
   */
  pin?(
    target: { readonly id: string } | { readonly text: string } | null,
    options: CommandOptions & { readonly until?: EpochMs; readonly at?: ProgramTime },
  ): Promise<void>;
  /**
   * Tells the staff that a message should not stand here; a person is counted once. Nothing comes back of what others say.
   * @throws {VitrineError} `BAD_INPUT` (field `message`), `MESSAGE_TOO_LONG` (field `reason`), `RATE_LIMITED`
   */
  report?(id: string, options: CommandOptions & { readonly reason?: string }): Promise<void>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    chat: ChatPort;
  }
}
