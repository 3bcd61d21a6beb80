// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import type { BatchFrame, GapFrame, SnapshotFrame, WelcomeFrame } from '@vitrine/core/wire';

/** A batch may be overtaken by the next: so long it is waited for before it is asked for. */
const overtaken: Ms = 300;
/** So long an answer may take before everything is asked for anew. */
const answered: Ms = 3_000;
const mostWaiting = 1000;

export interface SequenceOptions {
  /** Asks for batches once more, both ends included. */
  need(from: number, to: number): void;
  /** What is missing cannot be had otherwise: a snapshot is needed. */
  resync(): void;
  batch(frame: BatchFrame): void;
  snapshot(frame: SnapshotFrame): void;
}

/** Puts numbered batches in order, and knows what is missing. Nothing is passed on twice or out of turn. */
export class Sequence {
  readonly #options: SequenceOptions;
  readonly #waiting = new Map<number, BatchFrame>();
  #epoch: string | undefined;
  #newest = 0;
  #control = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SequenceOptions) {
    this.#options = options;
  }

  /** `epoch.batch` of the last batch passed on, or nothing before the first snapshot. */
  get resume(): string | undefined {
    return this.#epoch && `${this.#epoch}.${this.#newest}`;
  }

  welcome({ ep, resumed }: WelcomeFrame): void {
    if (!resumed || ep !== this.#epoch) this.#forget();
  }

  /** The socket has gone: what is missing comes with the next one. */
  lost(): void {
    this.#stopTimer();
    this.#waiting.clear();
  }

  take(frame: BatchFrame | GapFrame | SnapshotFrame): void {
    if (frame.k === 'gap') {
      this.#forget();
      this.#timer = setTimeout(this.#resync, answered);
    } else if (frame.k === 'snap') {
      this.#stopTimer();
      this.#epoch = frame.ep;
      this.#newest = frame.n;
      this.#control = frame.cn;
      this.#options.snapshot(frame);
      for (const number of this.#waiting.keys()) if (number <= frame.n) this.#waiting.delete(number);
      this.#drain();
    } else if (frame.n > this.#newest || !this.#epoch) {
      this.#waiting.set(frame.n, frame);
      if (this.#waiting.size > mostWaiting) this.#resync();
      else if (this.#epoch) this.#drain();
    }
  }

  #drain(): void {
    for (let next; (next = this.#waiting.get(this.#newest + 1));) {
      this.#waiting.delete(next.n);
      this.#pass(next);
    }
    if (this.#waiting.size === 0) this.#stopTimer();
    else this.#timer ??= setTimeout(this.#ask, overtaken);
  }

  #pass(frame: BatchFrame): void {
    const controls = (frame.c ?? []).filter(({ cn }) => cn > this.#control);
    const isWhole = controls.length === frame.cn - this.#control;
    this.#newest = frame.n;
    this.#control = frame.cn;
    this.#options.batch({ ...frame, c: controls });
    // A pin or a retraction is missing, and batches do not have it: only a snapshot tells what is true.
    if (!isWhole) this.#resync();
  }

  readonly #ask = (): void => {
    this.#timer = setTimeout(this.#resync, answered);
    this.#options.need(this.#newest + 1, Math.min(...this.#waiting.keys()) - 1);
  };

  readonly #resync = (): void => {
    this.#forget();
    this.#options.resync();
  };

  #forget(): void {
    this.#epoch = undefined;
    this.#newest = 0;
    this.lost();
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
