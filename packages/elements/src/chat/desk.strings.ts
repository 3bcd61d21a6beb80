// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';

/**
 * Counted sentences take the count, for its plural, and the count as it is shown. Keys in upper case are codes of
 * `VitrineError`: why a message was not sent.
 */
export const english = {
  says: (name: string, text: string) => `${name}: ${text}`,
  newMessages: (count: number, shown: string) =>
    plural(count, 'en', { one: `${shown} new message`, other: `${shown} new messages` }),
  settings: 'Chat settings',
  jump: (_count: number, shown: string) => `${shown} new`,
  newest: 'Newest',
  more: (count: number, shown: string) =>
    plural(count, 'en', { one: `${shown} more message`, other: `${shown} more messages` }),
  sending: 'Sending',
  waiting: 'Will be sent when you are back online',
  stale: 'You wrote this some minutes ago. Send it now?',
  retry: 'Try again',
  discard: 'Discard',
  reconnecting: 'Reconnecting…',
  silent: 'Nothing was said yet at this moment',
  cancelReply: 'Cancel reply',
  removed: 'Message removed',
  left: (count: number, shown: string) =>
    plural(count, 'en', { one: `${shown} character left`, other: `${shown} characters left` }),
  tooLong: (count: number, shown: string) =>
    plural(count, 'en', { one: `Too long by ${shown} character.`, other: `Too long by ${shown} characters.` }),
  nickname: 'Your name in the chat',
  join: 'Continue',
  back: 'Back',
  faces: 'Faces',
  hands: 'Hands',
  hearts: 'Hearts',
  things: 'Things',
  UNKNOWN: 'Not sent. Try again.',
  OFFLINE: 'Not sent. You are offline.',
  NETWORK: 'Not sent. Check your connection.',
  MESSAGE_TOO_LONG: 'Too long for this chat.',
  MESSAGE_REFUSED: 'This message was not accepted here.',
  MUTED: 'You cannot write in this chat now.',
  CHAT_READ_ONLY: 'The chat is read-only now.',
  AUTH_REQUIRED: 'Sign in to send this.',
  SLOW_MODE: 'Slow mode is on. Wait a moment, then send again.',
  RATE_LIMITED: 'That was quick. Wait a moment, then send again.',
  NAME_RESERVED: 'This name is taken. Choose another one.',
  BAD_INPUT: 'This name cannot be used. Choose another one.',
};

export type DeskWords = typeof english;
