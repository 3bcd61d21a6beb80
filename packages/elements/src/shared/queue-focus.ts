// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { focusRow } from './queue-keys.js';

/** A row by its place, or what takes back what was done last. */
type Place = number | 'undo';

/**
 * Keeps the keyboard in a queue: at the row that has taken the place of the one that went, at what takes that back, or at
 * its head.
 */
export class QueueFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  /** Null: the focus is elsewhere. */
  #before: Place | null = null;
  /** The row that the focus goes to next. */
  wanted: string | null = null;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {
    this.#host = host;
    host.addController(this);
  }

  get #active(): Element | null {
    return (this.#host.renderRoot as ShadowRoot | undefined)?.activeElement ?? null;
  }

  hostUpdate(): void {
    const active = this.#active;
    const row = active?.closest<HTMLElement>('.row');
    this.#before = row ? this.#rows.indexOf(row) : active?.closest('.undo') ? 'undo' : null;
  }

  hostUpdated(): void {
    const { wanted } = this;
    const { renderRoot: root } = this.#host;
    this.wanted = null;
    if (wanted !== null) focusRow(root, wanted);
    const before = this.#before;
    if (before === null || this.#active) return;
    const rows = this.#rows;
    const row = before === 'undo' ? rows[0] : rows[Math.min(before, rows.length - 1)];
    (row ?? root.querySelector<HTMLElement>('.undo button') ?? root.querySelector<HTMLElement>('.head'))?.focus();
  }

  get #rows(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.row')];
  }
}
