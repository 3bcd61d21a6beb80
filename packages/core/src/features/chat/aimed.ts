// SPDX-License-Identifier: MIT
import type { ChatMessage, RetractTarget } from './chat.port.js';

/** Whether a retraction means a message. */
export function isAimed(target: RetractTarget, { id, author, sentAt, kind }: ChatMessage): boolean {
  return (
    target.kind === 'all' ||
    (target.kind === 'message'
      ? target.id === id
      : target.id === author.id && (!target.until || (sentAt <= target.until && kind !== 'order')))
  );
}
