// SPDX-License-Identifier: MIT
// What this viewer likes of the chat. A chunk of its own, fetched when it is asked for.
import type { LikesPort } from '@vitrine/core/likes';
import type { WireOwnLikes } from '@vitrine/core/wire';
import type { ServerParts } from './ports.js';

/** The calls of the port; each says what is wanted, so that none needs a key. */
export function likesCalls({ passport, room, context }: ServerParts): Required<Pick<LikesPort, 'set' | 'own'>> {
  return {
    async set(id, isLiked, { signal }) {
      await passport.ask(`${room}/messages/${encodeURIComponent(id)}/like`, {
        method: isLiked ? 'PUT' : 'DELETE',
        signals: [signal, context.signal],
      });
    },
    async own({ signal }) {
      const told = await passport.ask<WireOwnLikes>(`${room}/me/likes`, { signals: [signal, context.signal] });
      return told.messages;
    },
  };
}
