// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import type { Entry } from '../visible-rows.js';

/** What the controller needs of its element. */
export interface RemovalLink {
  room(): Room | null;
  /** For how many seconds a removal can be taken back. */
  undo(): number;
  /** Answers null where the page has taken it over. */
  ask(id: string): Promise<unknown>;
  /** Takes the words of a row away, or gives them back. */
  hide(key: string, isHidden: boolean): void;
  /** It can no longer be taken back. */
  leaving(key: string): void;
  failed(): void;
}

interface Held {
  readonly id: string;
  readonly room: Room;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Removes messages. Where that can be taken back, the room hears of it only when the time for it has passed. */
export class Removal {
  readonly #link: RemovalLink;
  readonly #held = new Map<string, Held>();

  constructor(link: RemovalLink) {
    this.#link = link;
  }

  /** Whether the removal of a row can still be taken back. */
  holds(key: string): boolean {
    return this.#held.has(key);
  }

  async remove({ key, message: { id } }: Entry): Promise<void> {
    const room = this.#link.room();
    const seconds = this.#link.undo();
    if (!room || seconds <= 0) return void (await this.#link.ask(id));
    this.#held.set(key, { id, room, timer: setTimeout(() => void this.#send(key), seconds * 1000) });
    this.#link.hide(key, true);
  }

  takeBack(key: string): void {
    this.#forget(key);
    this.#link.hide(key, false);
  }

  /** Whoever leaves has meant it: what is held goes at once. */
  flush(): void {
    for (const [key, { id, room }] of this.#held) {
      this.#forget(key);
      room.request('chat:retract', { kind: 'message', id }).catch(() => undefined);
    }
  }

  #forget(key: string): void {
    clearTimeout(this.#held.get(key)?.timer);
    this.#held.delete(key);
  }

  async #send(key: string): Promise<void> {
    const { link, held } = { link: this.#link, held: this.#held.get(key) };
    if (!held) return;
    link.leaving(key);
    this.#forget(key);
    link.hide(key, true);
    // Somebody else may have removed it meanwhile.
    if (!held.room.store.state.chat.rows.some(({ id }) => id === held.id)) return;
    try {
      if ((await link.ask(held.id)) === null) link.hide(key, false);
    } catch {
      link.hide(key, false);
      link.failed();
    }
  }
}
