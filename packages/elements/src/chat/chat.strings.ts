// SPDX-License-Identifier: MIT

/** Counted sentences take the count, for its plural, and the count as it is shown. */
export const english = {
  label: 'Chat',
  host: 'Host',
  moderator: 'Moderator',
  you: 'You',
  ordered: (name: string, product: string) => `${name} ordered ${product}`,
  replyTo: (name: string) => `Reply to ${name}`,
  send: 'Send',
  say: 'Say something',
  slow: (shown: string) => `Write again in ${shown} s`,
  signIn: 'Sign in to chat',
  readOnly: 'Chat is read-only',
  replayed: 'Chat replay',
  emoji: 'Emoji',
};

export type ChatWords = typeof english;
