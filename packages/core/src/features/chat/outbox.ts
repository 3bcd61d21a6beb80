// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '../../model/index.js';
import type { FeatureContext, KeyValueStorage } from '../feature.js';
import type { PendingMessage } from './chat.state.js';
import { safeSticker } from './stickers.js';

/** What has waited longer asks its writer before it is sent: the talk has moved on. */
export const staleAfter: Ms = 120_000;
const keptFor: Ms = 24 * 3_600_000;
const most = 50;
const key = 'outbox';
/** What of a message is kept over a reload: neither its state nor the error it met. */
const stored = ['cid', 'text', 'replyTo', 'id', 'name', 'sticker', 'url', 'label', 'since'];

/** The pending messages of the chat's slice: what the back end has not confirmed, by client id, also over a reload. */
export function outboxOf({ store, storage, clock }: FeatureContext) {
  const find = (cid: string | undefined): PendingMessage | undefined =>
    store.state.chat.pending.find((message) => message.cid === cid);

  const keep = (messages: readonly PendingMessage[]): void => {
    // Whoever wrote what was refused has seen that; the oldest of it goes first.
    const over = messages.filter(({ state }) => state === 'failed' || state === 'stale').slice(0, -most);
    const pending = messages.filter((message) => !over.includes(message));
    store.set('chat', { pending });
    storage.set(key, pending.length > 0 ? JSON.stringify(pending, stored) : null);
  };

  const said = new Set(store.state.chat.rows.map(({ cid }) => cid));
  keep(restored(storage, clock.now()).filter(({ cid }) => !said.has(cid)));

  return {
    find,
    /** As many wait as may; what was refused does not. */
    get isFull(): boolean {
      return store.state.chat.pending.filter(({ state }) => state === 'sending' || state === 'waiting').length >= most;
    },
    /** Adds a message, or changes the one with its client id. */
    put(message: PendingMessage): void {
      const { pending } = store.state.chat;
      const known = find(message.cid);
      keep(known ? pending.map((one) => (one === known ? message : one)) : [...pending, message]);
    },
    /** Takes a message out; returns it. */
    remove(cid: string | undefined): PendingMessage | undefined {
      const known = find(cid);
      if (known) keep(store.state.chat.pending.filter((one) => one !== known));
      return known;
    },
  };
}

/** What was pending when the page went. */
function restored(storage: KeyValueStorage, now: EpochMs): PendingMessage[] {
  try {
    const messages = JSON.parse(storage.get(key) ?? '[]') as PendingMessage[];
    return messages.flatMap((message) => {
      const { cid, text, since, sticker } = message;
      const age = now - since;
      // (What is no number is not less.)
      if (typeof cid !== 'string' || typeof text !== 'string' || !(age < keptFor)) return [];
      return [
        {
          ...message,
          ...(sticker && { sticker: safeSticker(sticker) }),
          state: age > staleAfter ? 'stale' : 'waiting',
        },
      ];
    });
  } catch {
    // Storage is the viewer's own: what cannot be read there is not worth an error.
    return [];
  }
}
