// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';
import type { Clock } from '../clock.js';

/** One timer that is set for the earliest moment asked for. */
export class Pace {
  readonly #clock: Clock;
  readonly #run: (late: Ms) => void;
  #timer: { readonly due: EpochMs; readonly cancel: () => void } | null = null;

  /** @param run is told how much later it comes than it could have, from when it was asked for */
  constructor(clock: Clock, run: (late: Ms) => void) {
    this.#clock = clock;
    this.#run = run;
  }

  /** Runs at a moment, or before it if that was asked for already. */
  wake(due: EpochMs): void {
    if (this.#timer && this.#timer.due <= due) return;
    this.sleep();
    const now = this.#clock.now();
    const earliest = Math.max(due, now);
    const cancel = this.#clock.after(earliest - now, () => {
      this.#timer = null;
      this.#run(Math.max(0, this.#clock.now() - earliest));
    });
    this.#timer = { due, cancel };
  }

  sleep(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}
