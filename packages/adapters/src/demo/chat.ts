// SPDX-License-Identifier: MIT
import {
  isAimed,
  type ChatAuthor,
  type ChatEvent,
  type ChatMessage,
  type ChatNotice,
  type ChatPort,
  type ChatSettings,
  type CommandOptions,
  type EpochMs,
  type NoticeEvent,
  type RetractTarget,
  type Retraction,
  type StreamHost,
} from '@vitrine/core';
import { feed } from '../shared/feed.js';
import type { DemoModeration } from './moderation.js';
import type { DemoSending } from './sending.js';
import type { Stage } from './stage.js';
import type { Line } from './words.js';

const kept = 200;

/** Who says something, and whether they are a guest. */
export interface Speaker extends ChatAuthor {
  readonly isGuest: boolean;
}

/** Holds what viewers say against the rules of the room. @throws {VitrineError} `MUTED`, `MESSAGE_REFUSED`, `FORBIDDEN` */
export interface Gate {
  /** What somebody has said that waits. */
  waitingOf(author: string): readonly ChatMessage[];
  /** What waits and is taken out is not said any more. */
  drop(target: Retraction): void;
  /** @returns true where it is not said now: it waits, or nobody is to see it */
  takes(speaker: Speaker, message: ChatMessage): boolean;
}

/** The pretended chat: remembers what was said, refuses what the settings forbid. */
export class DemoChat {
  readonly #stage: Stage;
  readonly host: ChatAuthor;
  /** What the stickers say. */
  readonly labels: readonly string[];
  #sending: Promise<DemoSending> | undefined;
  #messages: ChatMessage[] = [];
  #notice: NoticeEvent | null = null;
  settings: ChatSettings;
  #number = 0;
  #takenBackAt: EpochMs = 0;
  readonly #feed;
  /** There from the first word of the staff on. */
  gate: Gate | null = null;

  constructor(stage: Stage, { name, avatar }: StreamHost, labels: readonly string[]) {
    this.#stage = stage;
    this.labels = labels;
    this.host = { id: 'host', name, role: 'host', ...(avatar && { avatar }) };
    this.settings = { mode: 'open', slowMode: 0, maximumLength: 200, ...stage.options.chat };
    this.#feed = stage.carry(
      feed<ChatEvent>(() => [
        { kind: 'settings', settings: this.settings },
        ...this.#messages.map((message) => ({ kind: 'message', message }) as const),
        ...(this.#notice ? [this.#notice] : []),
      ]),
    );
  }

  add(author: ChatAuthor, text: string, more?: Partial<ChatMessage>): string {
    const message = this.#made(author, text, more);
    this.publish(message);
    return message.id;
  }

  /** A viewer says something, by the rules of the room. @throws {VitrineError} what {@link Gate} throws */
  say({ isGuest, ...author }: Speaker, text: string, more?: Partial<ChatMessage>): string {
    const message = this.#made(author, text, more);
    if (!this.gate?.takes({ ...author, isGuest }, message)) this.publish(message);
    return message.id;
  }

  /** What somebody was called who has written here. */
  nameOf(author: string): string | undefined {
    return this.#messages.findLast((message) => message.author.id === author)?.author.name;
  }

  /** What was made is said. */
  publish(message: ChatMessage): void {
    this.#messages = [...this.#messages, message].slice(-kept);
    this.#feed.send({ kind: 'message', message });
  }

  #made(author: ChatAuthor, text: string, more: Partial<ChatMessage> = {}): ChatMessage {
    const now = Math.max(this.#stage.clock.now(), this.#takenBackAt + 1);
    return { id: `m${++this.#number}`, author, text, sentAt: now, at: now, ...more };
  }

  /** The host says something. */
  present(text: string, more?: Partial<ChatMessage>): void {
    this.add(this.host, text, more);
  }

  /** The room's own words about a purchase. */
  order(name: string, what: string): void {
    this.add({ id: `shopper-${name}`, name, role: 'viewer' }, what, { kind: 'order' });
  }

  /** What was said before the viewer came. */
  recall(lines: readonly Line[], now: EpochMs, random: () => number): void {
    lines.forEach((line, index) => {
      const at = now - (lines.length - index) * 7_000 + Math.round(random() * 5_000);
      const when = { sentAt: at, at };
      if ('order' in line)
        this.add({ id: `shopper-${line.order}`, name: line.order, role: 'viewer' }, line.what, {
          kind: 'order',
          ...when,
        });
      else if ('name' in line) {
        const { name, text, role = 'viewer', isVerified } = line;
        this.add({ id: `shopper-${name}`, name, role, ...(isVerified && { isVerified }) }, text, when);
      } else this.present(line.text, when);
    });
  }

  retract(target: Retraction): void {
    this.gate?.drop(target);
    this.#messages = this.#messages.filter((message) => !isAimed(target, message));
    if (this.#notice?.notice && isAimed(target, this.#notice.notice)) this.#notice = null;
    this.#feed.send({ kind: 'retract', target });
  }

  /** What this viewer has said and is to be seen. */
  get own(): readonly ChatMessage[] {
    return this.#messages.filter(({ author, kind }) => author.id === this.#stage.viewer.id && kind !== 'order');
  }

  /** What this viewer has said that waits for a word of the staff. */
  get ownWaiting(): readonly ChatMessage[] {
    return this.gate?.waitingOf(this.#stage.viewer.id) ?? [];
  }

  /** Takes out what this viewer has said until now. */
  takeBack(): void {
    const all = [...this.own, ...this.ownWaiting];
    if (all.length === 0) return;
    const until = Math.max(...all.map(({ sentAt }) => sentAt));
    this.retract({ kind: 'author', id: this.#stage.viewer.id, until });
    this.#takenBackAt = until;
  }

  /** What is to be seen of all that was said, the newest at the end. */
  get said(): readonly ChatMessage[] {
    return this.#messages;
  }

  find(id: string): ChatMessage | undefined {
    return this.#messages.find((message) => message.id === id);
  }

  /** From now on this stands at the top of the chat. */
  stand(notice: ChatNotice | null): void {
    this.#notice = { kind: 'notice', notice, at: this.#stage.clock.now() };
    this.#feed.send(this.#notice);
  }

  configure(change: Partial<ChatSettings>): void {
    this.settings = { ...this.settings, ...change };
    this.#feed.send({ kind: 'settings', settings: this.settings });
  }

  /** @param desk the staff's, fetched when there is something to do at it */
  port(life: AbortSignal, desk: () => Promise<DemoModeration>): ChatPort {
    const stage = this.#stage;
    const act = async (
      run: (all: DemoModeration) => void,
      { commandId, signal }: Pick<CommandOptions, 'commandId' | 'signal'>,
    ): Promise<void> => {
      const all = await desk();
      return stage.answer(() => stage.once(commandId, () => run(all)), signal, life);
    };
    const speak = async <T>(run: (sending: DemoSending) => T, signal: AbortSignal): Promise<T> => {
      const sending = await (this.#sending ??= import('./sending.js').then(
        ({ DemoSending }) => new DemoSending(stage, this),
      ));
      return stage.answer(() => run(sending), signal, life);
    };
    return {
      subscribe: (sink, { signal }) => this.#feed.subscribe(sink, [signal, life]),
      send: (draft, { signal }) => speak((sending) => ({ id: sending.send(draft) }), signal),
      stickers: ({ signal }) => speak(({ stickers }) => stickers, signal),
      report: (id, { reason, ...options }) => act((all) => all.report(id, stage.viewer.id, reason), options),
      ...(stage.isStaff && {
        retract: (target: RetractTarget, { signal }) => stage.answer(() => this.retract(target), signal, life),
        configure: (change: Partial<ChatSettings>, { signal }) =>
          stage.answer(() => this.configure(change), signal, life),
        pin: (target, { until, ...options }) => act((all) => all.pin(target, until), options),
      }),
    } as ChatPort;
  }
}
