// SPDX-License-Identifier: MIT

/**
 * `idle`: nothing to play. `loading`: before the first picture. `stalled`: the picture stands although the network
 * answers. `recovering`: it stands because the network does not. `blocked`: the browser wants a tap first. `failed`: it
 * will not play here; the player goes on trying quietly.
 */
export type PlayerPhase = 'idle' | 'loading' | 'playing' | 'paused' | 'stalled' | 'recovering' | 'blocked' | 'failed';

/** What is known of a playback. */
export interface PlaybackFacts {
  readonly hasSource: boolean;
  readonly hasFailed: boolean;
  readonly isBlocked: boolean;
  /** The viewer wants it to play. */
  readonly wantsPlay: boolean;
  readonly hasPicture: boolean;
  /** Nothing to show next has come for a while. */
  readonly isStarving: boolean;
  /** Requests fail, or the engine is being made anew. */
  readonly isOut: boolean;
}

export function phaseOf(facts: PlaybackFacts): PlayerPhase {
  if (!facts.hasSource) return 'idle';
  if (facts.hasFailed) return 'failed';
  if (facts.isBlocked) return 'blocked';
  if (!facts.wantsPlay) return 'paused';
  // An outage that the buffer outlasts is nobody's business.
  if (facts.isOut && (facts.isStarving || !facts.hasPicture)) return 'recovering';
  if (!facts.hasPicture) return 'loading';
  return facts.isStarving ? 'stalled' : 'playing';
}
