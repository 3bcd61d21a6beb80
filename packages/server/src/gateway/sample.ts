// SPDX-License-Identifier: MIT
import { fairSample } from '@vitrine/core';
import type { WireMessage } from '@vitrine/core/wire';

/** Whether a message is sent to everybody whatever the crowd: staff and orders. */
export function isKept({ u, y }: WireMessage): boolean {
  return y === 'o' || (u.r !== undefined && u.r !== 'viewer' && u.r !== 'assistant');
}

/** A fair choice of at most `most` messages, in their order, with all of the staff's and of the orders. */
export function sample(messages: readonly WireMessage[], most: number): readonly WireMessage[] {
  return fairSample(messages, most, (message) => (isKept(message) ? null : message.u.id));
}
