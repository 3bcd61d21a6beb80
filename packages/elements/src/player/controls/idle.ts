// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const patience: Ms = 3000;

/** Tells when nobody has touched the element for a while, so that its controls may go out of the way. */
export class Idle implements ReactiveController {
  isIdle = false;
  /** Whether the last touch did nothing but wake. */
  wasIdle = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #life: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#life = new AbortController();
    this.#host.addEventListener('pointerdown', () => (this.wasIdle = this.isIdle), { signal: this.#life.signal });
    for (const name of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
      this.#host.addEventListener(name, () => this.wake(), { signal: this.#life.signal });
    }
    this.wake();
  }

  hostDisconnected(): void {
    this.#life?.abort();
    clearTimeout(this.#timer);
  }

  wake(): void {
    this.#set(false);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#doze(), patience);
  }

  /** The viewer sends the controls away. */
  sleep(): void {
    clearTimeout(this.#timer);
    this.#set(true);
  }

  #doze(): void {
    // Who moves by keyboard must see where they are.
    if (this.#host.shadowRoot?.querySelector(':focus-visible')) return this.wake();
    this.#set(true);
  }

  #set(isIdle: boolean): void {
    if (this.isIdle === isIdle) return;
    this.isIdle = isIdle;
    this.#host.requestUpdate();
  }
}
