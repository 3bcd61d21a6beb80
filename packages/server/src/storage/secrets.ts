// SPDX-License-Identifier: MIT
import { newSecret } from '../ids.js';
import type { Database } from './database.js';

/** A secret of this installation, made at the first start. */
export function readSecret(database: Database, name: string): { readonly secret: string; readonly isNew: boolean } {
  return database.transaction(() => {
    const known = database.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name);
    if (known) return { secret: known.value, isNew: false };
    const secret = newSecret();
    database.run('INSERT INTO settings (name, value) VALUES (?, ?)', name, secret);
    return { secret, isNew: true };
  });
}
