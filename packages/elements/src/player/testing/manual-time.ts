// SPDX-License-Identifier: MIT
import type { LadderOptions } from '../engines/ladder.js';

/** A clock that a test turns by hand. */
export class ManualTime implements Omit<LadderOptions, 'changed'> {
  #now = 1_000_000;
  #waiting: { at: number; run: () => void }[] = [];

  readonly now = (): number => this.#now;
  /** The middle: waits are exactly as long as the ladder means them. */
  readonly random = (): number => 0.5;
  readonly schedule = (run: () => void, ms: number): (() => void) => {
    const entry = { at: this.#now + ms, run };
    this.#waiting.push(entry);
    return () => (this.#waiting = this.#waiting.filter((one) => one !== entry));
  };

  /** Lets time pass, and what is due happen in order. */
  async pass(ms: number): Promise<void> {
    await settled();
    const end = this.#now + ms;
    for (;;) {
      const [next] = this.#waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = next.at;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      next.run();
      await settled();
    }
    this.#now = end;
    await settled();
  }
}

/** Resolves when all promises that can be kept now are kept. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
