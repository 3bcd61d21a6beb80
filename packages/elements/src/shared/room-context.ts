// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';

// How an element finds the room around it: the community's context protocol
// (https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md), so that a page's own
// provider, made with any library, is understood as well.

/** The key. A symbol by name: two copies of the library on a page still meet. */
export const roomContext: unique symbol = Symbol.for('vitrine-room') as never;

type Answer = (room: Room | null, unsubscribe?: () => void) => void;

/** The question of an element to those around it. */
export class RoomRequest extends Event {
  readonly context: unknown = roomContext;
  /** Whether the answer is wanted again whenever it changes. */
  readonly subscribe = true;
  readonly contextTarget: Element;
  readonly callback: Answer;

  constructor(contextTarget: Element, callback: Answer) {
    super('context-request', { bubbles: true, composed: true });
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

/** Answers those inside an element who ask for their room. */
export class RoomProvider {
  readonly #element: Element;
  /** Who wants to hear of changes, and how each stops that. */
  readonly #subscribers = new Map<Answer, () => void>();
  #room: Room | null = null;

  constructor(element: Element) {
    this.#element = element;
  }

  get room(): Room | null {
    return this.#room;
  }

  set room(room: Room | null) {
    this.#room = room;
    for (const [answer, unsubscribe] of [...this.#subscribers]) answer(room, unsubscribe);
  }

  /** Listens until the signal aborts. */
  provide(signal: AbortSignal): void {
    this.#element.addEventListener('context-request', (event) => this.#asked(event as RoomRequest), { signal });
  }

  #asked(event: RoomRequest): void {
    const { context, callback, subscribe, contextTarget } = event;
    if (context !== roomContext || contextTarget === this.#element || typeof callback !== 'function') return;
    event.stopPropagation();
    if (subscribe && !this.#subscribers.has(callback)) {
      this.#subscribers.set(callback, () => this.#subscribers.delete(callback));
    }
    callback(this.#room, this.#subscribers.get(callback));
  }
}
