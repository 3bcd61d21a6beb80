// SPDX-License-Identifier: MIT
import type { ChatSettings, StreamInfo } from '@vitrine/core';
import type { Clock } from '../clock.js';
import { Load } from '../gateway/load.js';
import { Writer, type WriterContext } from '../gateway/writer.js';
import { Refusal } from '../refusal.js';
import { Held } from './held.js';
import { People } from './people.js';
import { Policies } from './policies.js';
import { Reports } from './reports.js';
import type { RoomRecords } from './room-records.js';
import { Stickers } from './stickers.js';

/** What a new room is told. */
export interface NewRoom {
  readonly id: string;
  readonly stream: StreamInfo;
  readonly chat?: Partial<ChatSettings>;
}

const usualChat: ChatSettings = { mode: 'open', slowMode: 0, maximumLength: 200 };

/** All rooms, each with its one writer, awake from the first time it is asked for. */
export class Rooms {
  readonly records: RoomRecords;
  readonly policies: Policies;
  readonly stickers: Stickers;
  readonly people: People;
  readonly held: Held;
  readonly reports: Reports;
  readonly load: Load;
  readonly #context: WriterContext;
  readonly #writers = new Map<string, Writer>();

  constructor(records: RoomRecords, clock: Clock, epoch: string, messagesPerSecond: number, load = new Load(clock)) {
    this.records = records;
    this.policies = new Policies(records);
    this.stickers = new Stickers(records);
    this.people = new People(records.database);
    this.held = new Held(records.database);
    this.reports = new Reports(records.database);
    this.load = load;
    this.#context = { records, clock, epoch, messagesPerSecond, load };
  }

  has(id: string): boolean {
    return this.#writers.has(id) || this.records.get(id) !== undefined;
  }

  /** @returns false when there is a room of that id */
  create({ id, stream, chat }: NewRoom): boolean {
    return this.records.insert({ id, stream, chat: { ...usualChat, ...chat } }, this.#context.clock.now());
  }

  /** The room's writer. @throws {Refusal} `ROOM_NOT_FOUND` */
  writer(id: string): Writer {
    const awake = this.#writers.get(id);
    if (awake) return awake;
    const record = this.records.get(id);
    if (!record) throw new Refusal('ROOM_NOT_FOUND', 'There is no such room.', { field: 'room' });
    const writer = new Writer(record, this.#context);
    this.#writers.set(id, writer);
    return writer;
  }

  close(): void {
    for (const writer of this.#writers.values()) writer.close();
  }
}
