// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveController } from 'lit';
import { focused } from '../shared/focused.js';
import { Later } from './later.js';

/**
 * Shows a small room large: its frame goes to the browser's top layer and comes back, without being moved in the
 * document, so that the video plays on.
 */
export class DialogMode implements ReactiveController {
  readonly #host: LitElement;
  readonly #changed: (isOpen: boolean) => void;
  #isOpen = false;
  #opener: HTMLElement | null = null;
  readonly #tabStops = new Later(
    () => import('../shared/tab-stops.js'),
    () => undefined,
  );

  constructor(host: LitElement, changed: (isOpen: boolean) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get #frame(): HTMLElement {
    return this.#host.renderRoot.querySelector('.frame') as HTMLElement;
  }

  open(): void {
    if (this.#isOpen) return;
    const frame = this.#frame;
    // The page must not close up around the place it has left.
    this.#host.style.setProperty('min-block-size', `${this.#host.offsetHeight}px`);
    this.#opener = focused();
    frame.popover = 'manual';
    frame.showPopover();
    frame.focus({ preventScroll: true });
    this.#set(true);
  }

  close(): void {
    if (!this.#isOpen) return;
    const frame = this.#frame;
    if (frame.matches(':popover-open')) frame.hidePopover();
    frame.popover = null;
    this.#host.style.removeProperty('min-block-size');
    this.#set(false);
    const opener = this.#opener;
    this.#opener = null;
    if (opener) void this.#giveBack(opener);
  }

  // What opened it may have been drawn anew with the small layout.
  async #giveBack(opener: HTMLElement): Promise<void> {
    await this.#host.updateComplete;
    const goal = opener.isConnected ? opener : this.#host.renderRoot.querySelector<HTMLElement>('.joiner');
    goal?.focus({ preventScroll: true });
  }

  hostDisconnected(): void {
    // What leaves the document leaves the top layer too.
    this.close();
  }

  keepFocus(event: KeyboardEvent): void {
    if (!this.#isOpen || event.key !== 'Tab' || event.defaultPrevented) return;
    this.#fetchTabStops();
    this.#tabStops.part?.keepTabInside(event, this.#host);
  }

  #fetchTabStops(): void {
    this.#tabStops.consider({ isNeeded: true, isQuiet: false });
  }

  #set(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (isOpen) this.#fetchTabStops();
    this.#changed(isOpen);
  }
}
