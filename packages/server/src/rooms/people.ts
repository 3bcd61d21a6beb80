// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import { Refusal } from '../refusal.js';
import type { Database } from '../storage/database.js';

/**
 * What a person may not do in a room: `muted` may not write and is told so; what a `shadowed` one writes is seen by nobody
 * else, and they are not told; a `banned` one may not come in.
 */
export const restrictions = ['muted', 'shadowed', 'banned'] as const;
export type Restriction = (typeof restrictions)[number];

/** A person with a restriction. */
export interface Restricted {
  readonly subject: string;
  readonly restriction: Restriction;
  /** When it ends by itself; absent: never. */
  readonly until?: EpochMs;
}

/** What a muted person is answered. */
export function mutedUntil(until: EpochMs | undefined, now: EpochMs): Refusal {
  const wait = until === undefined ? {} : { retryAfter: until - now };
  return new Refusal('MUTED', 'The staff has taken the word from you.', { status: 403, ...wait });
}

interface Row {
  subject: string;
  restriction: Restriction;
  until: number | null;
}

const toRestricted = ({ subject, restriction, until }: Row): Restricted => ({
  subject,
  restriction,
  ...(until === null ? {} : { until }),
});

/** The restricted people of all rooms, as rows of `rooms.db`; those of rooms that are asked for stay in memory. */
export class People {
  readonly #database: Database;
  readonly #known = new Map<string, Map<string, Restricted>>();

  constructor(database: Database) {
    this.#database = database;
  }

  #of(room: string): Map<string, Restricted> {
    let people = this.#known.get(room);
    if (!people) {
      const rows = this.#database.all<Row>(
        'SELECT subject, restriction, until FROM restrictions WHERE room = ? ORDER BY made_at',
        room,
      );
      people = new Map(rows.map((row) => [row.subject, toRestricted(row)]));
      this.#known.set(room, people);
    }
    return people;
  }

  /** What holds for a person now. */
  of(room: string, subject: string, now: EpochMs): Restricted | null {
    const found = this.#of(room).get(subject);
    return found && (found.until ?? Infinity) > now ? found : null;
  }

  /** Everybody for whom something holds now, the newest last. */
  all(room: string, now: EpochMs): readonly Restricted[] {
    return [...this.#of(room).values()].filter(({ until = Infinity }) => until > now);
  }

  /**
   * Takes nothing back: what is stricter, or lasts longer, stays.
   * @returns what holds then
   */
  restrict(room: string, wanted: Restricted, now: EpochMs): Restricted {
    const { subject, restriction, until } = wanted;
    const known = this.of(room, subject, now);
    const more = known ? restrictions.indexOf(known.restriction) - restrictions.indexOf(restriction) : -1;
    if (known && (more > 0 || (more === 0 && (known.until ?? Infinity) >= (until ?? Infinity)))) return known;
    this.#database.run(
      'INSERT OR REPLACE INTO restrictions (room, subject, restriction, until, made_at) VALUES (?, ?, ?, ?, ?)',
      room,
      subject,
      restriction,
      until ?? null,
      now,
    );
    this.#known.delete(room);
    return wanted;
  }

  free(room: string, subject: string): void {
    this.#database.run('DELETE FROM restrictions WHERE room = ? AND subject = ?', room, subject);
    this.#known.delete(room);
  }
}
