// SPDX-License-Identifier: MIT
import type { ChatMessage, Retraction } from './chat.port.js';

/** What a retraction goes by, of a message or of what stands at the top of the chat. */
type Said = Partial<Pick<ChatMessage, 'id' | 'author' | 'sentAt' | 'kind'>>;

/** Whether a retraction means a message. (What does not say when it was said was said before.) */
export function isAimed(target: Retraction, { id, author, sentAt = 0, kind }: Said): boolean {
  return (
    target.kind === 'all' ||
    (target.kind === 'message'
      ? target.id === id
      : target.id === author?.id && (!('until' in target) || (sentAt <= target.until && kind !== 'order')))
  );
}
