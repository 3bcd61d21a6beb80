// SPDX-License-Identifier: MIT
import type { OwnMessage, OwnQuestion } from '@vitrine/core/own-words';
import type { WireOwnWords } from '@vitrine/core/wire';
import type { Clock } from '../clock.js';
import type { Gateway } from '../gateway/gateway.js';
import type { Claims } from '../identity/claims.js';
import type { Interactions } from '../rules/interactions.js';
import type { Rooms } from './rooms.js';

type Found =
  | { readonly position: number; readonly message: OwnMessage }
  | { readonly position: number; readonly question: OwnQuestion };

/** Whose words, and where. */
export type Writer = Pick<Claims, 'room' | 'subject' | 'role'>;

/** How much was taken out. */
export interface Erased {
  readonly messages: number;
  readonly questions: number;
}

/** What one person wrote in a room, to be handed to them, or taken out for good. Orders are no part of it. */
export class OwnWords {
  readonly #rooms: Rooms;
  readonly #interactions: Pick<Interactions, 'entriesOf' | 'erase'>;
  readonly #gateway: Pick<Gateway, 'retract'>;
  readonly #clock: Clock;

  constructor(
    rooms: Rooms,
    interactions: Pick<Interactions, 'entriesOf' | 'erase'>,
    gateway: Pick<Gateway, 'retract'>,
    clock: Clock,
  ) {
    this.#rooms = rooms;
    this.#interactions = interactions;
    this.#gateway = gateway;
    this.#clock = clock;
  }

  /** The places where words are, in the order in which they are read: what was said, what waits, what was asked. */
  readonly #places: readonly ((writer: Writer, after: number, most: number) => readonly Found[])[] = [
    ({ room, subject }, after, most) =>
      this.#rooms.records.messagesOf(room, subject, after, most).map(({ position, message, isRetracted }) => {
        const { i: id, x: text, t: sentAt, at, re } = message;
        const reply = re ? { replyTo: { id: re.i, name: re.n } } : {};
        return { position, message: { id, text, sentAt, at, ...reply, state: isRetracted ? 'removed' : 'shown' } };
      }),
    ({ room, subject }, after, most) =>
      this.#rooms.held
        .of(room, subject, after, most)
        .map(({ position, message: { i: id, x: text, t: sentAt, re } }) => {
          const reply = re ? { replyTo: { id: re.i, name: re.n } } : {};
          return { position, message: { id, text, sentAt, ...reply, state: 'waiting' } };
        }),
    ({ room, subject }, after, most) =>
      this.#interactions.entriesOf(room, subject, after, most).map(({ position, interaction, id, text, at }) => ({
        position,
        question: { id, interaction, text, at },
      })),
  ];

  /** @param after what an answer before had as `next` */
  read(writer: Writer, after: string | undefined, most: number): WireOwnWords {
    const [first = 0, last = 0] = (after ?? '0.0').split('.').map(Number);
    const messages: OwnMessage[] = [];
    const questions: OwnQuestion[] = [];
    for (let place = first; place < this.#places.length; place++) {
      const left = most - messages.length - questions.length;
      const found = this.#places[place]?.(writer, place === first ? last : 0, left) ?? [];
      for (const one of found) {
        if ('message' in one) messages.push(one.message);
        else questions.push(one.question);
      }
      const end = found.at(-1)?.position;
      if (end !== undefined && found.length >= left) return { messages, questions, next: `${place}.${end}` };
    }
    return { messages, questions };
  }

  /**
   * Takes everything out in one transaction: after it the words are in no table, and the retraction that tells every viewer
   * is in the log, so that the end of the process in between loses neither. Where nothing is left nobody is told.
   */
  erase({ room, subject, role }: Writer): Erased {
    const { records, held, reports } = this.#rooms;
    const writer = this.#rooms.writer(room);
    return records.database.transaction(() => {
      const now = this.#clock.now();
      const said = records.countOf(room, subject);
      const isAboutToSay = writer.isAboutToSay(subject);
      const hasStood = records.hasNoticeOf(room, subject);
      // (What is out for review has reached nobody.)
      this.#gateway.retract(room, (author) => author === subject);
      const waited = held.retract(room, 'author', subject, now);
      const questions = this.#interactions.erase(room, subject);
      reports.forget(room, subject);
      if (said > 0 || isAboutToSay || hasStood)
        writer.control({ op: 'retract', by: 'author', id: subject, until: now });
      const erased = { messages: said + waited, questions };
      if (erased.messages + questions > 0 || hasStood)
        records.audit(room, subject, role, { op: 'forget', ...erased }, now);
      return erased;
    });
  }
}
