// SPDX-License-Identifier: MIT
import type { Duplex } from 'node:stream';
import type { EpochMs } from '@vitrine/core';
import type { Clock } from '../clock.js';
import type { Batch } from './batch.js';
import type { Packable } from './packable.js';

/** A socket with more bytes than this waiting is slow. */
const slowAbove = 262_144;
const stuckAfter = 15_000;

/** Writes frames that were built once for everybody to one socket, and sees to it that a slow one costs no memory. */
export class Outlet {
  /** Whether the client reads deflated frames. */
  readsPacked = false;
  readonly #raw: Duplex;
  readonly #clock: Clock;
  #slowSince: EpochMs | null = null;

  constructor(raw: Duplex, clock: Clock) {
    this.#raw = raw;
    this.#clock = clock;
  }

  /** What is written until the end of this turn goes out at once: a call of the system costs more than what it carries. */
  gather(): void {
    const raw = this.#raw;
    if (raw.writableCorked > 0) return;
    raw.cork();
    process.nextTick(() => raw.uncork());
  }

  write(frame: Pick<Packable, 'full' | 'packed'>): void {
    this.#raw.write(this.readsPacked ? frame.packed() : frame.full());
  }

  /** @returns false when the socket has been stuck for so long that it must go */
  deliver(batch: Batch): boolean {
    if (this.#raw.writableLength <= slowAbove) {
      this.#slowSince = null;
      this.write(batch.whole);
      return true;
    }
    const now = this.#clock.now();
    this.#slowSince ??= now;
    if (now - this.#slowSince > stuckAfter) return false;
    this.write(batch.lean);
    return true;
  }
}
