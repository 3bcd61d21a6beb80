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
  /** What they were called when they were last heard of here; absent: nobody knows. */
  readonly name?: string;
  readonly restriction: Restriction;
  /** Since when. */
  readonly since: EpochMs;
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
  name: string | null;
  made_at: number;
}

const toRestricted = ({ subject, restriction, until, name, made_at: since }: Row): Restricted => ({
  subject,
  ...(name === null ? {} : { name }),
  restriction,
  since,
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
        'SELECT subject, restriction, until, name, made_at FROM restrictions WHERE room = ? ORDER BY made_at',
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
   * @param isInstead it takes the place of what holds, whatever that is
   * @returns what holds then
   */
  restrict(room: string, asked: Restricted, isInstead: boolean): Restricted {
    const { subject, restriction, since, until } = asked;
    const known = this.of(room, subject, since);
    const more = known && !isInstead ? restrictions.indexOf(known.restriction) - restrictions.indexOf(restriction) : -1;
    if (known && (more > 0 || (more === 0 && (known.until ?? Infinity) >= (until ?? Infinity)))) return known;
    const name = asked.name ?? known?.name;
    this.#database.run(
      'INSERT OR REPLACE INTO restrictions (room, subject, restriction, until, name, made_at) VALUES (?, ?, ?, ?, ?, ?)',
      room,
      subject,
      restriction,
      until ?? null,
      name ?? null,
      since,
    );
    this.#known.delete(room);
    return { ...asked, ...(name === undefined ? {} : { name }) };
  }

  /** Somebody is called otherwise from now on: the staff finds them by that name. */
  rename(room: string, subject: string, name: string): void {
    const isKnown = this.#of(room).has(subject);
    if (!isKnown) return;
    this.#database.run('UPDATE restrictions SET name = ? WHERE room = ? AND subject = ?', name, room, subject);
    this.#known.delete(room);
  }

  free(room: string, subject: string): void {
    this.#database.run('DELETE FROM restrictions WHERE room = ? AND subject = ?', room, subject);
    this.#known.delete(room);
  }
}
