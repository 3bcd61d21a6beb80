// SPDX-License-Identifier: MIT
import type { WireMessage } from '@vitrine/core/wire';

/** Whether a message is sent to everybody whatever the crowd: staff and orders. */
export function isKept({ u, y }: WireMessage): boolean {
  return y === 'o' || (u.r !== undefined && u.r !== 'viewer' && u.r !== 'assistant');
}

/**
 * A fair choice of at most `most` messages, in their order: staff and orders always, then one of each person before a
 * second of anybody.
 */
export function sample(messages: readonly WireMessage[], most: number): readonly WireMessage[] {
  if (messages.length <= most) return messages;
  const chosen = new Set<WireMessage>();
  const rounds: WireMessage[][] = [];
  const turns = new Map<string, number>();
  for (const message of messages) {
    if (isKept(message)) {
      chosen.add(message);
      continue;
    }
    const turn = turns.get(message.u.id) ?? 0;
    turns.set(message.u.id, turn + 1);
    (rounds[turn] ??= []).push(message);
  }
  for (const round of rounds) {
    const room = most - chosen.size;
    if (room <= 0) break;
    // Evenly over the tick, so that not only its first moments are heard.
    const step = Math.max(1, round.length / room);
    for (let position = 0; position < round.length && chosen.size < most; position += step) {
      const message = round[Math.floor(position)];
      if (message) chosen.add(message);
    }
  }
  return messages.filter((message) => chosen.has(message));
}
