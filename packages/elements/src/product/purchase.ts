// SPDX-License-Identifier: MIT
import { toVitrineError } from '@vitrine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { refusalOf, type Refusal } from '../shared/refusal.js';

/** What is being done, or was just done. */
export type Deed = 'adding' | 'added' | 'buying' | null;

/** What came of it: whether something is in the bag now, and what the shop said against it. */
export interface Outcome {
  readonly isAdded?: boolean;
  readonly refusal?: Refusal | undefined;
}

const doneFor = 1600;

/** Adds or buys, one at a time, and remembers what came of it. */
export class PurchaseController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #told: (outcome: Outcome) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  deed: Deed = null;
  refusal: Refusal | null = null;

  /** @param told hears what came of each deed */
  constructor(host: ReactiveControllerHost, told: (outcome: Outcome) => void) {
    this.#host = host;
    this.#told = told;
    host.addController(this);
  }

  get isBusy(): boolean {
    return this.deed === 'adding' || this.deed === 'buying';
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Forgets everything; what is still under way is not told any more. */
  reset(): void {
    this.#turn++;
    clearTimeout(this.#timer);
    this.deed = this.refusal = null;
  }

  /** @param currency of the figures in a refusal */
  async run(deed: 'adding' | 'buying', currency: string, act: () => Promise<Outcome>): Promise<void> {
    this.reset();
    const turn = this.#turn;
    this.deed = deed;
    this.#host.requestUpdate();
    const outcome = await act().catch((thrown: unknown): Outcome => ({
      refusal: refusalOf(toVitrineError(thrown), currency),
    }));
    if (turn !== this.#turn) return;
    this.refusal = outcome.refusal ?? null;
    this.deed = outcome.isAdded ? 'added' : null;
    if (outcome.isAdded) {
      this.#timer = setTimeout(() => {
        this.deed = null;
        this.#host.requestUpdate();
      }, doneFor);
    }
    this.#told(outcome);
    this.#host.requestUpdate();
  }
}
