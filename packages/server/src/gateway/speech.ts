// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import type { Clock } from '../clock.js';
import { isStaff, type Claims } from '../identity/claims.js';
import { toRefusal } from '../http/failure.js';
import { notHere, Refusal } from '../refusal.js';
import { mutedUntil } from '../rooms/people.js';
import type { Rooms } from '../rooms/rooms.js';
import { labelLimits, type RoomSticker } from '../rooms/stickers.js';
import type { ChatGate } from './chat-gate.js';
import type { Draft, Settle } from './queue.js';
import type { Reviewer, Verdict } from './review.js';
import type { Writer } from './writer.js';

/** A message as a client sends it. */
export interface Saying {
  readonly cid: string;
  readonly text: string;
  readonly replyTo: string | undefined;
  /** The id of a sticker, which says it instead of words. */
  readonly sticker?: string | undefined;
  readonly claims: Claims | null;
  readonly connection: string;
  readonly settle: Settle;
}

const longestCid = 64;
/** When one whose message was refused for want of strength may write: not all of them at once. */
const shortestRest: Ms = 3000;
const spreadRest: Ms = 4000;
const mostUnseen = 10_000;
/** Ids of messages that no batch has numbered begin so far up that they meet none that one does. */
const firstApart = 100_000;

/** A message that has passed the gate, before it is known what becomes of it. */
type Passed = Pick<Draft, 'author' | 'text' | 're' | 'st'> & { readonly cid: string };

/** A message that is out for review. */
interface Reviewed {
  readonly room: string;
  readonly author: string;
  readonly settle: Settle[];
  isGone: boolean;
}

/** Brings a client's message to its room, once. */
export class Speech {
  readonly #rooms: Pick<Rooms, 'records' | 'policies' | 'stickers' | 'people' | 'held' | 'load'>;
  readonly #gate: ChatGate;
  readonly #clock: Clock;
  readonly #reviewer: Pick<Reviewer, 'ask'> | null;
  /** What is out for review, by room, author and client id. */
  readonly #reviewed = new Map<string, Reviewed>();
  /** What the author's next message waits for, by room and author. */
  readonly #turns = new Map<string, Promise<void>>();
  /** Which ids were told of messages that nobody sees, by room, author and client id. */
  readonly #unseen = new Map<string, string>();
  #apart = 0;

  /** @param reviewer null: nobody is asked */
  constructor(
    rooms: Pick<Rooms, 'records' | 'policies' | 'stickers' | 'people' | 'held' | 'load'>,
    gate: ChatGate,
    clock: Clock,
    reviewer: Pick<Reviewer, 'ask'> | null,
  ) {
    this.#rooms = rooms;
    this.#gate = gate;
    this.#clock = clock;
    this.#reviewer = reviewer;
  }

  /**
   * @throws {Refusal} what {@link ChatGate.pass} and {@link Stickers.find} throw, `MUTED`, `RATE_LIMITED`, and `BAD_INPUT` for a
   *   bad client id, or words beside a sticker
   */
  say(writer: Writer, { cid, text, replyTo, sticker, claims, connection, settle }: Saying): void {
    if (cid === '' || cid.length > longestCid) {
      throw new Refusal('BAD_INPUT', `A client id has 1 to ${longestCid} characters.`, { field: 'cid' });
    }
    const { records, policies, held } = this.#rooms;
    const key = JSON.stringify([writer.id, claims?.subject, cid]);
    if (claims) {
      // A resend is answered before anything is weighed: it says nothing new.
      const known =
        records.findByCid(writer.id, claims.subject, cid, this.#clock.now()) ??
        held.findByCid(writer.id, claims.subject, cid) ??
        this.#unseen.get(key);
      if (known !== undefined) return settle(known, null);
      const others = this.#reviewed.get(key);
      if (others) return void others.settle.push(settle);
      if (writer.waitFor(claims.subject, cid, settle)) return;
      this.#checkWord(writer, claims);
      // (Before it costs anything, and counts for nothing.)
      this.#checkStrength(claims);
    }
    const policy = policies.of(writer.id);
    const meant = claims && sticker !== undefined ? this.#sticker(writer.id, sticker, text) : null;
    // (How long a label may be is not a matter of how long messages may be.)
    const settings = meant ? { ...writer.chat, maximumLength: labelLimits.graphemes } : writer.chat;
    const passed = this.#gate.pass(meant?.label ?? text, claims, connection, { settings, policy });
    if (!claims) return;
    const original = replyTo === undefined ? undefined : records.findMessage(writer.id, replyTo);
    const message: Passed = {
      author: {
        id: claims.subject,
        n: claims.name ?? 'Guest',
        ...(claims.role === 'viewer' ? {} : { r: claims.role }),
        ...(claims.isVerified ? { v: true } : {}),
      },
      text: passed,
      cid,
      ...(original ? { re: { i: original.i, n: original.u.n } } : {}),
      ...(meant ? { st: { i: meant.id, u: meant.url } } : {}),
    };
    if (!this.#reviewer || isStaff(claims.role)) return this.#conclude('allow', writer, claims, message, settle);
    this.#review(this.#reviewer, key, writer, claims, message, settle);
  }

  /** What an author has out for review is not said any more: they, or all, were taken out of the chat. */
  retract(room: string, isRetracted: (author: string) => boolean): void {
    for (const waiting of this.#reviewed.values())
      if (waiting.room === room && isRetracted(waiting.author)) waiting.isGone = true;
  }

  /** @throws {Refusal} `MESSAGE_REFUSED` where there is none, `BAD_INPUT` for words beside it */
  #sticker(room: string, id: string, text: string): RoomSticker {
    if (text === '') return this.#rooms.stickers.find(room, id);
    throw new Refusal('BAD_INPUT', 'A message is a sticker or words.', {
      field: 'text',
      mend: 'Send them one by one.',
    });
  }

  /** @throws {Refusal} `MUTED` */
  #checkWord(writer: Writer, claims: Claims): void {
    const now = this.#clock.now();
    const restricted = isStaff(claims.role) ? null : this.#rooms.people.of(writer.id, claims.subject, now);
    if (restricted && restricted.restriction !== 'shadowed') throw mutedUntil(restricted.until, now);
  }

  /** @throws {Refusal} `RATE_LIMITED` while the process does not keep up; the staff is heard whatever happens */
  #checkStrength({ role }: Claims): void {
    if (this.#rooms.load.strain < 2 || isStaff(role)) return;
    const retryAfter = shortestRest + Math.round(Math.random() * spreadRest);
    throw new Refusal('RATE_LIMITED', 'More is going on than can be told.', { retryAfter });
  }

  /** An id like any other: nobody reads from it what became of a message. */
  #id({ epoch, n }: Writer): string {
    return `${epoch}.${n + 1}.${firstApart + this.#apart++}`;
  }

  /** Answers as for any message, also a resend, and says nothing. */
  #drop(writer: Writer, { author, cid }: Passed, settle: Settle): void {
    const id = this.#id(writer);
    this.#unseen.set(JSON.stringify([writer.id, author.id, cid]), id);
    const [oldest] = this.#unseen.keys();
    if (this.#unseen.size > mostUnseen && oldest !== undefined) this.#unseen.delete(oldest);
    settle(id, null);
  }

  /** Does what is to be done with a message that has passed, by what holds now. @throws {Refusal} */
  #conclude(verdict: Verdict, writer: Writer, claims: Claims, message: Passed, settle: Settle): void {
    const { people, policies, held } = this.#rooms;
    const { author, text, cid, re, st } = message;
    const now = this.#clock.now();
    if (verdict === 'refuse') throw notHere('text');
    // (Shadowed: it looks as ever to who wrote it, who would only come back under another name.)
    if (!isStaff(claims.role) && people.of(writer.id, author.id, now)) return this.#drop(writer, message, settle);
    if (verdict === 'allow' && !policies.of(writer.id).holds(claims)) return writer.say({ ...message, settle });
    const id = this.#id(writer);
    const guest = claims.isGuest ? ({ g: true } as const) : {};
    const more = { ...(re ? { re } : {}), ...(st ? { st } : {}), ...guest };
    held.add(writer.id, { i: id, u: author, x: text, t: now, ...more }, cid, now);
    settle(id, null);
  }

  /** Asks about a message, and concludes in the order in which its author wrote. */
  #review(
    reviewer: Pick<Reviewer, 'ask'>,
    key: string,
    writer: Writer,
    claims: Claims,
    message: Passed,
    settle: Settle,
  ): void {
    const { id: author, n: name } = message.author;
    const waiting: Reviewed = { room: writer.id, author, settle: [settle], isGone: false };
    this.#reviewed.set(key, waiting);
    const tell: Settle = (id, error) => {
      for (const one of waiting.settle) one(id, error);
    };
    const asking = reviewer.ask({
      room: writer.id,
      author: { id: author, name, isGuest: claims.isGuest },
      text: message.text,
    });
    const person = JSON.stringify([writer.id, author]);
    const turn = Promise.all([asking, this.#turns.get(person)]).then(([verdict]) => {
      this.#reviewed.delete(key);
      if (this.#turns.get(person) === turn) this.#turns.delete(person);
      if (waiting.isGone) return this.#drop(writer, message, tell);
      try {
        // (Much may have happened meanwhile.)
        this.#checkWord(writer, claims);
        this.#conclude(verdict ?? this.#rooms.policies.of(writer.id).told.unreviewed, writer, claims, message, tell);
      } catch (thrown) {
        tell(null, toRefusal(thrown));
      }
    });
    this.#turns.set(person, turn);
  }
}
