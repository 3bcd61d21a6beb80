// SPDX-License-Identifier: MIT
import type { ReactiveControllerHost } from 'lit';
import type { ListView } from '../list-view.js';
import { openFade } from './row-menu.styles.js';

/** Keeps the rows where they are while one of them grows, and brings it into view. */
export class Lift {
  readonly #host: ReactiveControllerHost;
  readonly #list: ListView;
  /** By how much the rows were scrolled, and to where. */
  #lifted: { readonly to: number; readonly by: number } | null = null;

  constructor(host: ReactiveControllerHost, list: ListView) {
    this.#host = host;
    this.#list = list;
  }

  /**
   * Waits for what is to be rendered. WebKit goes to the end of the list where the style of that changes with it, as the
   * list is a size container: then the reader is brought back.
   */
  async hold(): Promise<void> {
    const { box } = this.#list;
    const { scrollTop = 0 } = box ?? {};
    await this.#host.updateComplete;
    if (box && box.scrollTop !== scrollTop) box.scrollTop = scrollTop;
  }

  /** The list is laid out from its end: a row that has grown has gone up, maybe out of sight. */
  raise(row: HTMLElement): void {
    const { box } = this.#list;
    if (!box) return;
    const [around, own] = [box, row].map((one) => one.getBoundingClientRect());
    const by = Math.min((around?.top ?? 0) + openFade - (own?.top ?? 0), (around?.bottom ?? 0) - (own?.bottom ?? 0));
    if (by <= 0) return;
    box.scrollTop -= by;
    this.#lifted = { to: box.scrollTop, by };
  }

  /** Puts the rows back where they were, unless the reader has gone elsewhere. */
  lower(): void {
    const { box } = this.#list;
    if (this.#lifted && box?.scrollTop === this.#lifted.to) box.scrollTop += this.#lifted.by;
    this.#lifted = null;
  }
}
