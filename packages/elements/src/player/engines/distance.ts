// SPDX-License-Identifier: MIT
import type Hls from 'hls.js';
import type { LevelDetails, LevelUpdatedData } from 'hls.js';
import { distanceBehind } from './opening.js';

/** So many stalls within so many ms are more than bad luck. */
const tooManyStalls = 3;
const stallsWithin = 30_000;
/** Stalls so many ms after a decoder was emptied are its doing. */
const excused = 8000;

const behindOf = ({ partHoldBack, holdBack, targetduration }: LevelDetails, lowLatency: boolean): number =>
  distanceBehind({ partHoldBack, holdBack, targetDuration: targetduration }, lowLatency);

/** How far behind the end of a live list hls.js plays. */
export class Distance {
  readonly #hls: Hls;
  #target: number | null = null;
  /** When the last stalls at the tip of a low-latency stream were. */
  #stalls: readonly number[] = [];
  /** Renditions whose list was asked for early. */
  readonly #early = new Set<number>();
  #excusedUntil = 0;

  constructor(hls: Hls) {
    this.#hls = hls;
  }

  /**
   * A list came. Asked for at its own pace, a list is always as old as it was when it was first asked for, up to a whole
   * segment, and the picture is late by that. So each list is asked for half a segment early, once: it has news, and is
   * younger from then on, or it has not, and is asked again half a segment later (RFC 8216, 6.3.4) as before.
   */
  settle({ level, details }: Pick<LevelUpdatedData, 'level' | 'details'>): void {
    const { live, canBlockReload, targetduration } = details;
    if (!live) return;
    // (The next time is set already: this is for the one after.)
    if (!this.#early.has(level) && !canBlockReload) details.requestScheduled -= 500 * targetduration;
    this.#early.add(level);
    if (this.#target !== null) return;
    this.#target = behindOf(details, this.#hls.lowLatencyMode);
    // Told before the first fragment is chosen, and only where the list itself says nothing.
    if (!details.partHoldBack && !details.holdBack) this.#hls.targetLatency = this.#target;
  }

  /** hls.js raises its target by each stall and forgets that only with a new stream. */
  forgive(): void {
    if (this.#target !== null && this.#hls.latestLevelDetails?.live) this.#hls.targetLatency = this.#target;
  }

  /** A decoder was emptied, which says nothing of the line. */
  excuse(): void {
    this.#excusedUntil = performance.now() + excused;
    this.forgive();
  }

  /** Who stalls again and again at the tip of the stream is better off a little further back. */
  stalled(): void {
    const hls = this.#hls;
    const details = hls.latestLevelDetails;
    const now = performance.now();
    if (now < this.#excusedUntil) return this.forgive();
    this.#stalls = [...this.#stalls.filter((at) => now - at < stallsWithin), now];
    if (!hls.lowLatencyMode || !details?.partHoldBack || this.#stalls.length < tooManyStalls) return;
    hls.lowLatencyMode = false;
    hls.targetLatency = this.#target = behindOf(details, false);
  }
}
