// SPDX-License-Identifier: MIT
// What rows have that the first of them need not wait for: a chunk of its own, fetched once they are there.
import type { Room } from '@vitrine/core';
import type { TemplateResult } from 'lit';
import type { Door } from '../../chat-settings/door.js';
import type { Desk, DeskHost, DeskLink } from '../desk.js';
import { Hearts } from '../hearts/hearts.js';

/** The way to what the viewer can set, what stands at the top, and who likes what is said. */
export class RowExtras {
  readonly hearts: Hearts;
  readonly #host: DeskHost;
  readonly #link: DeskLink;
  readonly #desk: Desk;
  #door: Door | null = null;

  /** @param refresh renders the rows again: they are left as they are while nothing else changes */
  constructor(host: DeskHost, link: DeskLink, desk: Desk, refresh: () => void) {
    this.#host = host;
    this.#link = link;
    this.#desk = desk;
    this.hearts = new Hearts(host, { ...link, refresh, tell: (notice) => desk.composer.tell(notice) });
  }

  /** Serves a room until the signal aborts. */
  connect(room: Room, signal: AbortSignal): void {
    this.hearts.connect(room, signal);
    this.#top(room, signal);
    void this.#hang(signal).catch(() => undefined);
    signal.addEventListener('abort', () => this.#door?.close());
  }

  /** Before the rows: the way to what the viewer can set, once it is there. */
  get door(): TemplateResult | undefined {
    return this.#door?.template(this.#desk.words.settings);
  }

  async #hang(signal: AbortSignal): Promise<void> {
    const { Door } = await import('../../chat-settings/door.js');
    const { list, room } = this.#link;
    if (!signal.aborted) this.#door ??= new Door(this.#host, list, room);
  }

  /** What stands at the top is drawn by a chunk of its own, from the first time that something does. */
  #top(room: Room, signal: AbortSignal): void {
    const { store } = room;
    let coming: Promise<unknown> | null = null;
    const look = (): void => {
      if (!store.state.chat.pinned) return;
      coming ??= import('../pinned/pinned.js').then(
        ({ showPinned }) => showPinned(this.#host, this.#link, room, signal),
        // (The next one tries again.)
        () => (coming = null),
      );
    };
    store.select(({ chat }) => chat.pinned, look, { signal });
    look();
  }
}
