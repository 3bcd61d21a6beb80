// SPDX-License-Identifier: MIT
import type { Tab } from './view.js';

export interface ConsoleKeysLink {
  root(): ParentNode;
  /** Brings a column into view where there is place for one only. */
  show(tab: Tab): Promise<void>;
  /** Presses the button of a product's row. */
  press(productId: string): void;
}

const columns: readonly Tab[] = ['show', 'products', 'chat'];
const isTyping = (target: Element | undefined): boolean =>
  target?.matches('input, textarea, select, [contenteditable]') === true;

/** The keyboard of the console. */
export class ConsoleKeys {
  readonly #link: ConsoleKeysLink;

  constructor(link: ConsoleKeysLink) {
    this.#link = link;
  }

  readonly pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element;
    if (this.#isTaken(event, target)) event.preventDefault();
  };

  #isTaken(event: KeyboardEvent, target: Element): boolean {
    const { key, shiftKey } = event;
    if (key === 'F6') {
      void this.#cycle(target, shiftKey ? -1 : 1);
      return true;
    }
    // Seen from here a field of the chat is the chat: what was really typed into comes first on the path.
    const [deepest] = event.composedPath() as Element[];
    if (isTyping(deepest)) return false;
    const row = target.closest<HTMLElement>('.row');
    const id = row?.dataset['id'];
    if (row && id !== undefined) {
      if (key === 'p' || key === 'P') {
        if (!event.repeat) this.#link.press(id);
        return true;
      }
      return this.#isMoved(row, key);
    }
    return false;
  }

  /** Goes through the columns and begins anew at either end. */
  async #cycle(target: Element, step: number): Promise<void> {
    const here = columns.indexOf((target.closest('[data-column]')?.getAttribute('data-column') ?? '') as Tab);
    const next = columns[(here + step + (here < 0 && step < 0 ? 1 : 0) + columns.length) % columns.length] ?? 'show';
    await this.#link.show(next);
    this.#link.root().querySelector<HTMLElement>(`[data-column=${next}]`)?.focus();
  }

  #isMoved(row: Element, key: string): boolean {
    const rows = [...(row.parentElement?.children ?? [])] as HTMLElement[];
    const here = rows.indexOf(row as HTMLElement);
    const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: rows.length - 1 }[key];
    if (to === undefined) return false;
    rows[to]?.focus();
    return true;
  }
}
