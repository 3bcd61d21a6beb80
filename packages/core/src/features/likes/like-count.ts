// SPDX-License-Identifier: MIT
import type { RoomState } from '../../store/index.js';
import type { ChatMessage } from '../chat/index.js';
import type {} from './likes.state.js';

/** How many like a message: what was told last, else what was told with it. */
export function likeCount({ id, likes }: ChatMessage, state: Readonly<RoomState>): number {
  return state.likes?.counts.get(id) ?? likes ?? 0;
}
