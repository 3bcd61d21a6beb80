// SPDX-License-Identifier: MIT
import { backoffDelay, pause } from '../adapter/index.js';
import { toVitrineError } from '../model/index.js';
import type { FeatureContext } from './feature.js';

/**
 * Does what may fail until it works or the room is closed, after longer and longer waits. Resolves after the first try,
 * however it went; only the failure of that one is reported.
 */
export async function keepTrying(
  task: () => Promise<void>,
  context: Pick<FeatureContext, 'signal' | 'report'>,
  attempt = 0,
): Promise<void> {
  try {
    await task();
  } catch (thrown) {
    if (attempt === 0) context.report(toVitrineError(thrown, 'NETWORK'));
    pause(backoffDelay(attempt), context.signal).then(
      () => keepTrying(task, context, attempt + 1),
      () => undefined,
    );
  }
}
