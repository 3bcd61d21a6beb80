// SPDX-License-Identifier: MIT
// What the staff does about people and about what waits for its word. A chunk of its own, fetched for the staff alone.
import type { CommandOptions } from '@vitrine/core';
import type { ModerationPort } from '@vitrine/core/moderation';
import type { WireMessage } from '@vitrine/core/wire';
import { toMessage } from './mirror.js';
import type { ServerParts } from './ports.js';

/** The moderation of a room on the reference back end. */
export function moderationPort({ context, passport, room }: ServerParts): ModerationPort {
  const ask = <T>(path: string, more: { body?: object; method?: 'PUT' }, { signal }: { signal: AbortSignal }) =>
    passport.ask<T>(`${room}/${path}`, { ...more, signals: [signal, context.signal] });
  return {
    async held(options) {
      const { messages } = await ask<{ readonly messages: readonly Omit<WireMessage, 'at'>[] }>('held', {}, options);
      // (They have no moment of the show yet.)
      return messages.map((message) => {
        const { at: _none, ...told } = toMessage({ ...message, at: 0 });
        return told;
      });
    },
    async decide(id, decision, options: CommandOptions) {
      const body = { decision };
      return (await ask<{ readonly isDone: boolean }>(`held/${encodeURIComponent(id)}`, { body }, options)).isDone;
    },
    async restrict(person, restriction, { for: lasting, ...options }) {
      const body = { restriction, ...(lasting !== undefined && { for: lasting }) };
      await ask(`people/${encodeURIComponent(person)}`, { body, method: 'PUT' }, options);
    },
  };
}
