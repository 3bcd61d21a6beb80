// SPDX-License-Identifier: MIT
import type { StreamInfo } from '@vitrine/core';
import type { ReminderOutcome } from '@vitrine/core/reminders';
import type { Clock } from '../clock.js';
import type { Claims } from '../identity/claims.js';
import type { Database } from '../storage/database.js';
import type { Rooms } from './rooms.js';

/** Who wants to be told that a show begins. */
export interface RemindedViewer {
  /** The person's id in the shop; a guest's is of this server and leads to no address. */
  readonly id: string;
  readonly name?: string;
  readonly isGuest: boolean;
}

/** A show that begins, and who wants to hear of it. */
export interface RemindedShow {
  readonly room: string;
  readonly stream: StreamInfo;
  readonly viewers: readonly RemindedViewer[];
}

/** How viewers are told that a show begins: by mail, by web push, whatever the shop has. The server sends nothing itself. */
export interface ReminderOptions {
  /**
   * Tells them, once the show is live. What it throws is logged; then, and when the process dies meanwhile, it is called
   * again when the live show changes and at the next start while it is live: somebody may hear of a show twice.
   */
  send(show: RemindedShow): void | Promise<void>;
  /**
   * Whether this viewer can be told. `{ kind: 'refused', code: 'AUTH_REQUIRED' }` has a guest sign in first;
   * `{ kind: 'unsupported', code: 'NO_HANDLER' }` says that there is no way. Absent: everybody can.
   */
  accepts?(viewer: RemindedViewer, room: string): ReminderOutcome | Promise<ReminderOutcome>;
}

interface Row {
  room: string;
  viewer: string;
  name: string | null;
  guest: number;
}

/** Who wants to be told that a show begins, as rows of `rooms.db`: forgotten once they were told. */
export class Reminders {
  readonly #rooms: Rooms;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #options: ReminderOptions | undefined;
  readonly #failed: (error: unknown, room: string) => void;
  readonly #sending = new Set<string>();
  #isStopped = false;

  /** @param failed hears what `send` threw */
  constructor(
    rooms: Rooms,
    clock: Clock,
    options: ReminderOptions | undefined,
    failed: (error: unknown, room: string) => void,
  ) {
    this.#rooms = rooms;
    this.#database = rooms.records.database;
    this.#clock = clock;
    this.#options = options;
    this.#failed = failed;
  }

  /** Whether anybody is told anything. */
  get isOffered(): boolean {
    return this.#options !== undefined;
  }

  isSet(room: string, { subject }: Claims): boolean {
    const found = this.#database.get('SELECT 1 FROM reminders WHERE room = ? AND viewer = ?', room, subject);
    return found !== undefined;
  }

  /** Remembers a viewer; once more is the same. @throws {Refusal} `ROOM_NOT_FOUND` */
  async set(room: string, { subject: id, name, isGuest }: Claims): Promise<ReminderOutcome> {
    if (!this.#options) return { kind: 'unsupported', code: 'NO_HANDLER' };
    const viewer: RemindedViewer = { id, ...(name === undefined ? {} : { name }), isGuest };
    const outcome = (await this.#options.accepts?.(viewer, room)) ?? { kind: 'set' };
    if (outcome.kind !== 'set') return outcome;
    // It may have begun meanwhile, and who is too late would be told of nothing.
    if (this.#rooms.writer(room).stream.phase !== 'upcoming') return { kind: 'refused', code: 'INTERACTION_CLOSED' };
    this.#database.run(
      'INSERT OR IGNORE INTO reminders (room, viewer, name, guest, made_at) VALUES (?, ?, ?, ?, ?)',
      room,
      id,
      name ?? null,
      isGuest ? 1 : 0,
      this.#clock.now(),
    );
    return outcome;
  }

  clear(room: string, { subject }: Claims): void {
    this.#database.run('DELETE FROM reminders WHERE room = ? AND viewer = ?', room, subject);
  }

  /** A show has changed: who waits for it is told when it is live. */
  look(room: string, stream: StreamInfo): void {
    if (stream.phase === 'live') void this.#send(room, stream);
  }

  /** Tells who was not told before the last end of the server. */
  resume(): void {
    for (const { room } of this.#database.all<{ room: string }>('SELECT DISTINCT room FROM reminders'))
      this.look(room, this.#rooms.writer(room).stream);
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #send(room: string, stream: StreamInfo): Promise<void> {
    if (!this.#options || this.#sending.has(room)) return;
    const rows = this.#database.all<Row>('SELECT viewer, name, guest FROM reminders WHERE room = ?', room);
    if (rows.length === 0) return;
    this.#sending.add(room);
    try {
      const viewers = rows.map(({ viewer: id, name, guest }) => ({
        id,
        ...(name === null ? {} : { name }),
        isGuest: guest === 1,
      }));
      await this.#options.send({ room, stream, viewers });
      if (this.#isStopped) return;
      this.#database.transaction(() => {
        for (const { viewer } of rows)
          this.#database.run('DELETE FROM reminders WHERE room = ? AND viewer = ?', room, viewer);
      });
    } catch (error) {
      this.#failed(error, room);
    } finally {
      this.#sending.delete(room);
    }
  }
}
