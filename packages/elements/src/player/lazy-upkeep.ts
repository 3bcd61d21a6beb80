// SPDX-License-Identifier: MIT
import type { PlayheadReading } from '@vitrine/core';
import type { Attempt } from './attempt.js';
import type { Engine, EngineFault } from './engines/engine.js';
import type { Ladder, Outage } from './engines/ladder.js';
import type { Publish } from './upkeep/frame-clock.js';
import { Lazy } from './lazy.js';
import type { Playback } from './playback.js';
import type { Upkeep } from './upkeep/upkeep.js';

const load = (): Promise<typeof import('./upkeep/upkeep.js')> => import('./upkeep/upkeep.js');

/**
 * What keeps a playback going, fetched when only media is still to come. Where that fails the picture plays all the same,
 * and it is fetched again with the next occasion.
 */
export class LazyUpkeep {
  /** Null until it is there. */
  now: Upkeep | null = null;
  readonly #playback: Playback;
  readonly #publish: Publish;
  readonly #part = new Lazy(load);
  #life: AbortSignal | null = null;
  #told: PlayheadReading | null = null;

  constructor(playback: Playback, publish: Publish) {
    this.#playback = playback;
    this.#publish = publish;
  }

  attach(signal: AbortSignal): void {
    this.#life = signal;
    signal.addEventListener('abort', () => (this.now = null), { once: true });
  }

  async fetch(): Promise<Upkeep | null> {
    const life = this.#life;
    const part = await this.#part.fetch();
    if (part && life && !life.aborted && life === this.#life)
      this.now ??= new part.Upkeep(this.#playback, this.#publish, life);
    return this.now;
  }

  /** Looks after what moves. Until the part is there, the clock of the media tells the moment, which stands between. */
  keep(): void {
    const { engine, picture, video, programTime } = this.#playback;
    if (this.now) {
      if (engine) this.now.pace.keep(engine);
    } else if (picture.isThere && !video.seeking && programTime !== null)
      this.#publish((this.#told = { programTime, source: 'media', rate: 0 }));
  }

  /** There is nothing to show any more. */
  clear(): void {
    this.now?.clock.clear();
    if (this.#told) this.#publish((this.#told = null));
  }

  /** Requests do not get through, time and again. */
  async judge(ladder: Ladder, outage: Outage): Promise<void> {
    void (await this.fetch())?.faults.judge(ladder, outage);
  }

  /** The engine cannot go on, and loading again is not enough. */
  async mend(attempt: Attempt, engine: Engine, fault: EngineFault): Promise<void> {
    const upkeep = await this.fetch();
    const { sources } = this.#playback;
    if (attempt !== sources.attempt) return;
    if (upkeep) upkeep.faults.mend(attempt, engine, fault);
    else attempt.afterwards(0, () => sources.begin(attempt.url));
  }
}
