// SPDX-License-Identifier: MIT
import type { Clock } from './clock.js';

/** A clock that stands still until it is moved; what is due then runs in order. */
export class ManualClock implements Clock {
  #now: number;
  #timers: { readonly due: number; readonly run: () => void }[] = [];

  constructor(now = Date.UTC(2026, 10, 20)) {
    this.#now = now;
  }

  now = (): number => this.#now;

  after(span: number, run: () => void): () => void {
    const timer = { due: this.#now + span, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Time passes in which nothing runs, as while the process is busy; what was due runs with the next move, late. */
  stall(span: number): void {
    this.#now += span;
  }

  move(span: number): void {
    const end = this.#now + span;
    for (;;) {
      const [next] = this.#timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
      if (!next) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.due);
      next.run();
    }
    this.#now = Math.max(this.#now, end);
  }
}
