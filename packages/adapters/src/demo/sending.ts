// SPDX-License-Identifier: MIT
// What the viewer says in the pretended chat. A chunk of its own, fetched with the first message.
import { countGraphemes, VitrineError, type ChatDraft, type ErrorCode, type Sticker } from '@vitrine/core';
import type { DemoChat } from './chat.js';
import { drawings } from './stickers.js';
import type { Stage } from './stage.js';

/** Takes what this viewer says, once, and refuses what the settings forbid. */
export class DemoSending {
  readonly #stage: Stage;
  readonly #chat: DemoChat;
  readonly stickers: readonly Sticker[];
  readonly #sent = new Map<string, string>();
  #last = Number.NEGATIVE_INFINITY;

  constructor(stage: Stage, chat: DemoChat) {
    this.#stage = stage;
    this.#chat = chat;
    this.stickers = drawings.map(({ id, url }, index) => ({ id, url, label: chat.labels[index] ?? id }));
  }

  /** @returns the id of the message @throws {VitrineError} why it is refused */
  send({ cid, text, replyTo, sticker: wanted }: ChatDraft): string {
    const known = this.#sent.get(cid);
    if (known) return known;
    const { clock, viewer, isStaff } = this.#stage;
    const { mode, slowMode, maximumLength } = this.#chat.settings;
    const sticker = this.stickers.find(({ id }) => id === wanted);
    const words = sticker?.label ?? text.trim();
    const wait = this.#last + slowMode - clock.now();
    const refuse = (code: ErrorCode, more = {}): never => {
      throw new VitrineError(code, 'The demo refuses the message.', more);
    };
    if (wanted !== undefined && !sticker) refuse('MESSAGE_REFUSED', { field: 'sticker' });
    if (!words) refuse('MESSAGE_EMPTY', { field: 'text' });
    if (!sticker && countGraphemes(words) > maximumLength)
      refuse('MESSAGE_TOO_LONG', { field: 'text', params: { max: maximumLength } });
    if (!isStaff && mode === 'read-only') refuse('CHAT_READ_ONLY');
    if (mode === 'members' && viewer.isGuest) refuse('AUTH_REQUIRED');
    if (!isStaff && wait > 0) refuse('SLOW_MODE', { retryAfter: wait });
    this.#last = clock.now();
    const answered = replyTo === undefined ? undefined : this.#chat.find(replyTo);
    const { id, name = 'Guest', role, isGuest } = viewer;
    const message = this.#chat.say({ id, name, role, isGuest }, words, {
      cid,
      ...(sticker && { sticker }),
      ...(answered && { replyTo: { id: answered.id, name: answered.author.name } }),
    });
    this.#sent.set(cid, message);
    return message;
  }
}
