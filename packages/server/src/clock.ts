// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';

/** Time as the server sees it. Tests inject their own, so that nothing waits. */
export interface Clock {
  now(): EpochMs;
  /** Runs once after a span; returns what cancels it. */
  after(span: Ms, run: () => void): () => void;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(span, run) {
    const timer = setTimeout(run, span);
    return () => clearTimeout(timer);
  },
};
