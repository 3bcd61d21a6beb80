// SPDX-License-Identifier: MIT
import { keepIn, type Lifetime } from '../bus/lifetime.js';
import type { Ms, ProgramTime } from '../model/index.js';

/**
 * Where a moment comes from, best first: `frame` the program date-time of the frame on the screen, `media` the media
 * clock of the player, `adapter` the stream's clock as the back end tells it, `wall` the wall clock less the latency.
 */
export type PlayheadSource = 'frame' | 'media' | 'adapter' | 'wall';

/** One reading of a player's clock. */
export interface PlayheadReading {
  readonly programTime: ProgramTime;
  readonly source: 'frame' | 'media';
  /** Speed of playback; 0 while it is paused or stalls. */
  readonly rate: number;
}

/** What the playhead reads now. */
export interface PlayheadPosition {
  readonly programTime: ProgramTime;
  readonly source: PlayheadSource;
}

// A frame stands for itself: what comes after it is unknown until the next one is painted. The media clock is read
// a few times a second only, so it is carried forward, but not far, lest a stall runs ahead of the picture.
const mediaHorizon: Ms = 1000;

/** The moment this viewer sees. The player publishes it; without a player it follows the stream's own clock. */
export class Playhead {
  #reading: (PlayheadReading & { readonly taken: number }) | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #fallback: () => PlayheadPosition;
  readonly #monotonic: () => number;

  /**
   * @param fallback where the stream is for a viewer without a player
   * @param monotonic a clock that never jumps, in ms
   */
  constructor(fallback: () => PlayheadPosition, monotonic: () => number = () => performance.now()) {
    this.#fallback = fallback;
    this.#monotonic = monotonic;
  }

  /** Called by the player for each frame, or a few times a second where frames cannot be watched. */
  publish(reading: PlayheadReading): void {
    this.#reading = { ...reading, taken: this.#monotonic() };
    this.#moved();
  }

  /** Called by the player when it has no picture any more. */
  clear(): void {
    if (!this.#reading) return;
    this.#reading = null;
    this.#moved();
  }

  now(): PlayheadPosition {
    if (!this.#reading) return this.#fallback();
    const { programTime, source, rate, taken } = this.#reading;
    const ahead = source === 'media' ? Math.min(this.#monotonic() - taken, mediaHorizon) * rate : 0;
    return { programTime: programTime + ahead, source };
  }

  /** Calls after each publish and clear, until the signal aborts. */
  onMove(listener: () => void, lifetime: Lifetime): void {
    keepIn(this.#listeners, listener, lifetime);
  }

  #moved(): void {
    for (const listener of this.#listeners) listener();
  }
}
