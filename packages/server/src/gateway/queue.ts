// SPDX-License-Identifier: MIT
import type { EpochMs, ProgramTime } from '@vitrine/core';
import type { WireMessage } from '@vitrine/core/wire';
import { toRefusal } from '../http/failure.js';
import type { Refusal } from '../refusal.js';
import type { RoomRecords } from '../rooms/room-records.js';

/** Hears what became of a message: stored under its id, or not stored and why. */
export type Settle = (id: string | null, error: Refusal | null) => void;

/** A message that has passed the gate. */
export interface Draft {
  /** Where it has one already: it has waited for a word of the staff. */
  readonly id?: string;
  readonly author: WireMessage['u'];
  readonly text: string;
  readonly cid?: string;
  readonly re?: WireMessage['re'];
  readonly st?: WireMessage['st'];
  /** The room's own words about an order. */
  readonly kind?: 'o';
  readonly settle?: Settle;
}

interface Waiting {
  readonly draft: Draft;
  readonly t: EpochMs;
  readonly at: ProgramTime;
  readonly settle: Settle[];
}

/** What came of storing the messages of a tick. */
export interface Stored {
  readonly rows: readonly WireMessage[];
  /** Tells the senders; called after the room has been told. */
  settle(): void;
}

const keyOf = (author: string, cid: string): string => JSON.stringify([author, cid]);

/** Messages that wait for the next tick. */
export class Queue {
  #waiting: Waiting[] = [];
  /** Those with a client id, by author and id. */
  readonly #byCid = new Map<string, Waiting>();

  get size(): number {
    return this.#waiting.length;
  }

  push(draft: Draft, t: EpochMs, at: ProgramTime): void {
    const waiting = { draft, t, at, settle: draft.settle ? [draft.settle] : [] };
    this.#waiting.push(waiting);
    if (draft.cid !== undefined) this.#byCid.set(keyOf(draft.author.id, draft.cid), waiting);
  }

  /** Waits with an earlier sending of the same message. @returns false when none is under way */
  join(author: string, cid: string, settle: Settle): boolean {
    const found = this.#byCid.get(keyOf(author, cid));
    found?.settle.push(settle);
    return found !== undefined;
  }

  /** Whether something of a person's own waits; an order is the room's. */
  holds(author: string): boolean {
    return this.#waiting.some(({ draft }) => draft.author.id === author && draft.kind !== 'o');
  }

  /** Drops some of what waits. It is answered as stored, or it would be sent again. @returns what was dropped */
  retract(isRetracted: (draft: Draft) => boolean, answer: string): readonly Draft[] {
    const dropped: Draft[] = [];
    this.#waiting = this.#waiting.filter(({ draft, settle }) => {
      if (!isRetracted(draft)) return true;
      for (const tell of settle) tell(answer, null);
      if (draft.cid !== undefined) this.#byCid.delete(keyOf(draft.author.id, draft.cid));
      dropped.push(draft);
      return false;
    });
    return dropped;
  }

  /** Stores what waits, numbered after a prefix, all of it or nothing. */
  store(records: RoomRecords, room: string, prefix: string): Stored {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#byCid.clear();
    const rows = waiting.map(({ draft: { id, author, text, cid, re, st, kind }, t, at }, index): WireMessage => ({
      i: id ?? `${prefix}.${index}`,
      ...(cid === undefined ? {} : { cid }),
      u: author,
      x: text,
      t,
      at,
      ...(re ? { re } : {}),
      ...(st ? { st } : {}),
      ...(kind ? { y: kind } : {}),
    }));
    const settleAll = (idAt: (index: number) => string | null, error: Refusal | null): void => {
      for (const [index, { settle }] of waiting.entries()) for (const tell of settle) tell(idAt(index), error);
    };
    if (rows.length === 0) return { rows, settle: () => {} };
    try {
      records.addMessages(
        room,
        rows.map((row, index) => ({
          row,
          author: row.u.id,
          cid: row.cid,
          isReleased: waiting[index]?.draft.id !== undefined,
        })),
      );
    } catch (thrown) {
      return { rows: [], settle: () => settleAll(() => null, toRefusal(thrown)) };
    }
    return { rows, settle: () => settleAll((index) => rows[index]?.i ?? null, null) };
  }
}
