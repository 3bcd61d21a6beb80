// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';
import type { Engine } from '../engines/engine.js';
import { isUnseen } from '../picture.js';
import type { Playback } from '../playback.js';

/** Live media is not loaded for a viewer who has paused, or hidden and silenced it, this long. */
const patience: Ms = 15_000;

/** Lets a live stream rest that nobody watches. */
export class Rest {
  readonly #playback: Playback;
  #resting: Engine | null = null;
  #unusedSince: EpochMs | null = null;

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  /** Whether somebody watches; to be called each second. */
  look(): boolean {
    const { engine, picture, video, now } = this.#playback;
    if (!engine?.isLive || (picture.wantsPlay && !(isUnseen() && video.muted))) {
      this.wake();
      return true;
    }
    this.#unusedSince ??= now();
    if (this.#resting !== engine && now() - this.#unusedSince >= patience) {
      this.#resting = engine;
      engine.rest();
    }
    return false;
  }

  /** Somebody watches. */
  wake(): void {
    const { engine } = this.#playback;
    if (engine && this.#resting === engine) engine.wake();
    this.#resting = this.#unusedSince = null;
  }
}
