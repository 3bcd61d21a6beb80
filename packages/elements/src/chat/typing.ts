// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { watchKeyboard } from './keyboard-inset.js';

/** What the controller needs of its element. */
export interface TypingLink {
  bar(): HTMLElement | null;
  field(): HTMLElement | null;
}

/** Knows whether the viewer is writing, and lifts the bar over the on-screen keyboard meanwhile. */
export class Typing implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #link: TypingLink;
  #life: AbortController | null = null;

  constructor(host: ReactiveControllerHost & Element, link: TypingLink) {
    this.#host = host;
    this.#link = link;
    host.addController(this);
  }

  get #hasFocus(): boolean {
    const field = this.#link.field();
    return field !== null && this.#host.shadowRoot?.activeElement === field;
  }

  /** Focus has come into the bar, or was there before anybody looked. */
  begin(): void {
    if (this.#life || !this.#hasFocus) return;
    this.#life = new AbortController();
    const lift = (covered: number): void => this.#link.bar()?.style.setProperty('--_keyboard', `${covered}px`);
    watchKeyboard(this.#host, lift, this.#life.signal);
    this.#tell(true);
  }

  end(): void {
    if (!this.#life) return;
    this.#life.abort();
    this.#life = null;
    this.#tell(false);
  }

  hostUpdated(): void {
    // A field that is taken away does not say that it has lost focus in every browser. Not within this very rendering,
    // which may be about to give focus to the field that takes its place.
    if (this.#life && !this.#hasFocus) void this.#host.updateComplete.then(() => this.#hasFocus || this.end());
  }

  hostDisconnected(): void {
    this.end();
  }

  #tell(isOn: boolean): void {
    this.#host.toggleAttribute('typing', isOn);
    this.#host.requestUpdate();
  }
}
