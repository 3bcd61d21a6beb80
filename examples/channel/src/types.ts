// SPDX-License-Identifier: MIT
import type { Faults } from './faults.js';
import type { Origin } from './origin.js';

/** Starts a timer that calls back once after `milliseconds`; returns a function which cancels it. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/** What `createChannel` can be told; everything has a default. */
export interface ChannelOptions {
  /** TCP port; 0 (the default) takes a free one. */
  readonly port?: number;
  /** Address to listen on, `127.0.0.1` by default. */
  readonly host?: string;
  /** Wall clock in epoch milliseconds. Tests inject their own. */
  readonly now?: () => number;
  /** Timer behind held requests. Tests inject one that follows their clock. */
  readonly timer?: Timer;
  /** Length of the live window in seconds, 30 by default; raise it for a longer rewind. */
  readonly dvrSeconds?: number;
  /** Folder with the media set, `examples/channel/media` by default. */
  readonly mediaDir?: string;
  /** Accept `GET`, `POST` and `DELETE /faults` from loopback; off by default. */
  readonly faultsEndpoint?: boolean;
}

/** A running live origin. */
export interface Channel {
  /** Base address without a trailing slash, for example `http://127.0.0.1:4175`. */
  readonly url: string;
  /** The TCP port in use. */
  readonly port: number;
  /** Stops listening and destroys open requests, held ones included. */
  close(): Promise<void>;
  /** Burned-in frame number (0 to 1199) captured at an instant given in epoch milliseconds. */
  frameAt(programDateTime: number): number;
  /** Faults on the way to the viewer, see {@link Faults}. */
  readonly faults: Faults;
  /** Incidents at the encoder and the packager, see {@link Origin}. */
  readonly origin: Origin;
}
