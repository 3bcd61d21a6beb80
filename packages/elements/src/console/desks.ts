// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import type { Panel } from '../interactions/index.js';

export interface DesksLink {
  room(): Room | null;
  locale(): string;
  changed(): void;
}

/** What a host runs with the viewers, beside the chat: fetched where the back end has something of the kind. */
export class Desks {
  readonly #link: DesksLink;
  #part: typeof import('../interactions/index.js') | null = null;
  #isFetching = false;

  constructor(link: DesksLink) {
    this.#link = link;
  }

  get all(): readonly Panel[] {
    const room = this.#link.room();
    if (!room?.store.state.connection.ports.includes('interactions')) return [];
    if (this.#part) return this.#part.desksOf(room, this.#link.locale(), this.#link.changed);
    void this.#fetch();
    return [];
  }

  async #fetch(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    try {
      this.#part = await import('../interactions/index.js');
      this.#link.changed();
    } catch {
      // Fetched the next time the console is drawn.
      this.#isFetching = false;
    }
  }
}
