// SPDX-License-Identifier: MIT
import type { Ms, StreamInfo } from '@vitrine/core';
import type { ReminderOptions } from './rooms/reminders.js';
import type { Clock } from './clock.js';
import type { OrderView } from './shop/orders.js';

/** A rate: so many a second on average, so many at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** How much one client may ask for. Each is a token bucket. */
export interface Limits {
  /** Messages of one viewer, and of one connection. Default 1/s, 3 at once. */
  readonly chat: Rate;
  /** Hearts of one viewer. Default 20/s. */
  readonly likes: Rate;
  /** New guests from one network address. Default 0.5/s, 30 at once; in development 50/s, 1,000 at once. */
  readonly guests: Rate;
  /** Cart commands of one viewer. Default 10/s, 30 at once. */
  readonly cart: Rate;
  /** Checkout calls of one viewer. Default 2/s, 20 at once. */
  readonly checkout: Rate;
  /** Wrong or right host codes from one network address. Default 1 in 10 s, 10 at once. */
  readonly hostCodes: Rate;
  /** Control commands of one member of the staff. Default 10/s, 50 at once. */
  readonly control: Rate;
  /** Answers of one viewer to interactions, such as votes. Default 5/s, 20 at once. */
  readonly answers: Rate;
  /** Entries of one viewer, such as questions. Default 1 in 10 s, 3 at once. */
  readonly entries: Rate;
  /** Messages that one viewer reports. Default 1 in 10 s, 5 at once. */
  readonly reports: Rate;
  /** Messages that one viewer likes, or likes no longer. Default 2/s, 20 at once. */
  readonly messageLikes: Rate;
  /** Reads of what happened in a room from one network address. Default 20/s, 200 at once; in development 200/s, 1,000 at once. */
  readonly history: Rate;
  /** Looks at, and deletions of, what one viewer wrote. Default 1 in 2 s, 20 at once. */
  readonly ownWords: Rate;
  /** New names of one viewer. Default 1 in 5 s, 5 at once. */
  readonly names: Rate;
  /** Messages of a room that are sent out per second; of more a fair choice is. Staff and orders always are. Default 200. */
  readonly messagesPerSecond: number;
}

/** Scripted shoppers for a demonstration; see `demo/audience.ts`. */
export interface AudienceOptions {
  /** Which product is on camera, in seconds of the looped show. */
  readonly show?: ShowLoop;
}

/** A show that is played in a loop which began at the epoch. */
export interface ShowLoop {
  readonly loopSeconds: number;
  readonly cues: readonly { readonly product: string; readonly from: number; readonly to: number }[];
}

/** What `createServer` can be told; everything has a default. */
export interface ServerOptions {
  /** TCP port; 0 (the default) takes a free one. */
  readonly port?: number;
  /** Address to listen on, `127.0.0.1` by default. */
  readonly host?: string;
  /** `development` (the default) issues tokens on `/dev/token` to loopback and lets every origin in. */
  readonly mode?: 'development' | 'production';
  /** Folder of the databases. Absent: a temporary one, removed by `close`. */
  readonly dataDir?: string;
  /** Where clients reach this server, without a trailing slash. Default: the address it listens on. */
  readonly publicUrl?: string;
  /** Origins of pages that may use the server. Default: all in development, none in production. */
  readonly origins?: readonly string[];
  /** Whether `X-Forwarded-*` of a proxy in front is believed. Default false. */
  readonly trustProxy?: boolean;
  /** The owner's secret, at least 24 letters, digits, `-` or `_`. Absent: made at the first start and returned once. */
  readonly ownerToken?: string;
  /** The key tokens are signed with, at least 32 characters. Absent: made at the first start and kept in `dataDir`. */
  readonly tokenSecret?: string;
  /** How long guests' and viewers' tokens are good for. Default 30 days. */
  readonly tokenLifetime?: Ms;
  /** The page a host link opens. Default: `/host` of the public URL. */
  readonly hostPage?: string;
  /** Origin of the demo channel; its streams and posters go into the room `demo`. */
  readonly channelUrl?: string;
  /** Where `/media/products/<name>.svg` are. Default: `channelUrl`. */
  readonly mediaUrl?: string;
  /** A service of the shop that is asked about each message of a viewer; see `docs/protocol.md`. Absent: none is. */
  readonly reviewUrl?: string;
  /** How long it may take, at most 5 s. Default 200 ms; then the policy of the room decides. */
  readonly reviewTimeout?: Ms;
  /** Signs what is asked, so that the service knows who asks: at least 32 characters, for this alone. Absent: unsigned. */
  readonly reviewSecret?: string;
  /** Whether the room `demo` is made when it is not there. Default true. */
  readonly seed?: boolean;
  /** What the demo room's stream is told beyond the seed, such as `latency`. */
  readonly demoStream?: Partial<StreamInfo>;
  /** Scripted shoppers in the room `demo`. Default none. */
  readonly audience?: AudienceOptions | false;
  readonly limits?: Partial<Limits>;
  /**
   * How many sockets are open at most; more are refused with 503 and `Retry-After`, but for the staff. Default 30,000, which is
   * what one process writes to in time.
   */
  readonly maximumSockets?: number;
  /**
   * Whether viewers' chat gives way when the process does not keep up: see `docs/protocol.md`. Default true.
   */
  readonly shedding?: boolean;
  /** How long a checkout holds stock and price. Default 10 minutes. */
  readonly reservation?: Ms;
  /** How viewers are told that a show begins. Absent: nobody is, and rooms offer no reminders. */
  readonly reminders?: ReminderOptions;
  /** Log level. Default `silent`; the command line's is `info`. */
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly clock?: Clock;
  /**
   * Called after an order was committed and before the buyer is answered. What it throws is logged; the order stands.
   * A shop hands the order on from here; tests end the process here.
   */
  readonly onOrderCommitted?: (order: OrderView) => void | Promise<void>;
}
