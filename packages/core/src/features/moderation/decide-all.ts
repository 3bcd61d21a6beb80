// SPDX-License-Identifier: MIT
import { backoffDelay, pause, type CommandOptions } from '../../adapter/index.js';
import { toVitrineError } from '../../model/index.js';
import type { Decision, ModerationPort } from './moderation.port.js';

/**
 * Decides about many messages, at once where the back end can, else one after the other and no faster than it lets.
 * @param settled told of each that has been decided about, also where a later one fails
 * @returns how many waited until then
 */
export async function decideAll(
  port: ModerationPort,
  ids: readonly string[],
  decision: Decision,
  options: () => CommandOptions,
  settled: (id: string) => void,
): Promise<number> {
  if (port.decideAll) {
    const { length } = await port.decideAll(ids, decision, options());
    for (const id of ids) settled(id);
    return length;
  }
  let count = 0;
  for (const id of ids) {
    const given = options();
    for (let attempt = 0; ; attempt++) {
      try {
        if (await port.decide(id, decision, given)) count++;
        break;
      } catch (thrown) {
        const { code, retryAfter } = toVitrineError(thrown);
        if (code !== 'RATE_LIMITED') throw thrown;
        await pause(backoffDelay(attempt, retryAfter), given.signal);
      }
    }
    settled(id);
  }
  return count;
}
