// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const doneFor = 1600;

/** Which products are on their way into the bag, and which have just got there. */
export class AddingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly states = new Map<string, 'busy' | 'done'>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.states.clear();
  }

  /** @param act resolves with whether it is in the bag, or null when the page saw to it; @returns the same, null while busy */
  async run(id: string, act: () => Promise<boolean | null>): Promise<boolean | null> {
    if (this.states.get(id) === 'busy') return null;
    this.#set(id, 'busy');
    const isAdded = await act().catch(() => false);
    this.#set(id, isAdded ? 'done' : null);
    if (isAdded) setTimeout(() => this.states.get(id) === 'done' && this.#set(id, null), doneFor);
    return isAdded;
  }

  #set(id: string, state: 'busy' | 'done' | null): void {
    if (state) this.states.set(id, state);
    else this.states.delete(id);
    this.#host.requestUpdate();
  }
}
