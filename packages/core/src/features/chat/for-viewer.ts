// SPDX-License-Identifier: MIT
import type { RoomState } from '../../store/index.js';
import { isMuted } from '../muted/is-muted.js';
import type { ChatMessage } from './chat.port.js';
import { isOwn } from './own.js';

/** Whether somebody whom the viewer reads answers them, or calls them by name. */
export function isForViewer(message: ChatMessage, state: Readonly<RoomState>): boolean {
  if (isOwn(message, state) || isMuted(message, state)) return false;
  const { replyTo, text } = message;
  const name = state.identity.viewer?.name;
  const [, ...behind] = name ? text.split(`@${name}`) : [];
  // (Of "@Lin Yue" nobody is called "Li".)
  if (behind.some((rest) => !/^[\p{L}\p{N}]/u.test(rest))) return true;
  const answered = replyTo && state.chat.rows.find(({ id }) => id === replyTo.id);
  return answered !== undefined && isOwn(answered, state);
}
