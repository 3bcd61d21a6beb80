// SPDX-License-Identifier: MIT
import { useFakeTimers } from 'sinon';

/** A clock that stands until the test lets time pass. */
export interface HeldTime {
  /** Lets so many ms pass: timers that are due run, in order. */
  pass(ms: number): Promise<void>;
  /** Real time again; what still waited for held time never comes. */
  release(): void;
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
  });
  clock = held;
  return { pass: async (ms) => void (await held.tickAsync(ms)), release: releaseTime };
}

export function releaseTime(): void {
  clock?.restore();
  clock = null;
}
