// SPDX-License-Identifier: MIT
import type { Logger } from 'pino';
import type { Ms } from '@vitrine/core';

/** It is said to be full no more once so much of the places is free: not with each who leaves. */
const slack = 0.05;
const shortest: Ms = 5000;
const spread: Ms = 10_000;

/** How many may be in at a time; says once when there is no place any more, and once when there is. */
export class Doors {
  readonly #most: number;
  readonly #log: Pick<Logger, 'warn' | 'info'>;
  #isFull = false;

  constructor(most: number, log: Pick<Logger, 'warn' | 'info'>) {
    this.#most = most;
    this.#log = log;
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  /** Whether one more may come in. @param inside how many are */
  hasPlace(inside: number): boolean {
    if (inside < this.#most) return true;
    if (!this.#isFull) this.#log.warn({ sockets: inside, most: this.#most }, 'full: only the staff is let in');
    this.#isFull = true;
    return false;
  }

  /** Somebody has left. */
  left(inside: number): void {
    if (!this.#isFull || inside > Math.floor(this.#most * (1 - slack))) return;
    this.#isFull = false;
    this.#log.info({ sockets: inside, most: this.#most }, 'not full any more');
  }

  /** When one who was turned away may come back: not all of them at once. */
  get retryAfter(): Ms {
    return shortest + Math.round(Math.random() * spread);
  }
}
