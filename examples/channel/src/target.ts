// SPDX-License-Identifier: MIT
import type { FaultKind } from './faults.js';

/**
 * How a show is offered: `live` is low-latency HLS whose media times start anew with each loop, `steady` the
 * same with media times that run on and no discontinuity, `plain` live HLS without low latency, `vod` a recording.
 */
export type Mode = 'live' | 'steady' | 'plain' | 'vod';

/** What a path asks for. */
export interface Target {
  readonly kind: FaultKind;
  readonly mode: Mode;
  readonly show: string;
  /** Absent for master playlists. */
  readonly rendition?: string;
  /** Media sequence number of a segment or part. */
  readonly sequence?: number;
  /** Index of a part inside its segment. */
  readonly part?: number;
}

const pattern =
  /^\/(live|steady|plain|vod)\/([\w-]+)\/(?:(master\.m3u8)|([\w-]+)\/(?:(index\.m3u8)|(init\.mp4)|(\d{1,12})(?:\.(\d))?\.m4s))$/;

/** Reads the path of a stream request; `undefined` for anything else. */
export const parseTarget = (path: string): Target | undefined => {
  const match = pattern.exec(path);
  if (match === null) return undefined;
  const [, mode, show = '', master, rendition = '', index, init, sequence, part] = match;
  const common = { mode: mode as Mode, show };
  if (master !== undefined) return { ...common, kind: 'master' };
  if (index !== undefined) return { ...common, kind: 'playlist', rendition };
  if (init !== undefined) return { ...common, kind: 'init', rendition };
  const numbered = { ...common, rendition, sequence: Number(sequence) };
  return part === undefined ? { ...numbered, kind: 'segment' } : { ...numbered, kind: 'part', part: Number(part) };
};
