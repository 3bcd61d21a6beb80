// SPDX-License-Identifier: MIT
import { toVitrineError, type CartIssue, type CartState, type CheckoutMode, type Money } from '@vitrine/core';
import type { ReactiveControllerHost } from 'lit';
import { refusalOf, type Refusal } from '../shared/refusal.js';

/** Asks for the checkout to begin; rejects with what the shop says against it. */
type Begin = (mode: CheckoutMode | null, expectedTotal: Money) => Promise<unknown>;

/** Whether the shop has not confirmed all that the viewer wants. */
export function isPending({ wanted }: CartState): boolean {
  return Object.keys(wanted).length > 0;
}

/** The issue that must be dealt with before anything is paid. */
export function blockOf({ issues }: CartState): CartIssue | undefined {
  return issues.find(({ severity }) => severity === 'block');
}

/** The way from the bag to the checkout: begins it once, with a total that the shop has confirmed. */
export class Till {
  readonly #host: ReactiveControllerHost;
  readonly #begin: Begin;
  #isStarting = false;
  /** Pressed while the shop had not confirmed the last change. */
  #waiting: { readonly mode: CheckoutMode | null; readonly issues: readonly CartIssue[] } | null = null;
  failure: Refusal | null = null;

  constructor(host: ReactiveControllerHost, begin: Begin) {
    this.#host = host;
    this.#begin = begin;
  }

  get isBusy(): boolean {
    return this.#isStarting || this.#waiting !== null;
  }

  press(mode: CheckoutMode | null, state: CartState): void {
    if (this.isBusy || blockOf(state)) return;
    if (isPending(state)) this.#waiting = { mode, issues: state.issues };
    else void this.#start(mode, state);
    this.#host.requestUpdate();
  }

  /** Called with each new state: goes on where it waited for the shop's word. */
  take(state: CartState): void {
    const waiting = this.#waiting;
    if (!waiting || isPending(state)) return;
    this.#waiting = null;
    // What the shop changed meanwhile is to be read first.
    if (state.issues.some((issue) => !waiting.issues.includes(issue))) return;
    void this.#start(waiting.mode, state);
  }

  async #start(mode: CheckoutMode | null, { cart }: CartState): Promise<void> {
    if (!cart) return;
    this.#isStarting = true;
    this.failure = null;
    try {
      await this.#begin(mode, cart.totals.total);
    } catch (thrown) {
      this.failure = refusalOf(toVitrineError(thrown), cart.currency);
    }
    this.#isStarting = false;
    this.#host.requestUpdate();
  }
}
