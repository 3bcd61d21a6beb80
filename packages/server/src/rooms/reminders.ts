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
   * again after 5 s, 10 s and so on up to 10 minutes, while the show is live: somebody may hear of a show twice.
   * @param signal aborts after ten minutes, or when the server closes: what takes longer has failed
   */
  send(show: RemindedShow, signal: AbortSignal): void | Promise<void>;
  /**
   * Whether this viewer can be told. `{ kind: 'refused', code: 'AUTH_REQUIRED' }` has a guest sign in first;
   * `{ kind: 'unsupported', code: 'NO_HANDLER' }` says that there is no way. Absent: everybody can.
   */
  accepts?(viewer: RemindedViewer, room: string): ReminderOutcome | Promise<ReminderOutcome>;
}

interface Row {
  position: number;
  viewer: string;
  name: string | null;
  guest: number;
  tries: number;
}

const firstRetry = 5000;
const mostRetry = 600_000;
/** What never settles would keep everybody else in its room waiting. */
const sendLimit = 600_000;

/**
 * Who wants to be told that a show begins, as rows of `rooms.db`: forgotten once they were told or the show is over. A
 * row is due from the moment the show is live, and says itself when it is tried next.
 */
export class Reminders {
  readonly #rooms: Rooms;
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #options: ReminderOptions | undefined;
  readonly #failed: (error: unknown, room: string) => void;
  /** What stops the clock of a `send` under way, by room. */
  readonly #sending = new Map<string, () => void>();
  /** What cancels the next try, by room. */
  readonly #waiting = new Map<string, () => void>();
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
    // A new row each time: one that is being sent meanwhile does not take this one with it.
    this.#database.run(
      'INSERT OR REPLACE INTO reminders (room, viewer, name, guest, made_at) VALUES (?, ?, ?, ?, ?)',
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

  /** A show has changed: who waits for it is told when it is live, and forgotten when it is over. */
  look(room: string, { phase }: StreamInfo): void {
    if (phase === 'live') {
      const now = this.#clock.now();
      this.#database.run('UPDATE reminders SET due_at = ? WHERE room = ? AND due_at IS NULL', now, room);
    } else if (phase === 'upcoming') {
      this.#database.run('UPDATE reminders SET due_at = NULL, tries = 0 WHERE room = ?', room);
    } else if (phase === 'ended' || phase === 'replay') {
      this.#database.run('DELETE FROM reminders WHERE room = ?', room);
    }
    this.#wait(room);
  }

  /** Goes on where the server ended. */
  resume(): void {
    for (const { room } of this.#database.all<{ room: string }>('SELECT DISTINCT room FROM reminders'))
      this.look(room, this.#rooms.writer(room).stream);
  }

  stop(): void {
    this.#isStopped = true;
    for (const cancel of [...this.#waiting.values(), ...this.#sending.values()]) cancel();
  }

  /** Sends what is due, or waits until something is. */
  #wait(room: string): void {
    this.#waiting.get(room)?.();
    this.#waiting.delete(room);
    if (!this.#options || this.#sending.has(room) || this.#rooms.writer(room).stream.phase !== 'live') return;
    const found = this.#database.get<{ at: number | null }>(
      'SELECT min(due_at) AS at FROM reminders WHERE room = ?',
      room,
    );
    if (typeof found?.at !== 'number') return;
    const left = found.at - this.#clock.now();
    if (left <= 0) void this.#send(room, this.#options);
    else
      this.#waiting.set(
        room,
        this.#clock.after(left, () => this.#wait(room)),
      );
  }

  async #send(room: string, options: ReminderOptions): Promise<void> {
    const rows = this.#take(room);
    const late = new AbortController();
    const limit = new Promise<never>((_, reject) =>
      late.signal.addEventListener('abort', () => reject(late.signal.reason as Error)),
    );
    const stopClock = this.#clock.after(sendLimit, () =>
      late.abort(new DOMException(`It took longer than ${sendLimit / 60_000} minutes.`, 'TimeoutError')),
    );
    const stop = (): void => {
      stopClock();
      late.abort(new DOMException('The server closes.', 'AbortError'));
    };
    this.#sending.set(room, stop);
    try {
      const viewers = rows.map(({ viewer: id, name, guest }) => ({
        id,
        ...(name === null ? {} : { name }),
        isGuest: guest === 1,
      }));
      const show = { room, stream: this.#rooms.writer(room).stream, viewers };
      await Promise.race([options.send(show, late.signal), limit]);
      if (!this.#isStopped) this.#forget(rows);
    } catch (error) {
      if (this.#isStopped) return;
      // (From now: it may have taken longer to fail than the wait that was written down.)
      this.#postpone(rows);
      this.#failed(error, room);
    } finally {
      stopClock();
      this.#sending.delete(room);
    }
    if (!this.#isStopped) this.#wait(room);
  }

  /** What is due, with its next try written down first: nothing is lost, nor sent in a loop, where the process dies. */
  #take(room: string): readonly Row[] {
    const now = this.#clock.now();
    return this.#database.transaction(() => {
      const rows = this.#database.all<Row>(
        'SELECT position, viewer, name, guest, tries FROM reminders WHERE room = ? AND due_at <= ? ORDER BY position',
        room,
        now,
      );
      this.#postpone(rows);
      return rows;
    });
  }

  #postpone(rows: readonly Row[]): void {
    const now = this.#clock.now();
    for (const { position, tries } of rows)
      this.#database.run(
        'UPDATE reminders SET due_at = ?, tries = ? WHERE position = ? AND due_at IS NOT NULL',
        now + Math.min(mostRetry, firstRetry * 2 ** tries),
        tries + 1,
        position,
      );
  }

  #forget(rows: readonly Row[]): void {
    this.#database.transaction(() => {
      for (const { position } of rows) this.#database.run('DELETE FROM reminders WHERE position = ?', position);
    });
  }
}
