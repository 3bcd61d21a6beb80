// SPDX-License-Identifier: MIT
import type { Failover } from './failover.js';
import type { Picture } from './picture.js';

/**
 * `idle`: nothing to play. `loading`: before the first picture. `stalled`: the picture stands although the network
 * answers. `recovering`: it stands because the network does not. `blocked`: the browser wants a tap first. `failed`: it
 * will not play here; the player goes on trying quietly.
 */
export type PlayerPhase = 'idle' | 'loading' | 'playing' | 'paused' | 'stalled' | 'recovering' | 'blocked' | 'failed';

/** What a playback does, by its sources and what is seen of them. */
export function phaseOf({ urls, error, isOut }: Failover, picture: Picture): PlayerPhase {
  const { wantsPlay, isBlocked, isThere, isStarving } = picture;
  if (urls.length === 0) return 'idle';
  if (error) return 'failed';
  if (isBlocked) return 'blocked';
  if (!wantsPlay) return 'paused';
  // An outage that the buffer outlasts is nobody's business.
  if (isOut && (isStarving || !isThere)) return 'recovering';
  if (!isThere) return 'loading';
  return isStarving ? 'stalled' : 'playing';
}
