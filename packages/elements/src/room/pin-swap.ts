// SPDX-License-Identifier: MIT
import type { Product } from '@vitrine/core';
import type { LitElement, ReactiveController } from 'lit';

/** Keeps the card that goes until it has faded, while the next one comes; and their place in between. */
export class PinSwap implements ReactiveController {
  /** A product may be on camera any moment: what lies above keeps its distance, and does not jump. */
  isKept = true;
  readonly #host: LitElement;
  #current: Product | null = null;
  #leaving: Product | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get leaving(): Product | null {
    return this.#leaving;
  }

  /**
   * Called before each rendering with the product on camera.
   * @param isKept whether there may be one at all
   */
  take(product: Product | null, isKept: boolean): void {
    if (product?.id !== this.#current?.id) this.#leaving = this.#current;
    this.#current = product;
    this.isKept = isKept;
  }

  hostDisconnected(): void {
    this.#leaving = this.#current = null;
  }

  readonly left = (): void => {
    this.#leaving = null;
    this.#host.requestUpdate();
  };
}
