// SPDX-License-Identifier: MIT
import type { Ms } from '../model/index.js';

export interface BackoffOptions {
  /** The longest wait after the first failure, in ms. */
  readonly first?: Ms;
  /** The longest wait of all, in ms. */
  readonly most?: Ms;
  /** A random number in [0, 1). */
  readonly random?: () => number;
}

/**
 * How long to wait before a try, with full jitter (a random share of a doubling ceiling): three million viewers
 * that lost one server must not come back in one second. A wait the server asked for wins over the ceiling.
 * @param attempt 0 for the first retry
 * @param retryAfter what the server asked for, in ms
 */
export function backoffDelay(attempt: number, retryAfter?: Ms, options: BackoffOptions = {}): Ms {
  const { first = 500, most = 30_000, random = Math.random } = options;
  const ceiling = retryAfter === undefined ? Math.min(most, first * 2 ** attempt) : first;
  return (retryAfter ?? 0) + Math.round(random() * ceiling);
}

/** Resolves after the time, or rejects with the signal's reason. */
export function pause(ms: Ms, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop);
  });
}
