// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';

/** Where the demo takes its time from. */
export interface DemoClock {
  now(): EpochMs;
  /** Runs a task later, in ms; returns how to call it off. */
  schedule(run: () => void, ms: Ms): () => void;
}

/** A clock that stands still until it is told to go on: pictures and tests repeat. */
export interface PausedClock extends DemoClock {
  /** Lets so many ms pass and runs what falls due, in order. */
  advance(ms: Ms): void;
}

/** The wall clock. */
export const wallClock: DemoClock = {
  now: () => Date.now(),
  schedule(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** @param start epoch ms; by default the evening of 20 November 2026 */
export function pausedClock(start: EpochMs = Date.UTC(2026, 10, 20, 20, 38)): PausedClock {
  let now = start;
  let tasks: { readonly at: EpochMs; readonly run: () => void }[] = [];
  return {
    now: () => now,
    schedule(run, ms) {
      const task = { at: now + ms, run };
      tasks.push(task);
      return () => (tasks = tasks.filter((other) => other !== task));
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        tasks = tasks.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}
