// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';
import type { PlayerPhase } from './phase.js';

/** A spinner sooner than this, or the news of a dropped connection sooner than that, would only flicker. */
export const spinnerAfter: Ms = 300;
export const newsAfter: Ms = 2000;

/** How long a picture has been gone that should be there. */
export class Absence {
  readonly #told: () => void;
  #since: EpochMs | null = null;

  /** @param told called when it has lasted long enough for something to be shown */
  constructor(told: () => void) {
    this.#told = told;
  }

  get lasted(): Ms {
    return this.#since === null ? 0 : Date.now() - this.#since;
  }

  look(phase: PlayerPhase): void {
    const isGone = phase === 'loading' || phase === 'stalled' || phase === 'recovering';
    if (isGone && this.#since === null) {
      this.#since = Date.now();
      for (const after of [spinnerAfter, newsAfter]) setTimeout(this.#told, after + 10);
    } else if (!isGone) this.#since = null;
  }
}
