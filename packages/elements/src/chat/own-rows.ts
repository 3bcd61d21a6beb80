// SPDX-License-Identifier: MIT
import type { ChatMessage, RoomState } from '@vitrine/core';

/** Whether the viewer wrote it. */
export function isOwn({ cid, author }: ChatMessage, { identity }: Readonly<RoomState>): boolean {
  return cid !== undefined || author.id === identity.viewer?.id;
}
