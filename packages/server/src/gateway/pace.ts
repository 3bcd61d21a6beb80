// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import type { Clock } from '../clock.js';

/** One timer that is set for the earliest moment asked for. */
export class Pace {
  readonly #clock: Clock;
  readonly #run: () => void;
  #timer: { readonly due: EpochMs; readonly cancel: () => void } | null = null;

  constructor(clock: Clock, run: () => void) {
    this.#clock = clock;
    this.#run = run;
  }

  /** Runs at a moment, or before it if that was asked for already. */
  wake(due: EpochMs): void {
    if (this.#timer && this.#timer.due <= due) return;
    this.sleep();
    const cancel = this.#clock.after(Math.max(0, due - this.#clock.now()), () => {
      this.#timer = null;
      this.#run();
    });
    this.#timer = { due, cancel };
  }

  sleep(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}
