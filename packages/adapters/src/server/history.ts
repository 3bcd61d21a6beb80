// SPDX-License-Identifier: MIT
// What was on camera before. A chunk of its own, fetched when somebody goes back.
import type { HistoryPort } from '@vitrine/core';
import type { WireHistory } from '@vitrine/core/wire';
import { toPin } from './mirror.js';
import type { ServerParts } from './ports.js';

/** The history of a room on the reference back end. */
export function historyPort({ context, passport, room }: ServerParts): HistoryPort {
  return {
    async between(from, to, { kinds, signal }) {
      const query = new URLSearchParams({ from: String(from), to: String(to), kinds: kinds.join() });
      const { items } = await passport.ask<WireHistory>(`${room}/history?${query}`, {
        signals: [signal, context.signal],
      });
      return items.flatMap((item) => toPin(item) ?? []);
    },
  };
}
