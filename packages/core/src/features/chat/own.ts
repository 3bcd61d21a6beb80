// SPDX-License-Identifier: MIT
import type { RoomState } from '../../store/index.js';
import type { ChatMessage } from './chat.port.js';

/** Whether the viewer wrote a message. (A client id says nothing: back ends may tell everybody of everybody's.) */
export function isOwn({ author }: ChatMessage, { identity }: Readonly<RoomState>): boolean {
  return author.id === (identity.viewer?.id ?? '');
}
