// SPDX-License-Identifier: MIT
import type { ChatState, Ms, Viewer } from '@vitrine/core';
import { cut, entriesOf, type Entry } from './visible-rows.js';

/** More at once, or one commit after another, is a flood or a jump: then nothing rises. */
const mostFresh = 12;
const calm: Ms = 300;
const none: ReadonlySet<string> = new Set();

/** The rows on the screen, which move on commit by commit. */
export class List {
  shown: readonly Entry[] = [];
  /** Keys of the rows that came last. */
  fresh = none;
  #last = 0;

  /**
   * Takes the present rows. Old rows leave in a frame of their own, before new ones come: both at once would be a
   * layout shift to the browser, with every message, on a page that is judged by it.
   * @returns whether the next frame must commit again
   */
  commit(chat: ChatState, viewer: Viewer | null, limit: number): boolean {
    const next = cut(entriesOf(chat, viewer, limit), this.shown, limit);
    const keys = new Set(next.map(({ key }) => key));
    const kept = this.shown.filter(({ key }) => keys.has(key));
    const [first] = this.shown;
    this.fresh = none;
    if (first && !keys.has(first.key) && kept.length > 0) {
      this.shown = kept;
      return true;
    }
    const before = new Set(kept.map(({ key }) => key));
    const fresh = next.filter(({ key }) => !before.has(key));
    const now = performance.now();
    if (kept.length > 0 && fresh.length <= mostFresh && now - this.#last > calm)
      this.fresh = new Set(fresh.map(({ key }) => key));
    this.#last = now;
    this.shown = next;
    return false;
  }
}
