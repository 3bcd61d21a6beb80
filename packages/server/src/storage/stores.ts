// SPDX-License-Identifier: MIT
import { join } from 'node:path';
import { Database } from './database.js';
import { lockFolder } from './lock.js';
import { roomMigrations } from './room-migrations.js';
import { shopMigrations } from './shop-migrations.js';

/** What a server keeps, in one folder that is its own until it is closed. */
export interface Stores {
  readonly roomDatabase: Database;
  readonly shopDatabase: Database;
  closeStores(): void;
}

/** @throws {Error} when another process holds the folder, or a file was written by a newer version of the server */
export function openStores(folder: string): Stores {
  const open: { close(): void }[] = [lockFolder(folder)];
  const closeStores = (): void => {
    for (const one of open.splice(0).reverse()) one.close();
  };
  const database = (name: string, migrations: readonly string[], synchronous: 'full' | 'normal'): Database => {
    const one = new Database({ file: join(folder, name), migrations, synchronous });
    open.push(one);
    return one;
  };
  try {
    const roomDatabase = database('rooms.db', roomMigrations, 'normal');
    const shopDatabase = database('shop.db', shopMigrations, 'full');
    return { roomDatabase, shopDatabase, closeStores };
  } catch (error) {
    closeStores();
    throw error;
  }
}
