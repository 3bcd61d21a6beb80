// SPDX-License-Identifier: MIT
import type { CheckoutMode, CheckoutStatus, EpochMs, ErrorCode } from '@vitrine/core';
import { Refusal } from '../refusal.js';
import type { Database } from '../storage/database.js';

/** A checkout session's row. */
export interface SessionRow {
  readonly id: string;
  readonly room: string;
  readonly owner: string;
  readonly name: string | null;
  readonly status: Extract<CheckoutStatus, 'open' | 'paid' | 'expired' | 'canceled'>;
  readonly mode: CheckoutMode;
  readonly return_url: string;
  /** What the hosted page's address carries: who has it may pay, and nothing else. */
  readonly pay_key: string;
  readonly buy_now: number;
  readonly currency: string;
  readonly total: number;
  readonly shipping: number;
  readonly items: number;
  readonly lines: string;
  readonly error: ErrorCode | null;
  readonly expires_at: EpochMs;
  readonly made_at: EpochMs;
}

/** Checkout sessions as rows of `shop.db`. */
export class Sessions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  insert(row: SessionRow): void {
    this.#database.run(
      `INSERT INTO sessions (id, room, owner, name, status, mode, return_url, pay_key, buy_now, currency, total, shipping,
         items, lines, error, expires_at, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      row.id,
      row.room,
      row.owner,
      row.name,
      row.status,
      row.mode,
      row.return_url,
      row.pay_key,
      row.buy_now,
      row.currency,
      row.total,
      row.shipping,
      row.items,
      row.lines,
      row.error,
      row.expires_at,
      row.made_at,
    );
  }

  /** @throws {Refusal} `CHECKOUT_EXPIRED` (404) when there is none, or it is another's */
  get(id: string, owner?: { readonly room: string; readonly subject: string }): SessionRow {
    const row = this.#database.get<SessionRow>('SELECT * FROM sessions WHERE id = ?', id);
    if (!row || (owner && (row.owner !== owner.subject || row.room !== owner.room))) {
      throw new Refusal('CHECKOUT_EXPIRED', 'There is no such checkout.', { status: 404, field: 'id' });
    }
    return row;
  }

  openOf(room: string, owner: string): SessionRow[] {
    return this.#database.all<SessionRow>(
      `SELECT * FROM sessions WHERE room = ? AND owner = ? AND status = 'open'`,
      room,
      owner,
    );
  }

  setStatus(id: string, status: SessionRow['status'], error: ErrorCode | null): void {
    this.#database.run('UPDATE sessions SET status = ?, error = ? WHERE id = ?', status, error, id);
  }

  /** Open sessions whose time is over. */
  due(now: EpochMs): SessionRow[] {
    return this.#database.all<SessionRow>(`SELECT * FROM sessions WHERE status = 'open' AND expires_at <= ?`, now);
  }

  /** When the next open session ends, or undefined. */
  nextExpiry(): EpochMs | undefined {
    return (
      this.#database.get<{ next: number | null }>(`SELECT min(expires_at) AS next FROM sessions WHERE status = 'open'`)
        ?.next ?? undefined
    );
  }
}
