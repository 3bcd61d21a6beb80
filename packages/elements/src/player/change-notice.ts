// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';
import type { Playable } from './playable.js';

/** How often a latency that has moved is told. */
const latencyEvery: Ms = 1000;

/** Whether what a page can read of a player is other than when it was last told. */
export class ChangeNotice {
  readonly #player: Playable;
  #told = '';
  #latency: { readonly at: EpochMs; readonly value: Ms | null } = { at: 0, value: null };

  constructor(player: Playable) {
    this.#player = player;
  }

  isDue(): boolean {
    const now = Date.now();
    const { phase, paused, muted, aspect, retryAt, isBehind } = this.#player;
    if (now - this.#latency.at >= latencyEvery) this.#latency = { at: now, value: this.#player.latency };
    const told = [phase, paused, muted, aspect, retryAt, isBehind, this.#latency.value].join();
    const isNew = told !== this.#told;
    this.#told = told;
    return isNew;
  }
}
