// SPDX-License-Identifier: MIT
import { isStaff, type ChatMessage } from '@vitrine/core';
import { formatNumber } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { DeskWords } from './desk.strings.js';

const most = 3;

/** What the announcer needs of its element. */
export interface AnnouncerLink {
  /** Whether the viewer wants the whole chat read out. */
  isOn(): boolean;
  words(): Pick<Strings<DeskWords>, 'newMessages'>;
  /** What is read of a message. */
  spoken(message: ChatMessage): string;
  locale(): string;
  /** Whether a message answers this viewer. */
  isForViewer(message: ChatMessage): boolean;
  /** Speaks by the live region. */
  say(text: string): void;
}

/**
 * Reads the chat to those who listen: what answers them always, the rest when they asked for it; gathered for five
 * seconds, the host first, three messages, then how many more there are.
 */
export class Announcer {
  readonly #link: AnnouncerLink;
  readonly #between: number;
  #waiting: ChatMessage[] = [];
  /** How many were left out of the chat meanwhile. */
  #leftOut = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Number.NEGATIVE_INFINITY;

  constructor(link: AnnouncerLink, between = 5000) {
    this.#link = link;
    this.#between = between;
  }

  hear(messages: readonly ChatMessage[]): void {
    const isOn = this.#link.isOn();
    const heard = messages.filter((message) => isOn || this.#link.isForViewer(message));
    if (heard.length === 0) return;
    this.#waiting.push(...heard);
    const wait = heard.some((message) => this.#link.isForViewer(message))
      ? this.#last + this.#between - performance.now()
      : this.#between;
    this.#timer ??= setTimeout(() => this.#speak(), Math.max(0, wait));
  }

  /** So many messages are said and not shown: they are counted among those that are not read out. */
  leaveOut(count: number): void {
    if (!this.#link.isOn()) return;
    this.#leftOut += count;
    this.#timer ??= setTimeout(() => this.#speak(), this.#between);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
    this.#leftOut = 0;
  }

  #speak(): void {
    const words = this.#link.words();
    const rank = (message: ChatMessage): number =>
      this.#link.isForViewer(message) ? 0 : isStaff(message.author.role) ? 1 : 2;
    const ordered = this.#waiting.sort((one, other) => rank(one) - rank(other));
    const spoken = ordered.slice(0, most).map((message) => this.#link.spoken(message));
    const more = ordered.length - spoken.length + this.#leftOut;
    if (more > 0) spoken.push(words.newMessages(more, formatNumber(more, this.#link.locale())));
    this.stop();
    this.#last = performance.now();
    this.#link.say(spoken.join('. '));
  }
}
