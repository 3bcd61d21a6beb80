// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import type { Clock } from '../clock.js';
import type { Rate } from '../options.js';

interface Bucket {
  level: number;
  at: number;
}

const sweepEvery = 1000;

/** Token buckets by key: each fills at a rate up to a burst. Full ones are forgotten. */
export class Buckets {
  readonly #rate: Rate;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();
  #taken = 0;

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate;
    this.#clock = clock;
  }

  #fill(key: string): Bucket {
    const now = this.#clock.now();
    const { perSecond, burst } = this.#rate;
    let bucket = this.#buckets.get(key);
    if (!bucket) this.#buckets.set(key, (bucket = { level: burst, at: now }));
    bucket.level = Math.min(burst, bucket.level + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    if (++this.#taken % sweepEvery === 0) this.#sweep(now);
    return bucket;
  }

  #sweep(now: number): void {
    const { perSecond, burst } = this.#rate;
    for (const [key, { level, at }] of this.#buckets) {
      if (level + ((now - at) / 1000) * perSecond >= burst) this.#buckets.delete(key);
    }
  }

  /** Takes one. @returns 0, or how long until there is one, in ms; nothing is taken then */
  take(key: string): Ms {
    const bucket = this.#fill(key);
    if (bucket.level >= 1) {
      bucket.level -= 1;
      return 0;
    }
    return Math.ceil(((1 - bucket.level) / this.#rate.perSecond) * 1000);
  }

  /** Takes as many as there are, at most `wanted`. @returns how many were taken */
  takeUpTo(key: string, wanted: number): number {
    const bucket = this.#fill(key);
    const count = Math.max(0, Math.min(Math.floor(bucket.level), Math.floor(wanted)));
    bucket.level -= count;
    return count;
  }
}
