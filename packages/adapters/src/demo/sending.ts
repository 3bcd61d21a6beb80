// SPDX-License-Identifier: MIT
// What the viewer says in the pretended chat. A chunk of its own, fetched with the first message.
import { countGraphemes, VitrineError, type ChatDraft } from '@vitrine/core';
import type { DemoChat } from './chat.js';
import type { Stage } from './stage.js';

/** Takes what this viewer says, once, and refuses what the settings forbid. */
export class DemoSending {
  readonly #stage: Stage;
  readonly #chat: DemoChat;
  readonly #sent = new Map<string, string>();
  #last = Number.NEGATIVE_INFINITY;

  constructor(stage: Stage, chat: DemoChat) {
    this.#stage = stage;
    this.#chat = chat;
  }

  /** @returns the id of the message @throws {VitrineError} why it is refused */
  send({ cid, text, replyTo }: ChatDraft): string {
    const known = this.#sent.get(cid);
    if (known) return known;
    const { clock, viewer, isStaff } = this.#stage;
    const { mode, slowMode, maximumLength } = this.#chat.settings;
    const words = text.trim();
    const wait = this.#last + slowMode - clock.now();
    const refuse = (
      code: 'MESSAGE_EMPTY' | 'MESSAGE_TOO_LONG' | 'CHAT_READ_ONLY' | 'AUTH_REQUIRED' | 'SLOW_MODE',
      more = {},
    ): never => {
      throw new VitrineError(code, 'The demo refuses the message.', more);
    };
    if (!words) refuse('MESSAGE_EMPTY', { field: 'text' });
    if (countGraphemes(words) > maximumLength)
      refuse('MESSAGE_TOO_LONG', { field: 'text', params: { max: maximumLength } });
    if (!isStaff && mode === 'read-only') refuse('CHAT_READ_ONLY');
    if (mode === 'members' && viewer.isGuest) refuse('AUTH_REQUIRED');
    if (!isStaff && wait > 0) refuse('SLOW_MODE', { retryAfter: wait });
    this.#last = clock.now();
    const answered = replyTo === undefined ? undefined : this.#chat.find(replyTo);
    const { id, name = 'Guest', role, isGuest } = viewer;
    const message = this.#chat.say({ id, name, role, isGuest }, words, {
      cid,
      ...(answered && { replyTo: { id: answered.id, name: answered.author.name } }),
    });
    this.#sent.set(cid, message);
    return message;
  }
}
