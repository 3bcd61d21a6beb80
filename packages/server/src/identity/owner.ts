// SPDX-License-Identifier: MIT
import type { FastifyRequest } from 'fastify';
import { readBearer } from '../http/requests.js';
import { digest, isSameDigest, newSecret } from '../ids.js';
import { Refusal } from '../refusal.js';
import type { Database } from '../storage/database.js';
import { requireRole } from './claims.js';
import type { Tokens } from './tokens.js';

const name = 'owner-digest';

/** Knows the owner of the installation by a secret, of which it keeps the digest alone. */
export class Owner {
  /** The secret, when this start made it. */
  readonly made: string | undefined;
  readonly #digest: string;
  readonly #tokens: Tokens;

  /** @param configured the owner's secret, or undefined: the one of the first start holds, made now if this is it */
  constructor(database: Database, configured: string | undefined, tokens: Tokens) {
    this.#tokens = tokens;
    if (configured !== undefined) {
      this.#digest = digest(configured);
      return;
    }
    const known = database.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name);
    if (known) {
      this.#digest = known.value;
      return;
    }
    this.made = newSecret();
    this.#digest = digest(this.made);
    database.run('INSERT INTO settings (name, value) VALUES (?, ?)', name, this.#digest);
  }

  /**
   * Lets the owner through: the secret, or a token with the role owner for the room.
   * @returns who it is, for the audit @throws {Refusal} `AUTH_REQUIRED`, `TOKEN_INVALID`, `TOKEN_EXPIRED`, `FORBIDDEN`
   */
  async require(request: FastifyRequest, room?: string): Promise<string> {
    const bearer = readBearer(request);
    if (isSameDigest(digest(bearer), this.#digest)) return 'owner';
    const claims = await this.#tokens.read(bearer);
    requireRole(claims, 'owner');
    if (room === undefined || claims.room !== room) {
      throw new Refusal('FORBIDDEN', "This needs the owner's own secret.", {
        mend: 'Use the secret the first start printed.',
      });
    }
    return claims.subject;
  }
}
