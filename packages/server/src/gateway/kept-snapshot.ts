// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import { encodeFrame, type SnapshotFrame } from '@vitrine/core/wire';
import { buildFrame } from './frame.js';

const keptFor = 1000;

/** The last snapshot as bytes: a crowd that comes at once is given the same ones. */
export class KeptSnapshot {
  #kept: { readonly n: number; readonly at: EpochMs; readonly frame: Buffer } | null = null;

  /** @param n the newest batch; another one makes the kept snapshot stale */
  get(n: number, now: EpochMs, make: () => SnapshotFrame): Buffer {
    const kept = this.#kept;
    if (kept && kept.n === n && now - kept.at < keptFor) return kept.frame;
    const frame = buildFrame(Buffer.from(encodeFrame(make())), 'text');
    this.#kept = { n, at: now, frame };
    return frame;
  }

  drop(): void {
    this.#kept = null;
  }
}
