// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';

/** A connection that drops for less than this is nobody's business, in ms. */
const patience = 2000;

/** For how long the back end has been out of reach. */
export class Away {
  #since: EpochMs | null = null;

  /** Out of reach, noticed or not. */
  get isAway(): boolean {
    return this.#since !== null;
  }

  get isNoticed(): boolean {
    return this.#since !== null && Date.now() - this.#since > patience;
  }

  /** @returns for how long, in ms */
  take(isAway: boolean): number {
    if (!isAway) this.#since = null;
    else this.#since ??= Date.now();
    return this.#since === null ? 0 : Date.now() - this.#since;
  }
}
