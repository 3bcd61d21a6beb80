// SPDX-License-Identifier: MIT
import type { Clock } from '../clock.js';
import type { Rooms } from '../rooms/rooms.js';
import type { Goods } from './goods.js';
import type { Pieces } from './stock.js';

/** Tells rooms what can be had: once a tick for each variant, and only when the word or the number is another. */
export class StockNews {
  readonly #rooms: Rooms;
  readonly #goods: Goods;
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Set<string>>();
  readonly #told = new Map<string, string>();
  readonly #timers = new Map<string, () => void>();

  constructor(rooms: Rooms, goods: Goods, clock: Clock) {
    this.#rooms = rooms;
    this.#goods = goods;
    this.#clock = clock;
  }

  changed(room: string, pieces: readonly Pieces[]): void {
    if (pieces.length === 0) return;
    const waiting = this.#waiting.get(room) ?? new Set();
    this.#waiting.set(room, waiting);
    for (const { variantId } of pieces) waiting.add(variantId);
    if (this.#timers.has(room)) return;
    this.#timers.set(
      room,
      this.#clock.after(this.#rooms.writer(room).tick, () => this.#tell(room)),
    );
  }

  #tell(room: string): void {
    this.#timers.delete(room);
    const waiting = this.#waiting.get(room) ?? [];
    this.#waiting.delete(room);
    const writer = this.#rooms.writer(room);
    const now = this.#clock.now();
    for (const variant of waiting) {
      const availability = this.#goods.availability(room, variant, now);
      const word = `${availability.state} ${availability.quantity ?? ''}`;
      const key = `${room} ${variant}`;
      // Not known to have been told: told now, for a client may have read the old state over HTTP.
      if (this.#told.get(key) === word) continue;
      this.#told.set(key, word);
      writer.control({ op: 'stock', variant, availability });
    }
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }
}
