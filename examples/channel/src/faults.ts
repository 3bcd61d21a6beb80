// SPDX-License-Identifier: MIT

/** What a request asks for. */
export type FaultKind = 'master' | 'playlist' | 'init' | 'segment' | 'part';

/** Which requests a fault touches; an absent field matches everything. */
export interface FaultMatch {
  readonly kind?: FaultKind | readonly FaultKind[];
  /** First folder of the path: `live`, `steady`, `plain` or `vod`. */
  readonly mode?: string;
  /** Orientation: `landscape` or `portrait`. */
  readonly show?: string;
  /** Rendition name, for example `360p`. Master playlists have none. */
  readonly rendition?: string;
  /** Media sequence number of one segment; its parts match as well. */
  readonly sequence?: number;
}

/**
 * What happens to a matching request.
 * - `status`: answered with this HTTP status and no media;
 * - `delay`: answered late;
 * - `reset`: the connection is torn down before any byte;
 * - `truncate`: the length is announced in full, but the connection breaks after this share (0 to 1) of the body;
 * - `empty`: answered with status 200 and nothing;
 * - `corrupt`: bytes in the middle of the body are overwritten, boxes of media left whole; with `track: 'sound'`
 *   the sound alone;
 * - `mislabel`: sent as `text/html`, as by a server that does not know the kinds of files;
 * - `closed`: sent without the header that lets pages of another origin read it;
 * - `signature`: refused with 403 unless the address ends in `?signature=` and the one wanted;
 * - `freeze`: playlists stand still at the moment the fault began, anything else is held until the fault ends.
 */
export type FaultAction =
  | { readonly type: 'status'; readonly status: number }
  | { readonly type: 'delay'; readonly milliseconds: number }
  | { readonly type: 'reset' }
  | { readonly type: 'truncate'; readonly share?: number }
  | { readonly type: 'empty' }
  | { readonly type: 'corrupt'; readonly track?: 'sound' }
  | { readonly type: 'mislabel' }
  | { readonly type: 'closed' }
  | { readonly type: 'signature'; readonly wanted: string }
  | { readonly type: 'freeze' };

/** One fault: which requests, what happens to them, and until when. */
export interface Fault {
  readonly match?: FaultMatch;
  readonly action: FaultAction;
  /** The fault ends by itself after this many milliseconds; otherwise when removed. */
  readonly forMilliseconds?: number;
  /** The fault ends after it has struck this many requests. */
  readonly times?: number;
}

/** A fault in force. */
export interface FaultHandle {
  readonly id: number;
  readonly fault: Fault;
  /** Epoch milliseconds at which it was added. */
  readonly since: number;
  /** How many requests it has struck. */
  hits(): number;
  /** Ends the fault now. */
  remove(): void;
}

/** The faults of one channel. Of several that match a request, the oldest strikes. */
export interface Faults {
  add(fault: Fault): FaultHandle;
  list(): readonly FaultHandle[];
  clear(): void;
}
