// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';
import type { WireControl, WireMessage } from '@vitrine/core/wire';
import type { Batch } from './batch.js';

/** The batches of the last minute, for those who lost the connection or a frame. */
export class Ring {
  readonly span: Ms;
  #batches: Batch[] = [];

  /** @param span how long a batch is kept */
  constructor(span: Ms) {
    this.span = span;
  }

  push(batch: Batch, now: EpochMs): void {
    this.#batches.push(batch);
    const oldest = now - this.span;
    // Many at a time: taking one off the front of an array moves all others.
    if ((this.#batches[0]?.frame.t ?? now) < oldest - this.span / 4) {
      this.#batches = this.#batches.filter(({ frame }) => frame.t >= oldest);
    }
  }

  /** The batches `from` to `to`, both included, or undefined when one of them is gone. Nothing asked, nothing missing. */
  range(from: number, to: number): readonly Batch[] | undefined {
    if (from > to) return [];
    const first = this.#batches[0]?.frame.n;
    if (first === undefined || from < first) return undefined;
    const found = this.#batches.slice(from - first, to - first + 1);
    return found.length === to - from + 1 ? found : undefined;
  }

  strip(isRetracted: (message: WireMessage) => boolean): void {
    for (const batch of this.#batches) batch.strip(isRetracted);
  }

  redact(redacted: (item: WireControl) => WireControl): void {
    for (const batch of this.#batches) batch.redact(redacted);
  }
}
