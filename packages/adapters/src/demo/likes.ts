// SPDX-License-Identifier: MIT
// Who likes what is said in the pretended chat. A chunk of its own, fetched when somebody asks.
import { isStaff, VitrineError, type ChatMessage } from '@vitrine/core';
import type { LikesPort, MessageLikes } from '@vitrine/core/likes';
import { feed } from '../shared/feed.js';
import type { DemoChat } from './chat.js';
import type { Stage } from './stage.js';

/** The audience likes something so often, in ms, and one of so many of the newest messages. */
const often = 2_000;
const spread = 4_000;
const newest = 12;

/** Counts likes; the pretended audience likes what is said, and what the host says most. */
export class DemoLikes {
  readonly #stage: Stage;
  readonly #chat: DemoChat;
  readonly #counts = new Map<string, number>();
  /** What this viewer likes, the newest at the end. */
  readonly #own = new Set<string>();
  readonly #feed;
  #listeners = 0;
  /** Ends the applause. */
  #stop = (): void => undefined;
  /** Counts what the audience has done. (No chance: what is said must not depend on who likes it.) */
  #turn = 0;

  constructor({ stage, chat }: { readonly stage: Stage; readonly chat: DemoChat }) {
    this.#stage = stage;
    this.#chat = chat;
    this.#feed = stage.carry(feed<MessageLikes>(() => this.#told));
    if (this.#isScripted) for (const message of chat.said) this.#applaud(message);
  }

  get #told(): MessageLikes[] {
    return [...this.#counts].flatMap(([id, count]) => (this.#chat.find(id) ? { id, count } : []));
  }

  get #isScripted(): boolean {
    return this.#stage.options.isScripted ?? true;
  }

  /** More people like a message, or fewer. */
  add(id: string, more = 1): void {
    this.#counts.set(id, Math.max(0, (this.#counts.get(id) ?? 0) + more));
    for (const known of this.#counts.keys()) if (!this.#chat.find(known)) this.#counts.delete(known);
    const count = this.#counts.get(id);
    if (count !== undefined) this.#feed.send({ id, count });
  }

  #applaud({ id, author, kind }: ChatMessage): void {
    const most = isStaff(author.role) ? 9 : 3;
    const more = (this.#turn++ * 5) % most;
    if (kind !== 'order' && more > 0) this.add(id, more);
  }

  readonly #act = (): void => {
    const some = this.#chat.said.slice(-newest);
    const message = some[(this.#turn * 7) % some.length];
    if (message) this.#applaud(message);
    this.#wait();
  };

  #wait(): void {
    this.#stop = this.#stage.clock.schedule(this.#act, often + ((this.#turn * 1_700) % spread));
  }

  #listen(signal: AbortSignal): void {
    if (!this.#isScripted || signal.aborted) return;
    if (this.#listeners++ === 0) this.#wait();
    const leave = (): void => {
      if (--this.#listeners === 0) this.#stop();
    };
    signal.addEventListener('abort', leave, { once: true });
  }

  /** @throws {VitrineError} `BAD_INPUT`, `AUTH_REQUIRED` */
  #set(id: string, isLiked: boolean): void {
    const { viewer } = this.#stage;
    const message = this.#chat.find(id);
    if (isLiked && (!message || message.kind === 'order' || message.author.id === viewer.id))
      throw new VitrineError('BAD_INPUT', 'The demo has no such message of somebody else.', { field: 'message' });
    if (isLiked && this.#chat.settings.mode === 'members' && viewer.isGuest)
      throw new VitrineError('AUTH_REQUIRED', 'Only members take part here.');
    if (this.#own.has(id) === isLiked) return;
    if (isLiked) this.#own.add(id);
    else this.#own.delete(id);
    this.add(id, isLiked ? 1 : -1);
  }

  port(life: AbortSignal): Required<LikesPort> {
    const stage = this.#stage;
    return {
      subscribe: (sink, { signal }) => {
        this.#listen(life);
        this.#feed.subscribe(sink, [signal, life]);
      },
      set: (id, isLiked, { signal }) => stage.answer(() => this.#set(id, isLiked), signal, life),
      own: ({ signal }) =>
        stage.answer(() => [...this.#own].filter((id) => this.#chat.find(id)).reverse(), signal, life),
    };
  }
}
