// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import { Refusal } from '../refusal.js';
import type { Database } from '../storage/database.js';

/** So many pieces of a variant. */
export interface Pieces {
  readonly variantId: string;
  readonly quantity: number;
}

/**
 * What is in store and what is held. A piece can be had when it is in store and no running checkout holds it; the hold
 * is one conditional insert, so that of two buyers of the last piece one has it and the other is told.
 */
export class Stock {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** How many can be had, by variant. */
  availableOf(room: string, now: EpochMs): Map<string, number> {
    const rows = this.#database.all<{ id: string; available: number }>(
      `SELECT v.id, v.stock - coalesce((SELECT sum(r.quantity) FROM reservations r
         WHERE r.room = v.room AND r.variant = v.id AND r.expires_at > ?), 0) AS available
       FROM variants v WHERE v.room = ?`,
      now,
      room,
    );
    return new Map(rows.map(({ id, available }) => [id, available]));
  }

  /** How many can be had. @param owner whose own holds are not counted against them */
  available(room: string, variant: string, now: EpochMs, owner = ''): number {
    const row = this.#database.get<{ available: number }>(
      `SELECT v.stock - coalesce((SELECT sum(r.quantity) FROM reservations r JOIN sessions s ON s.id = r.session
         WHERE r.room = v.room AND r.variant = v.id AND r.expires_at > ? AND s.owner <> ?), 0) AS available
       FROM variants v WHERE v.room = ? AND v.id = ?`,
      now,
      owner,
      room,
      variant,
    );
    return Math.max(0, row?.available ?? 0);
  }

  /** Holds pieces for a session. @throws {Refusal} `OUT_OF_STOCK`, `INSUFFICIENT_STOCK` with `available` */
  reserve(session: string, room: string, { variantId, quantity }: Pieces, expiresAt: EpochMs, now: EpochMs): void {
    const done = this.#database.run(
      `INSERT INTO reservations (session, room, variant, quantity, expires_at)
       SELECT ?1, v.room, v.id, ?2, ?3 FROM variants v WHERE v.room = ?4 AND v.id = ?5
         AND v.stock - coalesce((SELECT sum(r.quantity) FROM reservations r
           WHERE r.room = v.room AND r.variant = v.id AND r.expires_at > ?6), 0) >= ?2`,
      session,
      quantity,
      expiresAt,
      room,
      variantId,
      now,
    );
    if (done === 1) return;
    const available = this.available(room, variantId, now);
    throw new Refusal(available === 0 ? 'OUT_OF_STOCK' : 'INSUFFICIENT_STOCK', `${available} can be had.`, {
      field: 'variantId',
      params: { available, requested: quantity, variantId },
    });
  }

  /** Gives back what a session holds. @returns what it held */
  release(session: string): readonly Pieces[] {
    const held = this.#database.all<Pieces>(
      'SELECT variant AS variantId, quantity FROM reservations WHERE session = ?',
      session,
    );
    this.#database.run('DELETE FROM reservations WHERE session = ?', session);
    return held;
  }

  /** Turns what a session holds into what is gone. */
  take(session: string, room: string): readonly Pieces[] {
    const held = this.release(session);
    for (const { variantId, quantity } of held) {
      const done = this.#database.run(
        'UPDATE variants SET stock = stock - ?1 WHERE room = ?2 AND id = ?3 AND stock >= ?1',
        quantity,
        room,
        variantId,
      );
      if (done !== 1) throw new Error(`Variant ${variantId} has less in store than was held.`);
    }
    return held;
  }

  /** Sets what is in store. @throws {Refusal} `BAD_INPUT` when checkouts hold more */
  set(room: string, variant: string, stock: number, now: EpochMs): void {
    const { held } = this.#database.get<{ held: number }>(
      'SELECT coalesce(sum(quantity), 0) AS held FROM reservations WHERE room = ? AND variant = ? AND expires_at > ?',
      room,
      variant,
      now,
    ) ?? { held: 0 };
    if (stock < held) {
      throw new Refusal('BAD_INPUT', `Checkouts hold ${held} of it.`, {
        field: 'stock',
        mend: `Set at least ${held}, or wait.`,
      });
    }
    this.#database.run('UPDATE variants SET stock = ? WHERE room = ? AND id = ?', stock, room, variant);
  }
}
