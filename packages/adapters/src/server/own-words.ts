// SPDX-License-Identifier: MIT
// What the viewer wrote, for them to have and to take back. A chunk of its own, fetched when it is asked for.
import { pause, VitrineError } from '@vitrine/core';
import type { OwnMessage, OwnQuestion, OwnWordsPort } from '@vitrine/core/own-words';
import type { WireOwnWords } from '@vitrine/core/wire';
import type { ServerParts } from './ports.js';

/** The viewer's own words on the reference back end. */
export function ownWordsPort({ context, passport, room }: ServerParts): OwnWordsPort {
  const path = `${room}/me/messages`;

  /** Who wrote very much asks often, and waits where the back end says so. */
  const page = async (after: string | undefined, signal: AbortSignal): Promise<WireOwnWords> => {
    for (;;) {
      try {
        const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
        return await passport.ask<WireOwnWords>(path + query, { signals: [signal, context.signal] });
      } catch (thrown) {
        const wait = thrown instanceof VitrineError && thrown.code === 'RATE_LIMITED' ? thrown.retryAfter : undefined;
        if (after === undefined || wait === undefined) throw thrown;
        await pause(wait, signal);
      }
    }
  };

  return {
    async export({ signal }) {
      const messages: OwnMessage[] = [];
      const questions: OwnQuestion[] = [];
      let after: string | undefined;
      do {
        const { next, ...some } = await page(after, signal);
        if (next !== undefined && next === after) throw new VitrineError('MALFORMED', 'There is no end of it.');
        messages.push(...some.messages);
        questions.push(...some.questions);
        after = next;
      } while (after !== undefined);
      return { messages, questions };
    },
    async delete({ commandId, signal }) {
      await passport.ask(path, { method: 'DELETE', commandId, signals: [signal, context.signal] });
    },
  };
}
