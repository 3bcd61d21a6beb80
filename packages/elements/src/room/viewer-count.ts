// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveController } from 'lit';

const interval = 5000;

/** The number of viewers as it is shown: it changes every five seconds at most, so that nobody watches a counter. */
export class ViewerCount implements ReactiveController {
  readonly #host: LitElement;
  #shown: number | null = null;
  #changed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * @param viewers null while nobody knows; 0 is as good as that, since whoever is told of it watches
   * @returns the number to show while the true one is this
   */
  of(viewers: number | null): number | null {
    if (viewers === 0 || viewers === this.#shown) return this.#shown;
    const wait = this.#changed + interval - performance.now();
    if (this.#shown === null || viewers === null || wait <= 0) {
      this.#shown = viewers;
      this.#changed = performance.now();
    } else {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#host.requestUpdate();
      }, wait);
    }
    return this.#shown;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = null;
  }
}
