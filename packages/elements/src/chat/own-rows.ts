// SPDX-License-Identifier: MIT
import type { ChatMessage, RoomState } from '@vitrine/core';

/** Whether the viewer wrote it. (A client id says nothing: back ends may tell everybody of everybody's.) */
export function isOwn({ author }: ChatMessage, { identity }: Readonly<RoomState>): boolean {
  return author.id === (identity.viewer?.id ?? '');
}
