// SPDX-License-Identifier: MIT
import type { Timer } from './types.js';

/** The ordinary timer. It does not keep the process alive by itself. */
export const systemTimer: Timer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};

/** Why a wait ended. */
export type WaitEnd = 'reached' | 'late' | 'aborted';

/** Longest pause between two looks at the condition, in milliseconds; a frozen clock may thaw at any time. */
const longestPause = 100;

/**
 * Waits until `remaining()` is zero or less. `remaining` gives milliseconds and is asked again and again,
 * because an injected or frozen clock need not advance as the timer does.
 */
export const waitFor = (remaining: () => number, limit: number, timer: Timer, signal: AbortSignal): Promise<WaitEnd> =>
  new Promise((resolve) => {
    let cancelPause = (): void => undefined;
    const end = (reason: WaitEnd): void => {
      cancelPause();
      cancelLimit();
      signal.removeEventListener('abort', abort);
      resolve(reason);
    };
    const abort = (): void => {
      end('aborted');
    };
    const look = (): void => {
      const left = remaining();
      if (left <= 0) end('reached');
      else cancelPause = timer(look, Math.min(Math.max(left, 1), longestPause));
    };
    const cancelLimit = timer(() => {
      end(remaining() <= 0 ? 'reached' : 'late');
    }, limit);
    if (signal.aborted) abort();
    else {
      signal.addEventListener('abort', abort, { once: true });
      look();
    }
  });
