// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';

const firstWait = 1000;
const mostWait = 60_000;

/** A part that is fetched when it is first needed. Where it cannot be had it is looked for more and more seldom. */
export class Retried<M> {
  readonly #load: () => Promise<M>;
  readonly #clock: () => Ms;
  #loading: Promise<M> | null = null;
  #failures = 0;
  #nextAt: Ms = 0;

  /** @param clock ms that only grow */
  constructor(load: () => Promise<M>, clock: () => Ms = () => performance.now()) {
    this.#load = load;
    this.#clock = clock;
  }

  /** The part, whatever went wrong before: somebody waits for it. */
  fetch(): Promise<M> {
    return (this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      this.#nextAt = this.#clock() + Math.min(mostWait, firstWait * 2 ** this.#failures++);
      throw error;
    }));
  }

  /** Told whenever it could be used. */
  consider(): void {
    if (this.#clock() >= this.#nextAt) this.fetch().catch(() => undefined);
  }
}
