// SPDX-License-Identifier: MIT
import type { Orientation, RoomState, StreamInfo, VitrineError } from '@vitrine/core';
import type { Layout } from './layout.js';
import type { PlayerElement } from './player-watch.js';

/** What there is to see where the video would be. */
export type Show =
  /** Nothing is known yet. */
  | 'loading'
  /** The room cannot be had: `error` says why. */
  | 'refused'
  /** The room has no stream: products, chat and bag alone. */
  | 'absent'
  | 'upcoming'
  | 'playing'
  | 'recovering'
  /** The video will not play here. */
  | 'unplayable'
  | 'paused'
  | 'interrupted'
  | 'ended';

/** A short stall is nobody's business. */
const patience = 2000;

export interface ShowInput {
  readonly state: Readonly<RoomState> | null;
  /** Why no room could be made. */
  readonly error: VitrineError | null;
  readonly player: PlayerElement | null;
  /** For how long the player has been without a picture, in ms. */
  readonly trouble: number;
  /** For how long the room has not reached its back end, in ms. */
  readonly away: number;
}

export function showOf({ state, error, player, trouble, away }: ShowInput): Show {
  if (error) return 'refused';
  if (!state) return 'loading';
  const { info, status } = state.stream;
  if (!info) {
    const { connection } = state;
    if (connection.status === 'failed' || (connection.status === 'reconnecting' && away > patience)) return 'refused';
    return status === 'loading' ? 'loading' : 'absent';
  }
  if (info.phase === 'upcoming') return 'upcoming';
  // What is over has no picture; a recording of it is a show of its own phase, `replay`.
  if (info.phase === 'paused' || info.phase === 'interrupted' || info.phase === 'ended') return info.phase;
  if (info.sources.length === 0) return 'absent';
  if (player?.phase === 'failed') return 'unplayable';
  return trouble > patience ? 'recovering' : 'playing';
}

/** What the pill says. Red, `live`, only while frames of what is live are arriving. */
export type Pill = 'live' | 'behind' | 'waiting' | 'soon' | 'reconnecting' | 'paused' | 'replay' | 'ended' | null;

/** @param isShowing there is a picture, or was a moment ago */
export function pillOf(show: Show, info: StreamInfo | null, player: PlayerElement | null, isShowing: boolean): Pill {
  if (!info) return null;
  if (show === 'upcoming') return 'soon';
  if (show === 'recovering') return 'reconnecting';
  if (show === 'paused' || show === 'interrupted') return 'paused';
  if (show === 'ended') return 'ended';
  if (info.phase === 'replay') return 'replay';
  if (show !== 'playing') return null;
  if (player?.phase === 'paused') return 'paused';
  if (!isShowing) return 'waiting';
  return player?.isBehind ? 'behind' : 'live';
}

/** Which way up the player is asked to play: as the layout wants it, where the show has such a source. */
export function orientationOf(layout: Layout, info: StreamInfo | null): Orientation {
  const wanted: Orientation = layout === 'theatre' || layout === 'landscape' ? 'landscape' : 'portrait';
  const offered = (info?.sources ?? []).map(({ orientation }) => orientation);
  return offered.length === 0 || offered.includes(wanted) ? wanted : (offered[0] ?? wanted);
}
