// SPDX-License-Identifier: MIT
import type { WireLikes } from '@vitrine/core/wire';
import type { Clock } from '../clock.js';
import type { Database } from '../storage/database.js';
import type { Retraction } from './aimed.js';

/** As many are told at once, and known without asking the database. */
const mostTold = 100;

/** Takes out the likes of a message, of all that a person has said, of all. */
export const forgetting: Readonly<Record<Retraction['by'], string>> = {
  message: 'DELETE FROM message_likes WHERE room = ? AND message = ?',
  // (Whose messages are looked up once, not for each like of the room.)
  author: `DELETE FROM message_likes WHERE room = ?
           AND message IN (SELECT id FROM messages WHERE room = ? AND author = ?)`,
  all: 'DELETE FROM message_likes WHERE room = ?',
};

interface Count {
  message: string;
  count: number;
}

/**
 * Who likes which messages of a room, as rows of `rooms.db`: a person counts once for a message. How many do is told with
 * the next batch. What is retracted is liked by nobody.
 */
export class MessageLikes {
  readonly #room: string;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #changed: () => void;
  /** Of the messages that were liked last, the last one at the end. */
  readonly #counts: Map<string, number>;
  readonly #untold = new Set<string>();

  /** @param changed there is something to tell */
  constructor(room: string, database: Database, clock: Clock, changed: () => void) {
    this.#room = room;
    this.#database = database;
    this.#clock = clock;
    this.#changed = changed;
    const recent = database.all<{ id: string }>(
      'SELECT id FROM messages WHERE room = ? AND retracted = 0 ORDER BY position DESC LIMIT ?',
      room,
      mostTold,
    );
    this.#counts = this.of(recent.map(({ id }) => id).reverse());
  }

  get isChanged(): boolean {
    return this.#untold.size > 0;
  }

  /** How many like the messages that were liked last; absent where there are none. */
  get newest(): { readonly ml?: WireLikes } {
    return this.#counts.size > 0 ? { ml: Object.fromEntries(this.#counts) } : {};
  }

  /** What has changed since it was told last. */
  tell(): WireLikes {
    const told = Object.fromEntries([...this.#untold].map((message) => [message, this.#counts.get(message) ?? 0]));
    for (const message of this.#untold) if (!this.#counts.get(message)) this.#counts.delete(message);
    this.#untold.clear();
    return told;
  }

  /** A person likes a message, or does not any more. Said once more it changes nothing. */
  set(message: string, person: string, isLiked: boolean): void {
    const changed = isLiked
      ? this.#database.run(
          'INSERT OR IGNORE INTO message_likes (room, message, person, made_at) VALUES (?, ?, ?, ?)',
          this.#room,
          message,
          person,
          this.#clock.now(),
        )
      : this.#database.run(
          'DELETE FROM message_likes WHERE room = ? AND message = ? AND person = ?',
          this.#room,
          message,
          person,
        );
    if (changed === 0) return;
    const known = this.#counts.get(message);
    const count = known === undefined ? (this.of([message]).get(message) ?? 0) : known + (isLiked ? 1 : -1);
    this.#counts.delete(message);
    this.#counts.set(message, count);
    this.#untold.add(message);
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= mostTold) break;
      // (So many were liked between two batches: the count of this one is told when it is liked again.)
      this.#counts.delete(oldest);
      this.#untold.delete(oldest);
    }
    this.#changed();
  }

  /** How many like each of these messages; none is told of one that nobody likes. */
  of(messages: readonly string[]): Map<string, number> {
    const order = new Map(messages.map((message, index) => [message, index]));
    const found = this.#database.all<Count>(
      `SELECT message, count(*) AS count FROM message_likes
       WHERE room = ? AND message IN (SELECT value FROM json_each(?)) GROUP BY message`,
      this.#room,
      JSON.stringify(messages),
    );
    found.sort((one, other) => (order.get(one.message) ?? 0) - (order.get(other.message) ?? 0));
    return new Map(found.map(({ message, count }) => [message, count]));
  }

  /** What a person likes, the newest first. */
  ofPerson(person: string, most: number): string[] {
    return this.#database
      .all<{ message: string }>(
        'SELECT message FROM message_likes WHERE room = ? AND person = ? ORDER BY made_at DESC, message LIMIT ?',
        this.#room,
        person,
        most,
      )
      .map(({ message }) => message);
  }

  /** Messages are about to be taken out: before it is done in the records, which then do not know them any more. */
  forget({ by, id = '' }: Pick<Retraction, 'by' | 'id'>): void {
    const room = this.#room;
    this.#database.run(
      forgetting[by],
      ...(by === 'message' ? [room, id] : by === 'author' ? [room, room, id] : [room]),
    );
    const kept = this.of([...this.#counts.keys()]);
    for (const message of this.#counts.keys()) {
      if (kept.has(message)) continue;
      this.#counts.delete(message);
      this.#untold.delete(message);
    }
  }
}
