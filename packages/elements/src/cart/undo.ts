// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What was taken out of the bag and can be put back. */
export interface Removed {
  readonly variantId: string;
  readonly quantity: number;
  readonly title: string;
}

const offeredFor = 6000;

/** Offers the last removal back for six seconds; a pointer or the focus on the offer stops its clock. */
export class UndoController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #began = 0;
  #left = offeredFor;
  removed: Removed | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.removed = null;
  }

  offer(removed: Removed): void {
    this.removed = removed;
    this.#left = offeredFor;
    this.resume();
    this.#host.requestUpdate();
  }

  /** Ends the offer and tells what it was. */
  take(): Removed | null {
    const { removed } = this;
    clearTimeout(this.#timer);
    this.removed = null;
    this.#host.requestUpdate();
    return removed;
  }

  readonly pause = (): void => {
    clearTimeout(this.#timer);
    this.#left -= performance.now() - this.#began;
  };

  readonly resume = (): void => {
    clearTimeout(this.#timer);
    this.#began = performance.now();
    // Never so short that it goes the moment the pointer leaves.
    this.#timer = setTimeout(() => this.take(), Math.max(this.#left, 1500));
  };
}
