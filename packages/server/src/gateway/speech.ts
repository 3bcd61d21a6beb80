// SPDX-License-Identifier: MIT
import type { Clock } from '../clock.js';
import { isStaff, type Claims } from '../identity/claims.js';
import { newId } from '../ids.js';
import { toRefusal } from '../http/failure.js';
import { notHere, Refusal } from '../refusal.js';
import { mutedUntil } from '../rooms/people.js';
import type { Rooms } from '../rooms/rooms.js';
import type { ChatGate } from './chat-gate.js';
import type { Settle } from './queue.js';
import type { Reviewer, Verdict } from './review.js';
import type { Writer } from './writer.js';

/** A message as a client sends it. */
export interface Saying {
  readonly cid: string;
  readonly text: string;
  readonly replyTo: string | undefined;
  readonly claims: Claims | null;
  readonly connection: string;
  readonly settle: Settle;
}

const longestCid = 64;

/** Brings a client's message to its room, once. */
export class Speech {
  readonly #rooms: Pick<Rooms, 'records' | 'policies' | 'people' | 'held'>;
  readonly #gate: ChatGate;
  readonly #clock: Clock;
  readonly #reviewer: Pick<Reviewer, 'ask'> | null;
  /** Who waits for what becomes of a message that is reviewed, by room, author and client id. */
  readonly #reviewed = new Map<string, Settle[]>();

  /** @param reviewer null: nobody is asked */
  constructor(
    rooms: Pick<Rooms, 'records' | 'policies' | 'people' | 'held'>,
    gate: ChatGate,
    clock: Clock,
    reviewer: Pick<Reviewer, 'ask'> | null,
  ) {
    this.#rooms = rooms;
    this.#gate = gate;
    this.#clock = clock;
    this.#reviewer = reviewer;
  }

  /** @throws {Refusal} what {@link ChatGate.pass} throws, `MUTED`, and `BAD_INPUT` for a bad client id */
  say(writer: Writer, { cid, text, replyTo, claims, connection, settle }: Saying): void {
    if (cid === '' || cid.length > longestCid) {
      throw new Refusal('BAD_INPUT', `A client id has 1 to ${longestCid} characters.`, { field: 'cid' });
    }
    const { records, policies, people, held } = this.#rooms;
    const policy = policies.of(writer.id);
    const key = JSON.stringify([writer.id, claims?.subject, cid]);
    const now = this.#clock.now();
    const restricted = claims && !isStaff(claims.role) ? people.of(writer.id, claims.subject, now) : null;
    if (claims) {
      // A resend is answered before anything is weighed: it says nothing new.
      const known = records.findByCid(writer.id, claims.subject, cid, now);
      if (known !== undefined) return settle(known, null);
      const waiting = held.findByCid(writer.id, claims.subject, cid);
      if (waiting !== undefined) return settle(waiting, null);
      const others = this.#reviewed.get(key);
      if (others) return void others.push(settle);
      if (writer.waitFor(claims.subject, cid, settle)) return;
    }
    if (restricted && restricted.restriction !== 'shadowed') throw mutedUntil(restricted.until, now);
    const passed = this.#gate.pass(text, claims, connection, {
      settings: writer.chat,
      policy,
    });
    if (!claims) return;
    // (It looks as ever to who wrote it: they would only come back under another name.)
    if (restricted) return settle(`${writer.epoch}.${newId()}`, null);
    const original = replyTo === undefined ? undefined : records.findMessage(writer.id, replyTo);
    const author = {
      id: claims.subject,
      n: claims.name ?? 'Guest',
      ...(claims.role === 'viewer' ? {} : { r: claims.role }),
    };
    const re = original ? { re: { i: original.i, n: original.u.n } } : {};
    const conclude = (verdict: Verdict, tell: Settle): void => {
      if (verdict === 'refuse') throw notHere('text');
      if (verdict === 'allow' && !policy.holds(claims))
        return writer.say({ author, text: passed, cid, ...re, settle: tell });
      const id = `${writer.epoch}.${newId()}`;
      held.add(writer.id, { i: id, u: author, x: passed, t: now, ...re }, cid);
      tell(id, null);
    };
    if (!this.#reviewer || isStaff(claims.role)) return conclude('allow', settle);
    const waiting = [settle];
    const tell: Settle = (id, error) => {
      for (const one of waiting) one(id, error);
    };
    this.#reviewed.set(key, waiting);
    const message = {
      room: writer.id,
      author: { id: author.id, name: author.n, isGuest: claims.isGuest },
      text: passed,
    };
    void this.#reviewer.ask(message).then((verdict) => {
      this.#reviewed.delete(key);
      try {
        conclude(verdict ?? policies.of(writer.id).told.unreviewed, tell);
      } catch (thrown) {
        tell(null, toRefusal(thrown));
      }
    });
  }
}
