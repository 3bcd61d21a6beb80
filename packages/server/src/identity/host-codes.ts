// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import type { Clock } from '../clock.js';
import { digest, newSecret } from '../ids.js';
import { Refusal } from '../refusal.js';
import type { Database } from '../storage/database.js';

const lifetime = 3_600_000;

/** One-time codes that make a host of whoever has one: good once, for an hour; only their digests are kept. */
export class HostCodes {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  issue(room: string): { readonly code: string; readonly expiresAt: EpochMs } {
    const code = newSecret();
    const now = this.#clock.now();
    const expiresAt = now + lifetime;
    this.#database.run('DELETE FROM host_codes WHERE expires_at < ?', now - lifetime);
    this.#database.run(
      'INSERT INTO host_codes (hash, room, expires_at) VALUES (?, ?, ?)',
      digest(code),
      room,
      expiresAt,
    );
    return { code, expiresAt };
  }

  /** Uses a code up. @returns its room @throws {Refusal} `TOKEN_EXPIRED`, `TOKEN_INVALID` when unknown or used */
  redeem(code: string): string {
    const now = this.#clock.now();
    return this.#database.transaction(() => {
      const known = this.#database.get<{ room: string; expires_at: number; used_at: number | null }>(
        'SELECT room, expires_at, used_at FROM host_codes WHERE hash = ?',
        digest(code),
      );
      const mend = 'Ask the server for a new host link.';
      if (!known || known.used_at !== null)
        throw new Refusal('TOKEN_INVALID', 'No such code, or it was used.', { field: 'code', mend });
      if (known.expires_at <= now) throw new Refusal('TOKEN_EXPIRED', 'The code has expired.', { field: 'code', mend });
      this.#database.run('UPDATE host_codes SET used_at = ? WHERE hash = ?', now, digest(code));
      return known.room;
    });
  }
}
