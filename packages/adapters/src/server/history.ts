// SPDX-License-Identifier: MIT
// What was on camera and what was said before. A chunk of its own, fetched when somebody goes back.
import type { HistoryPort } from '@vitrine/core';
import type { WireHistory } from '@vitrine/core/wire';
import { toMessage, toNotice, toPin } from './mirror.js';
import type { ServerParts } from './ports.js';

// Of more the back end would say that it is wrong.
const mostItems = 5000;

/** The history of a room on the reference back end. */
export function historyPort({ context, passport, room }: ServerParts): HistoryPort {
  return {
    async between(from, to, { kinds, most, signal }) {
      const query = new URLSearchParams({ from: String(from), to: String(to), kinds: kinds.join() });
      if (most !== undefined) query.set('limit', String(Math.min(most, mostItems)));
      const { items } = await passport.ask<WireHistory>(`${room}/history?${query}`, {
        signals: [signal, context.signal],
      });
      return items.flatMap((item) => {
        if (item.op === 'message') return { kind: item.op, at: item.at, message: toMessage(item.m) };
        return item.op === 'notice' ? toNotice(item.notice, item.at) : (toPin(item) ?? []);
      });
    },
  };
}
