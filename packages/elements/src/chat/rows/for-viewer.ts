// SPDX-License-Identifier: MIT
import type { ChatMessage, RoomState } from '@vitrine/core';
import { isOwn } from '../own-rows.js';

/** Whether somebody answers the viewer, or calls them by name. */
export function isForViewer(message: ChatMessage, state: Readonly<RoomState>): boolean {
  if (isOwn(message, state)) return false;
  const { replyTo, text } = message;
  const name = state.identity.viewer?.name;
  if (name && text.includes(`@${name}`)) return true;
  const answered = replyTo && state.chat.rows.find(({ id }) => id === replyTo.id);
  return answered !== undefined && isOwn(answered, state);
}
