// SPDX-License-Identifier: MIT
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Holds a data folder for this process alone: a room's log has one writer. The lock is the operating system's own on an
 * empty database, so that it ends with the process, however that ends.
 * Closing it gives the folder back.
 * @throws {Error} when another process holds it
 */
export function lockFolder(folder: string): { close(): void } {
  const lock = new DatabaseSync(join(folder, 'lock.db'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new Error(
      `[vitrine] MISCONFIGURED (dataDir): another server writes in ${folder}. End that one, or set another folder.`,
      { cause },
    );
  }
  return lock;
}
