// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { safeUrl } from '@vitrine/core';
import type { WireStickers } from '@vitrine/core/wire';
import { Refusal } from '../refusal.js';
import { passText } from '../text/gate.js';
import type { RoomRecords } from './room-records.js';

/** A sticker that may be sent in a room. */
export type RoomSticker = WireStickers['stickers'][number];

/** What a label may be; whatever messages may be in the room. */
export const labelLimits = { graphemes: 80, bytes: 512 };
const most = 100;

const picture = v.pipe(
  v.string(),
  v.regex(/^https?:\/\//i, 'This is no http or https URL.'),
  v.check((url) => safeUrl(url, 'image') !== undefined, 'This is no address of a picture.'),
  v.transform((url) => safeUrl(url, 'image') ?? ''),
);
const label = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return passText(dataset.value, labelLimits);
    } catch (thrown) {
      addIssue({ message: (thrown as Refusal).message });
      return NEVER;
    }
  }),
);
/** The stickers of a room, in the order in which they are offered. */
export const stickerList = v.pipe(
  v.array(
    v.object({
      id: v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(128)),
      url: picture,
      label,
    }),
  ),
  v.maxLength(most, `A room has at most ${most} stickers.`),
  v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, 'Two have the same id.'),
);

/** The stickers of all rooms. */
export class Stickers {
  readonly #records: RoomRecords;
  readonly #known = new Map<string, readonly RoomSticker[]>();

  constructor(records: RoomRecords) {
    this.#records = records;
  }

  of(room: string): readonly RoomSticker[] {
    let stickers = this.#known.get(room);
    if (!stickers) this.#known.set(room, (stickers = this.#records.stickers(room)));
    return stickers;
  }

  /** @throws {Refusal} `MESSAGE_REFUSED` (field `sticker`) where the room has no such sticker, or has it no more */
  find(room: string, id: string): RoomSticker {
    const found = this.of(room).find((sticker) => sticker.id === id);
    if (found) return found;
    throw new Refusal('MESSAGE_REFUSED', 'The room has no such sticker.', {
      field: 'sticker',
      mend: 'Take ids from GET /rooms/:id/stickers.',
    });
  }

  /** These are the stickers from now on. */
  set(room: string, stickers: readonly RoomSticker[]): void {
    this.#records.saveStickers(room, stickers);
    this.#known.delete(room);
  }
}
