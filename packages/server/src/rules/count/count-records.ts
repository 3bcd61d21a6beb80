// SPDX-License-Identifier: MIT
import type { ProgramTime } from '@vitrine/core';
import type { Settled } from '@vitrine/core/interactions';
import type { Database } from '../../storage/database.js';

export interface EntryRow {
  readonly id: string;
  readonly author: string;
  readonly name: string;
  readonly text: string;
  readonly private: number;
  readonly at: ProgramTime;
}

/** One of the entries of a person, where it stands. */
export interface OwnEntryRow extends EntryRow {
  readonly position: number;
  readonly interaction: string;
}

export interface SettledRow {
  readonly option: string;
  readonly verdict: Settled;
  readonly at: ProgramTime;
}

/** Entries, verdicts and counts, as rows of `rooms.db`. */
export class CountRecords {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(interaction: string, { id, author, name, text, private: hidden, at }: EntryRow): void {
    this.#database.run(
      'INSERT INTO count_entries (interaction, id, author, name, text, private, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      interaction,
      id,
      author,
      name,
      text,
      hidden,
      at,
    );
  }

  entry(interaction: string, id: string): EntryRow | undefined {
    return this.#database.get<EntryRow>(
      `SELECT id, author, name, text, private, at FROM count_entries WHERE interaction = ? AND id = ? AND text <> ''`,
      interaction,
      id,
    );
  }

  /** What somebody has added in a room, the oldest first. @param after the position of the last one known */
  entriesOf(room: string, author: string, after: number, most: number): OwnEntryRow[] {
    return this.#database.all<OwnEntryRow>(
      `SELECT e.position, e.interaction, e.id, e.author, e.name, e.text, e.private, e.at
       FROM count_entries e JOIN interactions i ON i.id = e.interaction
       WHERE e.author = ? AND i.room = ? AND e.position > ? AND e.text <> '' ORDER BY e.position LIMIT ?`,
      author,
      room,
      after,
      most,
    );
  }

  /** The words of an author in a room go; that there was something is kept, so that counts still have what they are of. */
  erase(room: string, author: string): void {
    this.#database.run(
      `UPDATE count_entries SET text = '', name = ''
       WHERE author = ? AND interaction IN (SELECT id FROM interactions WHERE room = ?)`,
      author,
      room,
    );
  }

  /** Oldest first. */
  entries(interaction: string): EntryRow[] {
    return this.#database.all<EntryRow>(
      `SELECT id, author, name, text, private, at FROM count_entries
       WHERE interaction = ? AND text <> '' ORDER BY position`,
      interaction,
    );
  }

  /** Those nobody has dealt with. @param author of one viewer alone */
  countOpen(interaction: string, author?: string): number {
    const whose = author === undefined ? '' : 'AND e.author = ?';
    return (
      this.#database.get<{ count: number }>(
        `SELECT count(*) AS count FROM count_entries e LEFT JOIN count_settled s
         ON s.interaction = e.interaction AND s.option = e.id
         WHERE e.interaction = ? ${whose} AND coalesce(s.verdict, 'open') = 'open'`,
        interaction,
        ...(author === undefined ? [] : [author]),
      )?.count ?? 0
    );
  }

  hasSaid(interaction: string, author: string, text: string): boolean {
    return (
      this.#database.get(
        'SELECT 1 FROM count_entries WHERE interaction = ? AND author = ? AND text = ?',
        interaction,
        author,
        text,
      ) !== undefined
    );
  }

  settle(interaction: string, option: string, verdict: Settled, at: ProgramTime): void {
    this.#database.run(
      `INSERT INTO count_settled (interaction, option, verdict, at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET verdict = excluded.verdict, at = excluded.at`,
      interaction,
      option,
      verdict,
      at,
    );
  }

  settled(interaction: string): SettledRow[] {
    return this.#database.all<SettledRow>(
      'SELECT option, verdict, at FROM count_settled WHERE interaction = ?',
      interaction,
    );
  }

  /** @returns when the viewer counted; the first time, however often it is asked */
  count(interaction: string, option: string, viewer: string, at: ProgramTime): void {
    this.#database.run(
      'INSERT OR IGNORE INTO counts (interaction, option, viewer, at) VALUES (?, ?, ?, ?)',
      interaction,
      option,
      viewer,
      at,
    );
  }

  takeBack(interaction: string, option: string, viewer: string): void {
    this.#database.run(
      'DELETE FROM counts WHERE interaction = ? AND option = ? AND viewer = ?',
      interaction,
      option,
      viewer,
    );
  }

  /** What a viewer counts for. */
  own(interaction: string, viewer: string): { option: string; at: ProgramTime }[] {
    return this.#database.all(
      'SELECT option, at FROM counts WHERE interaction = ? AND viewer = ? ORDER BY at',
      interaction,
      viewer,
    );
  }

  /**
   * How many counted for each option as time went by: what changed in each span of time, under its last moment.
   * @param span ms
   */
  history(
    interaction: string,
    span: number,
  ): { readonly at: ProgramTime; readonly counts: Readonly<Record<string, number>> }[] {
    const rows = this.#database.all<{ option: string; at: ProgramTime; count: number; step: number }>(
      `SELECT option, max(at) AS at, count(*) AS count, CAST(at / ? AS INTEGER) AS step FROM counts
       WHERE interaction = ? GROUP BY step, option ORDER BY step`,
      span,
      interaction,
    );
    const sums: Record<string, number> = {};
    const steps = new Map<number, { at: ProgramTime; readonly counts: Record<string, number> }>();
    for (const { option, at, count, step } of rows) {
      const known = steps.get(step) ?? { at, counts: {} };
      known.at = Math.max(known.at, at);
      known.counts[option] = sums[option] = (sums[option] ?? 0) + count;
      steps.set(step, known);
    }
    return [...steps.values()];
  }

  countOf(interaction: string, option: string): number {
    return (
      this.#database.get<{ count: number }>(
        'SELECT count(*) AS count FROM counts WHERE interaction = ? AND option = ?',
        interaction,
        option,
      )?.count ?? 0
    );
  }
}
