// SPDX-License-Identifier: MIT
import type { Ms, RequestAnswer, RequestDetail, RequestName, Room } from '@vitrine/core';
import type { Decision, WaitingMessage } from '@vitrine/core/moderation';

/** What is done about some messages, and can still be taken back. */
export interface Step {
  readonly messages: readonly WaitingMessage[];
  readonly decision: Decision;
  /** The writer is muted with it. */
  readonly isMuted: boolean;
}

export interface LastStepLink {
  room(): Room | null;
  /** Whether the element is on the page: the page has its say then. */
  isHere(): boolean;
  /** Whether the way back has the focus: nothing is done meanwhile. */
  isKept(): boolean;
  ask<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N> | null>;
  changed(): void;
  /** Somebody else was faster. */
  gone(): void;
  failed(thrown: unknown): void;
}

const undoFor: Ms = 6000;
const muteFor: Ms = 600_000;

/** The last thing that was done in the queue: not yet, but in six seconds, unless it is taken back. */
export class LastStep {
  readonly #link: LastStepLink;
  #last: (Step & { readonly room: Room; timer: ReturnType<typeof setTimeout> }) | null = null;

  constructor(link: LastStepLink) {
    this.#link = link;
  }

  get step(): Step | null {
    return this.#last;
  }

  has(id: string): boolean {
    return this.#last?.messages.some((message) => message.id === id) ?? false;
  }

  /** One step can be taken back: the one before is meant now. */
  take(step: Step): void {
    const room = this.#link.room();
    if (!room) return;
    this.leave();
    this.#last = { ...step, room, timer: this.#soon() };
    this.#link.changed();
  }

  /** @returns the step that is not taken after all */
  takeBack(): Step | null {
    const last = this.#last;
    if (last) clearTimeout(last.timer);
    this.#last = null;
    this.#link.changed();
    return last;
  }

  /** It is meant. */
  leave(): void {
    const step = this.#last;
    if (!step) return;
    const { messages, decision, isMuted, room } = step;
    this.takeBack();
    const isWatched = this.#link.isHere() && room === this.#link.room();
    const ask = <N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N> | null> =>
      isWatched ? this.#link.ask(name, detail) : room.request(name, detail);
    const [first] = messages;
    if (!first) return;
    const { id, author } = first;
    // (Null: the page has taken it over.)
    const decide = async (): Promise<boolean> => {
      if (messages.length === 1) return (await ask('moderation:decide', { id, decision })) !== false;
      const count = await ask('moderation:decide-all', { ids: messages.map((one) => one.id), decision });
      return count === null || count === messages.length;
    };
    const failed = (thrown: unknown): void => {
      if (isWatched) this.#link.failed(thrown);
    };
    if (isMuted) ask('moderation:restrict', { person: author.id, restriction: 'muted', for: muteFor }).catch(failed);
    decide().then((isAll) => {
      if (isWatched && !isAll) this.#link.gone();
    }, failed);
  }

  #soon(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      const last = this.#last;
      if (!last) return;
      if (!this.#link.isKept()) return this.leave();
      last.timer = this.#soon();
    }, undoFor);
  }
}
