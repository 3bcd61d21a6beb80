// SPDX-License-Identifier: MIT
// The reference back end's wire protocol, version 1 (docs/protocol.md). Short keys: these frames go to millions.
import type { ChatSettings, Sticker, StreamInfo, ViewerRole } from '../features/index.js';
import type { Availability, Price } from '../features/index.js';
import type { Interaction, InteractionEntry, Settled } from '../features/interactions/index.js';
import type { OwnWords } from '../features/own-words/index.js';
import type { EpochMs, ErrorCode, Ms, ProgramTime } from '../model/index.js';

/** The WebSocket subprotocol. */
export const subprotocol = 'vitrine.1';
export const protocolVersion = 1;
/** The largest frame a client may send, in bytes. */
export const maximumClientFrame = 4096;

/** A message as it travels. `i` is `batch.index`. */
export interface WireMessage {
  readonly i: string;
  /** The sender's client id: its own echo is known by it. */
  readonly cid?: string;
  /** Author: id, name, role when not a viewer, avatar, whether the shop has made sure who it is. */
  readonly u: {
    readonly id: string;
    readonly n: string;
    readonly r?: ViewerRole;
    readonly a?: string;
    readonly v?: true;
  };
  readonly x: string;
  /** Sent at, back end's clock. */
  readonly t: EpochMs;
  /** Moment of the show. */
  readonly at: ProgramTime;
  /** In reply to: id and name. */
  readonly re?: { readonly i: string; readonly n: string };
  /** The sticker it is said by: id and picture; `x` is then its label. */
  readonly st?: { readonly i: string; readonly u: string };
  /** `o`: the room's own words about an order. */
  readonly y?: 'o';
  /** How many like it; told in a history alone. */
  readonly l?: number;
}

/** How many like which messages, by message id; 0: nobody does any more. At most 100 at once. */
export type WireLikes = Readonly<Record<string, number>>;

/** What the asker likes, the newest first: `GET /rooms/:id/me/likes`. */
export interface WireOwnLikes {
  readonly messages: readonly string[];
}

/** What stands at the top of the chat. */
export interface WireNotice {
  /** The message it is; absent: an announcement. */
  readonly i?: string;
  readonly u: WireMessage['u'];
  readonly x: string;
  /** When it was said. */
  readonly t: EpochMs;
  /** When it goes by itself, back end's clock. */
  readonly until?: EpochMs;
}

/** What becomes of an interaction; `id` is the interaction's. */
export type WireAct =
  | { readonly op: 'open'; readonly interaction: Omit<Interaction, 'at'> }
  | { readonly op: 'close'; readonly id: string }
  /** Without the entry: one that not everybody may read. Who may fetches the interactions. */
  | { readonly op: 'entry'; readonly id: string; readonly entry?: WireEntry }
  /** The counts that have changed, by option. */
  | { readonly op: 'tally'; readonly id: string; readonly counts: Readonly<Record<string, number>> }
  | { readonly op: 'settle'; readonly id: string; readonly option: string; readonly as: Settled };

/** An entry as everybody is told of it: whose it is, each finds out by the author's id. */
export type WireEntry = Omit<InteractionEntry, 'isOwn'>;

/** All interactions of a room, as one viewer may see them: `GET /rooms/:id/interactions`. */
export interface WireInteractions {
  /** Control items up to this number are in it. */
  readonly cn: number;
  /** What has become of them, in an order in which it may have. */
  readonly items: readonly (WireAct & { readonly at: ProgramTime })[];
  /** What this viewer counts for, and since when. */
  readonly own: readonly { readonly id: string; readonly option: string; readonly at: ProgramTime }[];
}

/** The stickers of a room: `GET /rooms/:id/stickers`. */
export interface WireStickers {
  readonly stickers: readonly Required<Sticker>[];
}

/** What was said, among what happened in the show. */
export interface WireSaid {
  readonly op: 'message';
  readonly at: ProgramTime;
  readonly m: WireMessage;
}

/** What happened in the show between two moments, in the order of its moments: `GET /rooms/:id/history`. */
export interface WireHistory {
  readonly items: readonly (WireControl | WireSaid)[];
}

/** What came of an answer. */
export interface WireAnswered {
  /** The moment from which tallies have it in them. */
  readonly at: ProgramTime;
  /** What was added. */
  readonly entry?: WireEntry;
}

/** Takes rows away, also those still to be shown. */
export interface WireRetraction {
  readonly op: 'retract';
  readonly by: 'message' | 'author' | 'all';
  readonly id?: string;
  /** With `author`: they have taken back what they had said until then, which is none of what they say later, and no order. */
  readonly until?: EpochMs;
}

/** Some of what one person wrote, the oldest first: `GET /rooms/:id/me/messages`. */
export interface WireOwnWords extends OwnWords {
  /** Asks for what comes next, as `after`; absent when that was all. */
  readonly next?: string;
}

/** What changes the room. Never sampled, never dropped; `cn` grows by one. */
export type WireControl = { readonly cn: number; readonly at: ProgramTime } & (
  | WireAct
  | { readonly op: 'pin'; readonly product: string }
  | { readonly op: 'unpin' }
  | WireRetraction
  | { readonly op: 'chat'; readonly settings: ChatSettings }
  /** Without one nothing stands there any more; also where its words have been retracted since. */
  | { readonly op: 'notice'; readonly notice?: WireNotice }
  | { readonly op: 'stock'; readonly variant: string; readonly availability: Availability }
  | { readonly op: 'price'; readonly variant: string; readonly price: Price }
  | { readonly op: 'stream'; readonly info: StreamInfo }
);

export type WireControlOf<O extends WireControl['op']> = Extract<WireControl, { op: O }>;

// client → server

export interface HelloFrame {
  readonly k: 'hi';
  readonly v: number;
  readonly room: string;
  readonly token: string | null;
  /** `epoch.batch` of the last batch seen. */
  readonly resume?: string;
  /** `z`: can read raw-deflated binary frames. */
  readonly caps?: readonly string[];
}
export interface SayFrame {
  readonly k: 'm';
  readonly cid: string;
  /** Empty with a sticker. */
  readonly text: string;
  readonly replyTo?: string;
  /** The id of one of the room's stickers. */
  readonly sticker?: string;
}
export interface LikeFrame {
  readonly k: 'l';
  readonly count: number;
}
export interface PingFrame {
  readonly k: 'p';
  /** The client's own clock, given back untouched. */
  readonly t0: number;
}
export interface NeedFrame {
  readonly k: 'need';
  readonly from: number;
  readonly to: number;
}
export type ClientFrame = HelloFrame | SayFrame | LikeFrame | PingFrame | NeedFrame;

// server → client

export interface WelcomeFrame {
  readonly k: 'ok';
  readonly now: EpochMs;
  readonly ep: string;
  /** The newest batch. */
  readonly n: number;
  readonly tick: Ms;
  /** How long batches are kept for a resume, in ms. */
  readonly ring: Ms;
  readonly viewer: { readonly id: string; readonly name?: string; readonly role: ViewerRole; readonly guest: boolean };
  readonly limits: { readonly chars: number; readonly slow: Ms; readonly like: number };
  /** Whether the batches since `resume` follow (true) or a snapshot does. */
  readonly resumed: boolean;
  readonly alt?: readonly string[];
}
/** One tick of the room. Heartbeat when it is empty. */
export interface BatchFrame {
  readonly k: 'b';
  readonly n: number;
  readonly t: EpochMs;
  /** The newest control number, so that a lost control item shows even in a batch without any. */
  readonly cn: number;
  readonly m?: readonly WireMessage[];
  readonly c?: readonly WireControl[];
  readonly viewers?: number;
  readonly likes?: number;
  /** Of the messages of which it has changed. */
  readonly ml?: WireLikes;
  /** How many messages were left out. */
  readonly skipped?: number;
}
export interface AckFrame {
  readonly k: 'a';
  readonly cid: string;
  readonly i: string;
}
export interface ErrorFrame {
  readonly k: 'e';
  /** Absent: it concerns the connection, which ends. */
  readonly cid?: string;
  readonly code: ErrorCode;
  readonly retryAt?: EpochMs;
  readonly field?: string;
}
export interface PongFrame {
  readonly k: 'p';
  readonly t0: number;
  readonly now: EpochMs;
}
/** These batches cannot be had any more; a snapshot follows. */
export interface GapFrame {
  readonly k: 'gap';
  readonly from: number;
  readonly to: number;
}
/** The room at a moment, and the control items since, so that a viewer who lags finds the past too. */
export interface SnapshotFrame {
  readonly k: 'snap';
  readonly ep: string;
  readonly n: number;
  readonly cn: number;
  readonly now: EpochMs;
  readonly stream: StreamInfo;
  readonly chat: ChatSettings;
  /** What was pinned before the items of `c`, and since when. */
  readonly pinned: { readonly product: string | null; readonly at: ProgramTime };
  /** What stood at the top of the chat before them, and since when; absent: nothing ever has. */
  readonly notice?: { readonly notice?: WireNotice; readonly at: ProgramTime };
  /** Pins of the last minute and all newer control items, oldest first. */
  readonly c: readonly WireControl[];
  /** The newest messages, oldest first. */
  readonly m: readonly WireMessage[];
  readonly viewers: number;
  readonly likes: number;
  /** Of the messages that were liked last. */
  readonly ml?: WireLikes;
}
/** Please go on over there. */
export interface MoveFrame {
  readonly k: 'mv';
  readonly to: 'cdn' | 'socket';
  readonly after: Ms;
}
export type ServerFrame =
  WelcomeFrame | BatchFrame | AckFrame | ErrorFrame | PongFrame | GapFrame | SnapshotFrame | MoveFrame;
