// SPDX-License-Identifier: MIT
import { useFakeTimers } from 'sinon';

/** A clock that stands until the test lets time pass. */
export interface HeldTime {
  /** Lets so many ms pass: timers that are due run, in order. */
  pass(ms: number): Promise<void>;
  /** Real time again, which what still waits goes on to wait for. */
  release(): void;
}

/** What waits for held time. */
interface Waiting {
  readonly type: string;
  readonly func: (...args: readonly unknown[]) => void;
  readonly args: readonly unknown[];
  readonly callAt: number;
}

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
  return { pass: async (ms) => void (await held.tickAsync(ms)), release: releaseTime };
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
