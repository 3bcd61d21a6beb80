// SPDX-License-Identifier: MIT
import { useFakeTimers } from 'sinon';

/** A clock that stands until the test lets time pass. */
export interface HeldTime {
  /** Lets so many ms pass: timers that are due run, in order. */
  pass(ms: number): Promise<void>;
  /** Lets time pass, a little with each frame, until the condition holds; rejects after a minute of it. */
  passUntil(condition: () => unknown, message: string): Promise<void>;
  /** Real time again, which what still waits goes on to wait for. */
  release(): void;
}

/** How much passes with a frame, in ms. */
const step = 200;

/** What waits for held time. */
interface Waiting {
  readonly type: string;
  readonly func: (...args: readonly unknown[]) => void;
  readonly args: readonly unknown[];
  readonly callAt: number;
}

/** The browser's own, also while a test holds time. */
const { setTimeout: realTimeout } = globalThis;

let clock: ReturnType<typeof useFakeTimers> | null = null;

/**
 * Stops the page's clock and timers, so that what an element does after some seconds happens when the test wants it, on
 * a machine however slow. Frames and promises go on: `until` works as ever. `unmountAll` releases it.
 */
export function holdTime(): HeldTime {
  releaseTime();
  const held = useFakeTimers({
    now: Date.now(),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    // What began before may end while time is held.
    shouldClearNativeTimers: true,
  });
  clock = held;
  const pass = async (ms: number): Promise<void> => void (await held.tickAsync(ms));
  const passUntil = async (condition: () => unknown, message: string): Promise<void> => {
    const late = new Error(message);
    for (let passed = 0; !condition(); passed += step) {
      if (passed > 60_000) throw late;
      await pass(step);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  return { pass, passUntil, release: releaseTime };
}

/** Runs what asks for real timers, such as a check of the whole page, while the clock of the page stands. */
export async function inRealTime<T>(run: () => Promise<T>): Promise<T> {
  const { setTimeout: current } = globalThis;
  globalThis.setTimeout = realTimeout;
  try {
    return await run();
  } finally {
    globalThis.setTimeout = current;
  }
}

export function releaseTime(): void {
  // (The one clock of a page's countdowns would stand for good if its next tick never came.)
  const { timers } = (clock ?? {}) as { timers?: ReadonlyMap<unknown, Waiting> };
  const waiting = [...(timers?.values() ?? [])];
  const now = clock?.now ?? 0;
  clock?.restore();
  clock = null;
  for (const { type, func, args, callAt } of waiting)
    if (type === 'Timeout') setTimeout(() => func(...args), callAt - now);
}
