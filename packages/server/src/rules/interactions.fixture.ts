// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { InteractionAnswer } from '@vitrine/core/interactions';
import type { WireAnswered, WireInteractions } from '@vitrine/core/wire';
import { ask, newKey, type Answer, type Failure } from '../server.fixture.js';
import type { TokenRequest, VitrineServer } from '../server.js';

/** One person who takes part in a room's interactions, over HTTP. */
export class Person {
  readonly #server: VitrineServer;
  readonly token: string;
  readonly #room: string;

  constructor(server: VitrineServer, token: string, room = 'demo') {
    this.#server = server;
    this.token = token;
    this.#room = room;
  }

  static async of(server: VitrineServer, as: Partial<TokenRequest> = {}): Promise<Person> {
    const { room = 'demo' } = as;
    return new Person(server, await server.issueToken({ ...as, room }), room);
  }

  /** The same person on a server that was started anew with the same secret. */
  on(server: VitrineServer): Person {
    return new Person(server, this.token, this.#room);
  }

  async list(): Promise<WireInteractions> {
    const path = `/rooms/${this.#room}/interactions`;
    return (await ask<WireInteractions>(this.#server.url, 'GET', path, { token: this.token })).body;
  }

  /** The id of the room's one interaction. */
  async id(): Promise<string> {
    const { items } = await this.list();
    const opened = items.flatMap((item) => (item.op === 'open' ? [item.interaction.id] : []));
    assert.equal(opened.length, 1);
    return opened[0] as string;
  }

  post<T>(path: string, body: unknown, key = newKey()): Promise<Answer<T & Failure>> {
    return ask(this.#server.url, 'POST', `/rooms/${this.#room}/interactions${path}`, { token: this.token, key, body });
  }

  async answer(answer: InteractionAnswer | object, key = newKey()): Promise<Answer<WireAnswered & Failure>> {
    return this.post(`/${await this.id()}/answers`, { answer }, key);
  }

  /** Asks and returns the id of the question. */
  async ask(text: string, isPrivate = false): Promise<string> {
    const { status, body } = await this.answer({ do: 'add', text, isPrivate });
    assert.equal(status, 200, JSON.stringify(body));
    return body.entry?.id ?? '';
  }

  vote(option: string, on = true): Promise<Answer<WireAnswered & Failure>> {
    return this.answer({ do: 'count', option, on });
  }

  /** What is asked, and how many want each to be answered, as this person sees it. */
  async questions(): Promise<Record<string, number>> {
    const { items } = await this.list();
    const counts = new Map<string, number>();
    for (const item of items) {
      if (item.op === 'tally') for (const [option, count] of Object.entries(item.counts)) counts.set(option, count);
    }
    return Object.fromEntries(
      items.flatMap((item) =>
        item.op === 'entry' && item.entry ? [[item.entry.text, counts.get(item.entry.id) ?? 0] as const] : [],
      ),
    );
  }
}
