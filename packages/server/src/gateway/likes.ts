// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import type { RoomRecords } from '../rooms/room-records.js';

const savedEvery = 5000;

/** A room's hearts: a counter, told with the next batch and stored now and then. */
export class Likes {
  readonly #room: string;
  readonly #records: RoomRecords;
  #count: number;
  #told: number;
  #saved: number;
  #savedAt: EpochMs;

  constructor(room: string, records: RoomRecords, count: number, now: EpochMs) {
    this.#room = room;
    this.#records = records;
    this.#count = this.#told = this.#saved = count;
    this.#savedAt = now;
  }

  get count(): number {
    return this.#count;
  }
  get told(): number {
    return this.#told;
  }
  get isChanged(): boolean {
    return this.#count !== this.#told;
  }

  add(count: number): void {
    this.#count += count;
  }

  /** The count as it is told now. */
  tell(): number {
    this.#told = this.#count;
    return this.#told;
  }

  save(now: EpochMs, isLast = false): void {
    if (this.#saved === this.#count || (!isLast && now - this.#savedAt < savedEvery)) return;
    this.#records.saveLikes(this.#room, this.#count);
    this.#saved = this.#count;
    this.#savedAt = now;
  }
}
