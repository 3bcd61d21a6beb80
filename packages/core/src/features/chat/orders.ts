// SPDX-License-Identifier: MIT
import type { Ms } from '../../model/index.js';
import { isAimed } from './aimed.js';
import type { ChatMessage, Retraction } from './chat.port.js';

/** What is ordered within so long is told together. */
const span: Ms = 3000;

/** One row for all: the first is named, the others are counted. */
function together([first, ...others]: readonly [ChatMessage, ...ChatMessage[]]): ChatMessage {
  const { others: _before, ...alone } = first;
  return others.length > 0 ? { ...first, others } : alone;
}

/** What a retraction leaves of a row, also of one that tells of many orders: another is named where the first goes. */
export function leftOf(target: Retraction, row: ChatMessage): readonly ChatMessage[] {
  const all = [row, ...(row.others ?? [])];
  const [first, ...others] = all.filter((one) => !isAimed(target, one));
  if (!first) return [];
  return 1 + others.length === all.length ? [row] : [together([first, ...others])];
}

/**
 * Gathers orders of the same thing, of which there may be hundreds in a minute: the first is told at once, and what comes
 * in the three seconds after it in one row.
 * @param tell shows rows
 */
export function gatherOrders(tell: (messages: readonly ChatMessage[]) => void) {
  /** What waits, by what was ordered; empty where one was told a moment ago. */
  let waiting = new Map<string, ChatMessage[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    const gathered = [...waiting].filter(([, orders]) => orders.length > 0);
    waiting = new Map(gathered.map(([what]) => [what, []]));
    timer = waiting.size > 0 ? setTimeout(flush, span) : undefined;
    tell(gathered.map(([, [first, ...others]]) => together([first as ChatMessage, ...others])));
  };

  return {
    /** @returns whether the order waits; else it is to be shown now */
    take(order: ChatMessage): boolean {
      const orders = waiting.get(order.text);
      orders?.push(order);
      if (!orders) waiting.set(order.text, []);
      timer ??= setTimeout(flush, span);
      return orders !== undefined;
    },
    /** Forgets what waits and is not to be told any more. */
    keep(isKept: (order: ChatMessage) => boolean): void {
      for (const [what, orders] of waiting) waiting.set(what, orders.filter(isKept));
    },
    /** Tells what waits now. */
    flush,
    stop: (): void => clearTimeout(timer),
  };
}
