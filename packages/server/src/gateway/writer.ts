// SPDX-License-Identifier: MIT
import type { ChatSettings, EpochMs, Ms, ProgramTime, StreamInfo } from '@vitrine/core';
import type { BatchFrame, WireControl, WireControlOf, WireMessage } from '@vitrine/core/wire';
import type { Clock } from '../clock.js';
import type { RoomRecord, RoomRecords } from '../rooms/room-records.js';
import { isAimed } from './aimed.js';
import { Audience, type Member } from './audience.js';
import { Batch } from './batch.js';
import { ControlLog, type Unnumbered } from './control-log.js';
import { KeptSnapshot } from './kept-snapshot.js';
import { Likes } from './likes.js';
import type { Load } from './load.js';
import { MessageLikes } from './message-likes.js';
import { Pace } from './pace.js';
import type { Packable } from './packable.js';
import { Queue, type Draft, type Settle } from './queue.js';
import { Ring } from './ring.js';
import { sample } from './sample.js';
import { longestTick, shareFor, tickFor } from './tick.js';

/** How long batches are kept for those who come back, in ms. */
export const ringSpan = 60_000;
const heartbeat = 5000;
const viewersEvery = 1000;
const snapshotMessages = 50;

/** What a writer works with. */
export interface WriterContext {
  readonly records: RoomRecords;
  readonly clock: Clock;
  /** Names this run of the server: batch numbers begin anew with each. */
  readonly epoch: string;
  readonly messagesPerSecond: number;
  /** Hears how late ticks are, and knows what that means for all rooms. */
  readonly load: Load;
}

/**
 * The one who writes a room: orders what is said and done, numbers it, stores it, and then tells everybody in one frame
 * a tick. Sets a timer only while there is something to tell or somebody to tell it to.
 */
export class Writer {
  readonly id: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly ring = new Ring(ringSpan);
  readonly messageLikes: MessageLikes;
  readonly #context: WriterContext;
  readonly #log: ControlLog;
  readonly #likes: Likes;
  readonly #queue = new Queue();
  readonly #pace: Pace;
  #stream: StreamInfo;
  #chat: ChatSettings;
  #recent: readonly WireMessage[];
  #control: WireControl[] = [];
  #n = 0;
  /** The newest control number that has been sent in a batch. */
  #shown: number;
  #flushedAt: EpochMs = 0;
  /** How many messages were dropped before they had a number. */
  #dropped = 0;
  /** Until when somebody has taken back what they had said. */
  #takenBackAt: EpochMs = 0;
  readonly #snapshot = new KeptSnapshot();
  #isClosed = false;

  constructor(room: RoomRecord, context: WriterContext) {
    const { records, clock, epoch } = context;
    this.id = room.id;
    this.epoch = epoch;
    this.#context = context;
    this.#stream = room.stream;
    this.#chat = room.chat;
    this.#likes = new Likes(room.id, records, room.likes, clock.now());
    this.messageLikes = new MessageLikes(room.id, records.database, clock, () => this.#wake());
    this.#log = new ControlLog(room.id, records, clock.now());
    this.#shown = this.#log.newest;
    this.#recent = records.newestMessages(room.id, snapshotMessages);
    this.#pace = new Pace(clock, (late) => {
      const began = clock.now();
      this.#flush();
      // (What takes more than half of its tick leaves too little for everything else.)
      context.load.tell(Math.max(late, clock.now() - began - this.tick / 2));
      this.#wake();
    });
    this.audience = new Audience(() => this.#wake());
  }

  get stream(): StreamInfo {
    return this.#stream;
  }
  get chat(): ChatSettings {
    return this.#chat;
  }
  get likes(): number {
    return this.#likes.count;
  }
  /** The newest batch. */
  get n(): number {
    return this.#n;
  }
  /** What is pinned now. */
  get pinned(): string | null {
    return this.#log.pinned;
  }
  /** The newest control item. */
  get cn(): number {
    return this.#log.newest;
  }
  get tick(): Ms {
    return tickFor(this.audience.count, this.#context.load.strain);
  }

  /** A moment on the encoder's clock; now unless told. */
  programTime(now: EpochMs = this.#context.clock.now()): ProgramTime {
    return now + (this.#stream.encoderOffset ?? 0);
  }

  join(member: Member): void {
    this.audience.add(member);
    this.#wake();
  }

  leave(member: Member): void {
    this.audience.remove(member);
    if (this.audience.size === 0) this.#pace.sleep();
    this.#wake();
  }

  /** Says something in the next batch. */
  say(draft: Draft): void {
    // (Of a later moment than what was taken back, or it would be taken for a part of it.)
    const t = Math.max(this.#context.clock.now(), this.#takenBackAt + 1);
    this.#queue.push(draft, t, this.programTime(t));
    this.#wake();
  }

  /** Waits with an earlier sending of the same message. @returns false when none is under way */
  waitFor(author: string, cid: string, settle: Settle): boolean {
    return this.#queue.join(author, cid, settle);
  }

  like(count: number): void {
    this.#likes.add(count);
    this.#wake();
  }

  /** Does something to the room: stored at once, told in the next batch. */
  control(item: Unnumbered, at?: ProgramTime): WireControl {
    const { records, clock } = this.#context;
    const now = clock.now();
    const numbered = records.database.transaction(() => {
      const done = this.#log.append(item, at ?? this.programTime(now), now);
      if (done.op === 'stream') records.saveStream(this.id, done.info);
      if (done.op === 'chat') records.saveChat(this.id, done.settings);
      if (done.op === 'retract') {
        this.messageLikes.forget(done);
        records.retract(this.id, done, now);
      }
      return done;
    });
    if (numbered.op === 'stream') this.#stream = numbered.info;
    if (numbered.op === 'chat') this.#chat = numbered.settings;
    if (numbered.op === 'retract') this.#forget(numbered);
    this.#control.push(numbered);
    this.#wake();
    return numbered;
  }

  /** Whether something that a person has said waits for the next batch. */
  isAboutToSay(author: string): boolean {
    return this.#queue.holds(author);
  }

  /** Takes the words of a person out of what was told of interactions. */
  redact(author: string): void {
    this.#redact((item) => {
      if (item.op !== 'entry' || item.entry?.author.id !== author) return item;
      const { entry: _words, ...rest } = item;
      return rest;
    });
  }

  /** Takes words out of control items that were told, and of those to be told. */
  #redact(redacted: (item: WireControl) => WireControl): void {
    this.ring.redact(redacted);
    this.#control = this.#control.map(redacted);
    this.#log.redact(redacted);
  }

  #forget(retraction: WireControlOf<'retract'>): void {
    const { by, id, until } = retraction;
    this.#takenBackAt = Math.max(this.#takenBackAt, until ?? 0);
    this.#snapshot.drop();
    this.ring.strip((message) => isAimed(retraction, message));
    this.#redact((item) => {
      if (item.op !== 'notice' || !item.notice || !isAimed(retraction, item.notice)) return item;
      const { notice: _words, ...rest } = item;
      return rest;
    });
    this.#recent = this.#context.records.newestMessages(this.id, snapshotMessages);
    // (What waits for the tick has an id only where it has waited for a word of the staff.)
    const isMeant = (draft: Draft): boolean =>
      by === 'all' ||
      (id !== undefined &&
        (by === 'message' ? draft.id : draft.author.id) === id &&
        (until === undefined || draft.kind !== 'o'));
    const { records, clock } = this.#context;
    for (const { author, cid } of this.#queue.retract(isMeant, `${this.epoch}.retracted`))
      if (cid !== undefined)
        records.addErased(this.id, `${this.epoch}.retracted.${++this.#dropped}`, author.id, cid, clock.now());
  }

  /** The room's state for one who joins: the same bytes for all who join between two batches. */
  snapshotFrame(): Packable {
    const now = this.#context.clock.now();
    return this.#snapshot.get(this.#n, now, () => ({
      k: 'snap',
      ep: this.epoch,
      n: this.#n,
      now,
      stream: this.#stream,
      chat: this.#chat,
      ...this.#log.snapshot(this.#shown, now),
      m: this.#recent,
      viewers: this.audience.count,
      likes: this.#likes.told,
      ...this.messageLikes.newest,
    }));
  }

  #wake(): void {
    if (this.#isClosed) return;
    const { audience } = this;
    const next = this.#flushedAt + this.tick;
    const isLiked = this.#likes.isChanged || this.messageLikes.isChanged;
    if (this.#queue.size > 0 || this.#control.length > 0 || isLiked) this.#pace.wake(next);
    else if (audience.size > 0) {
      const counted = audience.isChanged ? Math.max(next, audience.toldAt + viewersEvery) : Number.POSITIVE_INFINITY;
      this.#pace.wake(Math.min(this.#flushedAt + heartbeat, counted));
    }
  }

  /** Numbers, stores and sends what has gathered. An empty batch is a heartbeat. */
  #flush(): void {
    const { clock, messagesPerSecond, records, load } = this.#context;
    const { audience } = this;
    const now = clock.now();
    const n = this.#n + 1;
    const { rows, settle } = this.#queue.store(records, this.id, `${this.epoch}.${n}`);
    // (Ticks of a busy machine are longer than they should be.)
    const span = Math.min(Math.max(this.tick, now - this.#flushedAt), longestTick);
    const most = messagesPerSecond * shareFor(load.strain);
    const told = sample(rows, Math.max(1, Math.ceil((most * span) / 1000)));
    const control = this.#control;
    this.#control = [];
    this.#shown = this.#log.newest;
    const isLiked = this.#likes.isChanged || this.messageLikes.isChanged;
    const isHeartbeat = rows.length === 0 && control.length === 0 && !isLiked;
    const tellsViewers = isHeartbeat || (audience.isChanged && now - audience.toldAt >= viewersEvery);
    const frame: BatchFrame = {
      k: 'b',
      n,
      t: now,
      cn: this.#shown,
      ...(told.length > 0 ? { m: told } : {}),
      ...(control.length > 0 ? { c: control } : {}),
      ...(tellsViewers ? { viewers: audience.tell(now) } : {}),
      ...(this.#likes.isChanged ? { likes: this.#likes.tell() } : {}),
      ...(this.messageLikes.isChanged ? { ml: this.messageLikes.tell() } : {}),
      ...(told.length < rows.length ? { skipped: rows.length - told.length } : {}),
    };
    this.#n = n;
    this.#flushedAt = now;
    this.#recent = [...this.#recent, ...rows].slice(-snapshotMessages);
    const batch = new Batch(frame);
    this.ring.push(batch, now);
    audience.deliver(batch);
    settle();
    this.#likes.save(now);
  }

  /** Stores what has gathered and stops. */
  close(): void {
    if (this.#isClosed) return;
    this.#pace.sleep();
    if (this.#queue.size > 0 || this.#control.length > 0) this.#flush();
    this.#likes.save(this.#context.clock.now(), true);
    this.#isClosed = true;
  }
}
