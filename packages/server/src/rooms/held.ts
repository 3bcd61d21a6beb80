// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import type { WireMessage } from '@vitrine/core/wire';
import type { Draft } from '../gateway/queue.js';
import { Refusal } from '../refusal.js';
import type { Database } from '../storage/database.js';

/** A message that waits for a word of the staff. */
export interface HeldMessage extends Pick<WireMessage, 'u' | 'x' | 't' | 're' | 'st'> {
  /** The id it will have when it is allowed. */
  readonly i: string;
  /** Its author is a guest. */
  readonly g?: true;
}

interface Row {
  id: string;
  row: string;
  cid: string | null;
}

/** Of more nobody gets to the end; of one person not so many that they keep the others out. */
const most = 1000;
const mostOwn = 10;
/** So long a resend of what was decided about is answered, as of any message. */
const cidMemory = 86_400_000;
/** So many are told of at once, the longest waiting, and decided about at once. */
export const mostTold = 200;
const retryAfter = 10_000;
/** So many of a room are known by heart; with more of them everybody is looked up. */
const mostKnown = 50_000;

/** What waits in all rooms for a word of the staff, as rows of `rooms.db`. */
export class Held {
  readonly #database: Database;
  /** Allowed, and not yet stored among what was said. */
  readonly #leaving = new Set<string>();
  /** By room, who has something here or once had. */
  readonly #authors = new Map<string, Set<string>>();

  constructor(database: Database) {
    this.#database = database;
  }

  #authorsIn(room: string): Set<string> {
    let authors = this.#authors.get(room);
    if (!authors) {
      const rows = this.#database.all<{ author: string }>(
        'SELECT DISTINCT author FROM held WHERE room = ? LIMIT ?',
        room,
        mostKnown,
      );
      this.#authors.set(room, (authors = new Set(rows.map(({ author }) => author))));
    }
    return authors;
  }

  /** @throws {Refusal} `RATE_LIMITED` when too much waits, of all or of its author */
  add(room: string, message: HeldMessage, cid: string, now: EpochMs): void {
    const count = (whose: string, ...values: readonly string[]): number =>
      this.#database.get<{ count: number }>(
        `SELECT count(*) AS count FROM held WHERE room = ? AND decided_at IS NULL ${whose}`,
        room,
        ...values,
      )?.count ?? 0;
    if (count('') >= most || count('AND author = ?', message.u.id) >= mostOwn)
      throw new Refusal('RATE_LIMITED', 'Too much waits for a word of the staff.', { retryAfter });
    this.#database.run('DELETE FROM held WHERE decided_at < ?', now - cidMemory);
    this.#database.run(
      'INSERT INTO held (room, id, author, cid, row) VALUES (?, ?, ?, ?, ?)',
      room,
      message.i,
      message.u.id,
      cid,
      JSON.stringify(message),
    );
    const authors = this.#authorsIn(room);
    if (authors.size < mostKnown) authors.add(message.u.id);
  }

  /** The id of a message that waits, or was decided about, by its sender's client id. */
  findByCid(room: string, author: string, cid: string): string | undefined {
    // (Asked before each message; of most authors nothing ever waits.)
    const authors = this.#authorsIn(room);
    if (authors.size < mostKnown && !authors.has(author)) return undefined;
    return this.#database.get<{ id: string }>(
      'SELECT id FROM held WHERE room = ? AND author = ? AND cid = ?',
      room,
      author,
      cid,
    )?.id;
  }

  /** The longest waiting first. */
  all(room: string): HeldMessage[] {
    return this.#database
      .all<Row>(
        'SELECT id, row FROM held WHERE room = ? AND decided_at IS NULL ORDER BY position LIMIT ?',
        room,
        mostTold,
      )
      .filter(({ id }) => !this.#leaving.has(id))
      .map(({ row }) => JSON.parse(row) as HeldMessage);
  }

  /** What waits of one person, the oldest first. @param after the position of the last one known */
  of(room: string, author: string, after: number, most: number): { position: number; message: HeldMessage }[] {
    return this.#database
      .all<{ position: number; row: string }>(
        `SELECT position, row FROM held WHERE room = ? AND author = ? AND decided_at IS NULL AND position > ?
         ORDER BY position LIMIT ?`,
        room,
        author,
        after,
        most,
      )
      .map(({ position, row }) => ({ position, message: JSON.parse(row) as HeldMessage }));
  }

  /**
   * Says what has waited. It waits on until it is stored: the end of the process would lose it else.
   * @returns false when it does not wait any more
   */
  allow(room: string, id: string, say: (draft: Draft) => void): boolean {
    const found = this.#database.get<Row>(
      'SELECT id, row, cid FROM held WHERE room = ? AND id = ? AND decided_at IS NULL',
      room,
      id,
    );
    if (!found || this.#leaving.has(id)) return false;
    const { u: author, x: text, re, st } = JSON.parse(found.row) as HeldMessage;
    this.#leaving.add(id);
    say({
      id,
      author,
      text,
      ...(found.cid === null ? {} : { cid: found.cid }),
      ...(re ? { re } : {}),
      ...(st ? { st } : {}),
      // (What is stored among what was said has been taken out of here with it.)
      settle: () => this.#leaving.delete(id),
    });
    return true;
  }

  /** @returns false when it does not wait any more */
  remove(room: string, id: string, now: EpochMs): boolean {
    return !this.#leaving.has(id) && this.#drop('id', room, id, now) > 0;
  }

  /** What is taken out of the chat does not wait either. @returns how much */
  retract(room: string, by: 'message' | 'author' | 'all', id: string, now: EpochMs): number {
    if (by === 'all') return this.#drop('room', room, room, now);
    return this.#drop(by === 'message' ? 'id' : 'author', room, id, now);
  }

  /** The words go; that there was a message is kept for its resend. */
  #drop(column: 'id' | 'author' | 'room', room: string, value: string, now: EpochMs): number {
    return this.#database.run(
      `UPDATE held SET decided_at = ?, row = '{}' WHERE room = ? AND ${column} = ? AND decided_at IS NULL`,
      now,
      room,
      value,
    );
  }
}

/** Whose messages wait for a word of the staff. */
export const holdings = ['none', 'guests', 'all'] as const;
export type Holding = (typeof holdings)[number];
