// SPDX-License-Identifier: MIT
import type { ChatSettings, EpochMs, ProgramTime, StreamInfo } from '@vitrine/core';
import type { WireControl, WireMessage } from '@vitrine/core/wire';
import type { Retraction } from '../gateway/aimed.js';
import type { Database } from '../storage/database.js';
import type { ChatPolicy } from './policies.js';
import type { RoomSticker } from './stickers.js';

/** A room as it is stored. */
export interface RoomRecord {
  readonly id: string;
  readonly stream: StreamInfo;
  readonly chat: ChatSettings;
  readonly likes: number;
}

/** A control item and when the server made it; `at` of the item may be another moment. */
export interface LoggedControl {
  readonly item: WireControl;
  readonly madeAt: EpochMs;
}

/** A message on its way into the log. */
export interface NewMessage {
  readonly row: WireMessage;
  readonly author: string;
  readonly cid: string | undefined;
  /** It has waited for a word of the staff, and does not any more. */
  readonly isReleased?: boolean;
}

interface RoomRow {
  id: string;
  stream: string;
  chat: string;
  likes: number;
}

const cidMemory = 86_400_000;

/** One of the messages of a person, where they stand in the log. */
export interface OwnMessageRow {
  readonly position: number;
  readonly message: WireMessage;
  readonly isRetracted: boolean;
}

/** What is told of a purchase under the buyer's name are the room's own words. */
const isOwn = `row ->> '$.y' IS NULL`;

/** What was said at a room's moments from one to another; the newest so many. */
export const messagesBetween = `
  SELECT row FROM messages WHERE room = ? AND retracted = 0 AND row ->> '$.at' BETWEEN ? AND ?
  ORDER BY row ->> '$.at' DESC, position DESC LIMIT ?`;

/** Rooms, their chat and their control log, as rows of `rooms.db`. */
export class RoomRecords {
  readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  #toRecord({ id, stream, chat, likes }: RoomRow): RoomRecord {
    return { id, stream: JSON.parse(stream) as StreamInfo, chat: JSON.parse(chat) as ChatSettings, likes };
  }

  get(id: string): RoomRecord | undefined {
    const row = this.database.get<RoomRow>('SELECT id, stream, chat, likes FROM rooms WHERE id = ?', id);
    return row && this.#toRecord(row);
  }

  /** @returns false when there is one of that id */
  insert({ id, stream, chat }: Omit<RoomRecord, 'likes'>, now: EpochMs): boolean {
    return (
      this.database.run(
        'INSERT OR IGNORE INTO rooms (id, stream, chat, made_at) VALUES (?, ?, ?, ?)',
        id,
        JSON.stringify(stream),
        JSON.stringify(chat),
        now,
      ) === 1
    );
  }

  saveStream(id: string, stream: StreamInfo): void {
    this.database.run('UPDATE rooms SET stream = ? WHERE id = ?', JSON.stringify(stream), id);
  }

  saveChat(id: string, chat: ChatSettings): void {
    this.database.run('UPDATE rooms SET chat = ? WHERE id = ?', JSON.stringify(chat), id);
  }

  policy(id: string): ChatPolicy {
    const row = this.database.get<{ policy: string }>('SELECT policy FROM rooms WHERE id = ?', id);
    const told = row ? (JSON.parse(row.policy) as Partial<ChatPolicy>) : {};
    return { words: [], links: 'all', hold: 'none', unreviewed: 'allow', revision: 0, ...told };
  }

  savePolicy(id: string, policy: ChatPolicy): void {
    this.database.run('UPDATE rooms SET policy = ? WHERE id = ?', JSON.stringify(policy), id);
  }

  stickers(id: string): RoomSticker[] {
    const row = this.database.get<{ stickers: string }>('SELECT stickers FROM rooms WHERE id = ?', id);
    return row ? (JSON.parse(row.stickers) as RoomSticker[]) : [];
  }

  saveStickers(id: string, stickers: readonly RoomSticker[]): void {
    this.database.run('UPDATE rooms SET stickers = ? WHERE id = ?', JSON.stringify(stickers), id);
  }

  saveLikes(id: string, likes: number): void {
    this.database.run('UPDATE rooms SET likes = ? WHERE id = ?', likes, id);
  }

  addMessages(room: string, messages: readonly NewMessage[]): void {
    this.database.transaction(() => {
      for (const { row, author, cid, isReleased } of messages) {
        if (isReleased) this.database.run('DELETE FROM held WHERE room = ? AND id = ?', room, row.i);
        this.database.run(
          'INSERT INTO messages (room, id, author, cid, row, sent_at) VALUES (?, ?, ?, ?, ?, ?)',
          room,
          row.i,
          author,
          cid ?? null,
          JSON.stringify(row),
          row.t,
        );
      }
    });
  }

  /** That something was said and is gone: sent again, it is answered and not said. */
  addErased(room: string, id: string, author: string, cid: string, now: EpochMs): void {
    this.database.run(
      `INSERT INTO messages (room, id, author, cid, row, sent_at, retracted) VALUES (?, ?, ?, ?, '{}', ?, 1)`,
      room,
      id,
      author,
      cid,
      now,
    );
  }

  /** The id a message was given, by its sender's client id, for a day. */
  findByCid(room: string, author: string, cid: string, now: EpochMs): string | undefined {
    return this.database.get<{ id: string }>(
      'SELECT id FROM messages WHERE room = ? AND author = ? AND cid = ? AND sent_at > ?',
      room,
      author,
      cid,
      now - cidMemory,
    )?.id;
  }

  /** What somebody was called who has written here, or whose message waits. */
  nameOf(room: string, author: string): string | undefined {
    for (const from of ["messages WHERE cid IS NOT NULL AND row <> '{}' AND", 'held WHERE decided_at IS NULL AND']) {
      const found = this.database.get<{ name: string }>(
        `SELECT row ->> '$.u.n' AS name FROM ${from} room = ? AND author = ? ORDER BY position DESC LIMIT 1`,
        room,
        author,
      );
      if (found) return found.name;
    }
    return undefined;
  }

  findMessage(room: string, id: string): WireMessage | undefined {
    const found = this.database.get<{ row: string }>(
      'SELECT row FROM messages WHERE room = ? AND id = ? AND retracted = 0',
      room,
      id,
    );
    return found && (JSON.parse(found.row) as WireMessage);
  }

  /** Whose a message is, also one that was retracted. */
  whoSaid(room: string, id: string): { readonly author: string; readonly isRetracted: boolean } | undefined {
    const found = this.database.get<{ author: string; retracted: number }>(
      'SELECT author, retracted FROM messages WHERE room = ? AND id = ?',
      room,
      id,
    );
    return found && { author: found.author, isRetracted: found.retracted === 1 };
  }

  /** The newest messages, oldest first. */
  newestMessages(room: string, count: number): WireMessage[] {
    return this.database
      .all<{ row: string }>(
        'SELECT row FROM messages WHERE room = ? AND retracted = 0 ORDER BY position DESC LIMIT ?',
        room,
        count,
      )
      .reverse()
      .map(({ row }) => JSON.parse(row) as WireMessage);
  }

  /** What was said at the show's moments from `from` to `to`, in the order of the moments; of too much the newest. */
  messagesBetween(room: string, from: ProgramTime, to: ProgramTime, most: number): WireMessage[] {
    return this.database
      .all<{ row: string }>(messagesBetween, room, from, to, most)
      .reverse()
      .map(({ row }) => JSON.parse(row) as WireMessage);
  }

  /** Takes messages out of history, and the words of those that stood at the top of the chat. @returns how many */
  retract(room: string, { by, id = '', until }: Retraction, now: EpochMs): number {
    this.#clearNotices(room, by, id);
    if (by === 'all') return this.database.run('UPDATE messages SET retracted = 1 WHERE room = ?', room);
    if (by === 'author' && until !== undefined) return this.#erase(room, id, now);
    const column = by === 'message' ? 'id' : 'author';
    return this.database.run(`UPDATE messages SET retracted = 1 WHERE room = ? AND ${column} = ?`, room, id);
  }

  /** (That something stood there stays. Whatever of a person is on record was said until they take it back.) */
  #clearNotices(room: string, by: Retraction['by'], id: string): void {
    const whose = {
      message: "item ->> '$.notice.i' = ?",
      author: "item ->> '$.notice.u.id' = ?",
      all: '? IS NOT NULL',
    };
    this.database.run(
      `UPDATE control SET item = json_remove(item, '$.notice') WHERE room = ? AND op = 'notice' AND ${whose[by]}`,
      room,
      id,
    );
  }

  /** The words go, those of removed messages too; that there was one is kept for as long as it may be sent again. */
  #erase(room: string, author: string, now: EpochMs): number {
    const erased = this.database.run(
      `UPDATE messages SET retracted = 1, row = '{}' WHERE room = ? AND author = ? AND row <> '{}' AND ${isOwn}`,
      room,
      author,
    );
    this.forgetErased(now);
    return erased;
  }

  /** That somebody once said something is kept no longer than their page may send it again. */
  forgetErased(now: EpochMs): void {
    this.database.run(`DELETE FROM messages WHERE row = '{}' AND sent_at <= ?`, now - cidMemory);
  }

  /** Whether words of a person have stood at the top of the chat, and are kept. */
  hasNoticeOf(room: string, author: string): boolean {
    const found = this.database.get(
      `SELECT 1 FROM control WHERE room = ? AND op = 'notice' AND item ->> '$.notice.u.id' = ?`,
      room,
      author,
    );
    return found !== undefined;
  }

  /** How much somebody has said whose words are kept. */
  countOf(room: string, author: string): number {
    return (
      this.database.get<{ count: number }>(
        `SELECT count(*) AS count FROM messages WHERE room = ? AND author = ? AND row <> '{}' AND ${isOwn}`,
        room,
        author,
      )?.count ?? 0
    );
  }

  /** What somebody has said, the oldest first, also what was removed. @param after the position of the last one known */
  messagesOf(room: string, author: string, after: number, most: number): OwnMessageRow[] {
    return this.database
      .all<{ position: number; row: string; retracted: number }>(
        `SELECT position, row, retracted FROM messages
         WHERE room = ? AND author = ? AND position > ? AND row <> '{}' AND ${isOwn} ORDER BY position LIMIT ?`,
        room,
        author,
        after,
        most,
      )
      .map(({ position, row, retracted }) => ({
        position,
        message: JSON.parse(row) as WireMessage,
        isRetracted: retracted === 1,
      }));
  }

  addControl(room: string, { item, madeAt }: LoggedControl): void {
    this.database.run(
      'INSERT INTO control (room, cn, op, item, made_at) VALUES (?, ?, ?, ?, ?)',
      room,
      item.cn,
      item.op,
      JSON.stringify(item),
      madeAt,
    );
  }

  newestControl(room: string): number {
    return this.database.get<{ cn: number | null }>('SELECT max(cn) AS cn FROM control WHERE room = ?', room)?.cn ?? 0;
  }

  controlSince(room: string, since: EpochMs): LoggedControl[] {
    return this.database
      .all<{ item: string; made_at: number }>(
        'SELECT item, made_at FROM control WHERE room = ? AND made_at >= ? ORDER BY cn',
        room,
        since,
      )
      .map(({ item, made_at }) => ({ item: JSON.parse(item) as WireControl, madeAt: made_at }));
  }

  /**
   * Control items of the show's moments from `from` to `to`, in the order of the moments; of too many the newest.
   * @param ops which
   */
  controlBetween(
    room: string,
    ops: readonly string[],
    from: ProgramTime,
    to: ProgramTime,
    most: number,
  ): WireControl[] {
    return this.database
      .all<{ item: string }>(
        `SELECT item, item ->> '$.at' AS at FROM control
         WHERE room = ? AND op IN (SELECT value FROM json_each(?)) AND at BETWEEN ? AND ?
         ORDER BY at DESC, cn DESC LIMIT ?`,
        room,
        JSON.stringify(ops),
        from,
        to,
        most,
      )
      .reverse()
      .map(({ item }) => JSON.parse(item) as WireControl);
  }

  /** The last control item of some kinds that was made before a moment. */
  lastControl(room: string, ops: readonly WireControl['op'][], before: EpochMs): WireControl | undefined {
    const found = this.database.get<{ item: string }>(
      `SELECT item FROM control WHERE room = ? AND op IN (SELECT value FROM json_each(?)) AND made_at < ?
       ORDER BY cn DESC LIMIT 1`,
      room,
      JSON.stringify(ops),
      before,
    );
    return found && (JSON.parse(found.item) as WireControl);
  }

  audit(room: string, actor: string, role: string, action: unknown, now: EpochMs): void {
    this.database.run(
      'INSERT INTO audit (room, actor, role, action, made_at) VALUES (?, ?, ?, ?, ?)',
      room,
      actor,
      role,
      JSON.stringify(action),
      now,
    );
  }
}
