// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';

/** Says the newest thing, but not more often than once in so long: what comes sooner waits, and the last one counts. */
export class Announcer {
  readonly #say: (text: string) => void;
  readonly #interval: Ms;
  #last = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (text: string) => void, interval: Ms) {
    this.#say = say;
    this.#interval = interval;
  }

  announce(text: string): void {
    this.stop();
    const wait = this.#last + this.#interval - performance.now();
    const speak = (): void => {
      this.#last = performance.now();
      this.#say(text);
    };
    if (wait <= 0) speak();
    else this.#timer = setTimeout(speak, wait);
  }

  /** Forgets what waits. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
