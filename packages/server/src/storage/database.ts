// SPDX-License-Identifier: MIT
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** How a database is opened. */
export interface DatabaseOptions {
  /** Path of the file. */
  readonly file: string;
  /** The steps from an empty file to the present form, in order. A step that was released is never edited. */
  readonly migrations: readonly string[];
  /**
   * `full`: a committed transaction survives a power cut (orders). `normal`: it survives the death of the process, and
   * a power cut may take the last moments (chat).
   */
  readonly synchronous: 'full' | 'normal';
}

/** One SQLite file in WAL mode with its statements kept. All calls are synchronous: one thread, one writer. */
export class Database {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  /** @throws when the file was written by a newer version of the server */
  constructor({ file, migrations, synchronous }: DatabaseOptions) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(
      // (What is taken out is overwritten in the file, too: somebody may have asked for it.)
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA busy_timeout = 5000;
       PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`,
    );
    this.#migrate(file, migrations);
  }

  #migrate(file: string, migrations: readonly string[]): void {
    const { version } = this.get<{ version: number }>('SELECT user_version AS version FROM pragma_user_version') ?? {
      version: 0,
    };
    if (version > migrations.length) {
      throw new Error(
        `${file} has version ${version} and this server knows ${migrations.length}. Start the newer server.`,
      );
    }
    for (const [index, step] of migrations.entries()) {
      if (index < version) continue;
      this.transaction(() => {
        this.#database.exec(step);
        this.#database.exec(`PRAGMA user_version = ${index + 1}`);
      });
    }
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Changes something; returns how many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** The first row. The caller names its type, as SQL does not. */
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  /** All rows. */
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  /** Runs all of it or nothing, with the write lock from the start so that what was read stays true. Joins a running one. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#database.exec('BEGIN IMMEDIATE');
    this.#depth++;
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth--;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
