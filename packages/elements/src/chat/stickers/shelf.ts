// SPDX-License-Identifier: MIT
import type { Room, Sticker } from '@vitrine/core';

/** The stickers that may be sent; or they are on their way, or cannot be had. */
export type Offer = 'loading' | 'failed' | readonly Sticker[];

/** What a room has to offer of stickers: asked for each time that they are looked at, as it may change during a show. */
export class Shelf {
  readonly #changed: () => void;
  #room: Room | null = null;
  /** Null: the back end has none. */
  offer: Offer | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Asks a room. What was there before is offered meanwhile. */
  async fill(room: Room | null): Promise<void> {
    const known = room === this.#room && typeof this.offer === 'object' ? this.offer : null;
    this.#room = room;
    if (!room?.bus.isAnswered('chat:stickers')) return this.#put(null);
    this.#put(known ?? 'loading');
    const offer = await room.request('chat:stickers', {}).catch(() => known ?? ('failed' as const));
    if (room === this.#room) this.#put(offer);
  }

  #put(offer: Offer | null): void {
    this.offer = offer;
    this.#changed();
  }
}
