// SPDX-License-Identifier: MIT
import type { Ms, Room } from '@vitrine/core';

/** What the console reads of the player in its preview. */
export interface PreviewPlayer extends HTMLElement {
  readonly phase?: 'idle' | 'loading' | 'playing' | 'paused' | 'stalled' | 'recovering' | 'blocked' | 'failed';
  /** Frames are arriving. */
  readonly hasPicture?: boolean;
  readonly latency?: Ms | null;
  readonly video?: HTMLVideoElement;
  muted?: boolean;
}

/** Beyond this it is a recording that plays, and no delay. */
const longestDelay: Ms = 600_000;

/** How far what the preview shows is behind the host's camera; null while nobody can tell. */
export function delayOf(room: Room, player: PreviewPlayer | null): Ms | null {
  const { programTime, source } = room.playhead.now();
  const isSeen = source === 'frame' || source === 'media';
  const delay = isSeen
    ? room.liveEdge() - programTime
    : (player?.latency ?? room.store.state.stream.info?.latency ?? null);
  return delay === null || delay > longestDelay ? null : Math.max(0, delay);
}
