// SPDX-License-Identifier: MIT
// What the staff does about people and about what waits for its word. A chunk of its own, fetched for the staff alone.
import type { CommandOptions } from '@vitrine/core';
import type { ModerationPort, RestrictedPerson, RoomPolicy, WaitingMessage } from '@vitrine/core/moderation';
import type { WireMessage } from '@vitrine/core/wire';
import { toMessage } from './mirror.js';
import type { ServerParts } from './ports.js';

/** So many the back end tells of, and takes a word about, at once. */
const mostAtOnce = 200;

/** A message that waits; `g`: a guest wrote it. */
type HeldRow = Omit<WireMessage, 'at'> & { readonly g?: true } & Pick<WaitingMessage, 'why' | 'reports' | 'reasons'>;

/** Somebody for whom something holds, as the back end tells it. */
interface WirePerson extends Omit<RestrictedPerson, 'id'> {
  readonly subject: string;
}

/** The moderation of a room on the reference back end. */
export function moderationPort({ context, passport, room }: ServerParts): Required<ModerationPort> {
  const ask = <T>(path: string, more: { body?: object; method?: 'PUT' }, { signal }: { signal: AbortSignal }) =>
    passport.ask<T>(`${room}/${path}`, { ...more, signals: [signal, context.signal] });
  return {
    async held(options) {
      const { messages } = await ask<{ readonly messages: readonly HeldRow[] }>('held', {}, options);
      // (What is held has no moment of the show yet.)
      return messages.map(({ g, why, reports, reasons, ...message }) => {
        const { at: _none, ...told } = toMessage({ ...message, at: 0 });
        // (Of what was said it is not known who wrote it as a guest.)
        if (why === 'reported') return { ...told, why, ...(reports && { reports }), ...(reasons && { reasons }) };
        return { ...told, isGuest: g === true };
      });
    },
    async decide(id, decision, options: CommandOptions) {
      const body = { decision };
      return (await ask<{ readonly isDone: boolean }>(`held/${encodeURIComponent(id)}`, { body }, options)).isDone;
    },
    async decideAll(messages, decision, options) {
      const done: string[] = [];
      for (let from = 0; from < messages.length; from += mostAtOnce) {
        const body = { decision, messages: messages.slice(from, from + mostAtOnce) };
        done.push(...(await ask<{ readonly done: readonly string[] }>('held', { body }, options)).done);
      }
      return done;
    },
    async restrict(person, restriction, { for: lasting, instead, ...options }) {
      const body = { restriction, ...(lasting !== undefined && { for: lasting }), ...(instead && { instead }) };
      await ask(`people/${encodeURIComponent(person)}`, { body, method: 'PUT' }, options);
    },
    async people(options) {
      const { people } = await ask<{ readonly people: readonly WirePerson[] }>('people', {}, options);
      return people.map(({ subject: id, ...told }) => ({ id, ...told }));
    },
    policy: (options) => ask<RoomPolicy>('policy', {}, options),
    setPolicy: (body, options) => ask<RoomPolicy>('policy', { body, method: 'PUT' }, options),
  };
}
