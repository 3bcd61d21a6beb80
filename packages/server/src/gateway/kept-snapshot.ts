// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import type { SnapshotFrame } from '@vitrine/core/wire';
import { Packable } from './packable.js';

const keptFor = 1000;

/** The last snapshot as bytes: a crowd that comes at once is given the same ones. */
export class KeptSnapshot {
  #kept: { readonly n: number; readonly at: EpochMs; readonly frame: Packable } | null = null;

  /** @param n the newest batch; another one makes the kept snapshot stale */
  get(n: number, now: EpochMs, make: () => SnapshotFrame): Packable {
    const kept = this.#kept;
    if (kept && kept.n === n && now - kept.at < keptFor) return kept.frame;
    const frame = new Packable(make());
    this.#kept = { n, at: now, frame };
    return frame;
  }

  drop(): void {
    this.#kept = null;
  }
}
