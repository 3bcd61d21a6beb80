// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import type { WireMessage } from '@vitrine/core/wire';
import type { Database } from '../storage/database.js';
import { mostTold } from './held.js';

/** A message that viewers find should not stand here. */
export interface ReportedMessage extends Pick<WireMessage, 'u' | 'x' | 't' | 're'> {
  readonly i: string;
  readonly why: 'reported';
  /** By how many. */
  readonly reports: number;
  /** What they say of it, the first three that say something. */
  readonly reasons?: readonly string[];
}

interface Row {
  id: string;
  row: string;
  reports: number;
  since: EpochMs;
}

/** One of those who report, and what they say. */
export interface Report {
  readonly message: string;
  readonly reporter: string;
  readonly reason: string | undefined;
}

const mostReasons = 3;

/** What viewers report in all rooms, as rows of `rooms.db`. What is retracted is not asked about any more, whoever did it. */
export class Reports {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Notes a report; of one person and message the first one. Of a message that the staff has let stand it waits for
   * nobody's word.
   */
  add(room: string, { message, reporter, reason }: Report, now: EpochMs): void {
    this.#database.run(
      `INSERT OR IGNORE INTO reports (room, message, reporter, reason, made_at, decided_at)
       VALUES (?, ?, ?, ?, ?, (SELECT max(decided_at) FROM reports WHERE room = ? AND message = ?))`,
      room,
      message,
      reporter,
      reason ?? null,
      now,
      room,
      message,
    );
  }

  /** What waits for a word of the staff, and since when: the longest waiting first. */
  all(room: string): { readonly message: ReportedMessage; readonly since: EpochMs }[] {
    return this.#database
      .all<Row>(
        `SELECT m.id, m.row, count(*) AS reports, min(r.made_at) AS since
         FROM reports r JOIN messages m ON m.room = r.room AND m.id = r.message
         WHERE r.room = ? AND r.decided_at IS NULL AND m.retracted = 0
         GROUP BY m.id ORDER BY since, m.position LIMIT ?`,
        room,
        mostTold,
      )
      .map(({ id, row, reports, since }) => {
        const { u, x, t, re } = JSON.parse(row) as WireMessage;
        const reasons = this.#reasons(room, id);
        const message: ReportedMessage = {
          i: id,
          u,
          x,
          t,
          ...(re ? { re } : {}),
          why: 'reported',
          reports,
          ...(reasons.length > 0 ? { reasons } : {}),
        };
        return { message, since };
      });
  }

  #reasons(room: string, message: string): readonly string[] {
    return this.#database
      .all<{ reason: string }>(
        `SELECT reason FROM reports WHERE room = ? AND message = ? AND decided_at IS NULL AND reason IS NOT NULL
         ORDER BY made_at LIMIT ?`,
        room,
        message,
        mostReasons,
      )
      .map(({ reason }) => reason);
  }

  /** Takes out what somebody has said of messages; that they have reported them stays, and counts. */
  forget(room: string, reporter: string): void {
    this.#database.run('UPDATE reports SET reason = NULL WHERE room = ? AND reporter = ?', room, reporter);
  }

  /** The staff has decided. @returns false when the message does not wait any more: somebody was faster, or it is gone */
  settle(room: string, message: string, now: EpochMs): boolean {
    const settled = this.#database.run(
      `UPDATE reports SET decided_at = ? WHERE room = ? AND message = ? AND decided_at IS NULL
       AND EXISTS (SELECT 1 FROM messages m WHERE m.room = reports.room AND m.id = reports.message AND m.retracted = 0)`,
      now,
      room,
      message,
    );
    return settled > 0;
  }
}
