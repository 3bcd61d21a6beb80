// SPDX-License-Identifier: MIT
import type { Clock } from '../clock.js';
import type { Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import type { Rooms } from '../rooms/rooms.js';
import type { ChatGate } from './chat-gate.js';
import type { Settle } from './queue.js';
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
  readonly #rooms: Pick<Rooms, 'records' | 'policies'>;
  readonly #gate: ChatGate;
  readonly #clock: Clock;

  constructor(rooms: Pick<Rooms, 'records' | 'policies'>, gate: ChatGate, clock: Clock) {
    this.#rooms = rooms;
    this.#gate = gate;
    this.#clock = clock;
  }

  /** @throws {Refusal} what {@link ChatGate.pass} throws, and `BAD_INPUT` for a bad client id */
  say(writer: Writer, { cid, text, replyTo, claims, connection, settle }: Saying): void {
    if (cid === '' || cid.length > longestCid) {
      throw new Refusal('BAD_INPUT', `A client id has 1 to ${longestCid} characters.`, { field: 'cid' });
    }
    const { records, policies } = this.#rooms;
    if (claims) {
      // A resend is answered before anything is weighed: it says nothing new.
      const known = records.findByCid(writer.id, claims.subject, cid, this.#clock.now());
      if (known !== undefined) return settle(known, null);
      if (writer.waitFor(claims.subject, cid, settle)) return;
    }
    const passed = this.#gate.pass(text, claims, connection, {
      settings: writer.chat,
      policy: policies.of(writer.id),
    });
    if (!claims) return;
    const original = replyTo === undefined ? undefined : records.findMessage(writer.id, replyTo);
    writer.say({
      author: {
        id: claims.subject,
        n: claims.name ?? 'Guest',
        ...(claims.role === 'viewer' ? {} : { r: claims.role }),
      },
      text: passed,
      cid,
      ...(original ? { re: { i: original.i, n: original.u.n } } : {}),
      settle,
    });
  }
}
