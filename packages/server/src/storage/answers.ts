// SPDX-License-Identifier: MIT
import { digest } from '../ids.js';
import { Refusal } from '../refusal.js';
import type { Database } from './database.js';

/** A command that may come again under the same key. */
export interface KeyedCommand {
  /** Whose key it is and what it is for; keys of different scopes never meet. */
  readonly scope: string;
  /** The client's `Idempotency-Key`. */
  readonly key: string;
  /** What was asked, to tell a repeat from another command under a used key. */
  readonly input: unknown;
}

/**
 * Does a command once and gives its answer to every repeat, for ever. The answer is stored in the transaction that does
 * the work, so there is no moment at which one exists without the other. What is thrown is not stored: nothing was done.
 * @throws {Refusal} `BAD_INPUT` when the key was used for another command
 */
export function answerOnce<T>(database: Database, { scope, key, input }: KeyedCommand, now: number, work: () => T): T {
  const fingerprint = digest(JSON.stringify(input));
  return database.transaction(() => {
    const known = database.get<{ fingerprint: string; body: string }>(
      'SELECT fingerprint, body FROM answers WHERE scope = ? AND key = ?',
      scope,
      key,
    );
    if (known) {
      if (known.fingerprint !== fingerprint) {
        throw new Refusal('BAD_INPUT', 'This Idempotency-Key was used for another command.', {
          status: 422,
          field: 'Idempotency-Key',
          mend: 'Make a new key for every command and keep it for the repeats of that command alone.',
        });
      }
      return JSON.parse(known.body) as T;
    }
    const answer = work();
    database.run(
      'INSERT INTO answers (scope, key, fingerprint, body, made_at) VALUES (?, ?, ?, ?, ?)',
      scope,
      key,
      fingerprint,
      JSON.stringify(answer),
      now,
    );
    return answer;
  });
}

const cartMemory = 30 * 86_400_000;

/** Forgets the answers of cart, control and interaction commands after a month; those of checkouts and payments are kept for ever. */
export function forgetOldAnswers(database: Database, now: number): void {
  database.run(
    `DELETE FROM answers WHERE made_at < ? AND (scope LIKE 'cart %' OR scope LIKE 'control %' OR scope LIKE 'answer %')`,
    now - cartMemory,
  );
}
