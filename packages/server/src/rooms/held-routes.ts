// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { param, readInput, spend } from '../http/requests.js';
import type { Claims } from '../identity/claims.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { mostTold, type HeldMessage } from './held.js';
import { staffOf } from './staff.js';

const decision = v.object({ decision: v.picklist(['allow', 'remove']) });
const decisions = v.object({
  ...decision.entries,
  messages: v.pipe(v.array(v.string()), v.nonEmpty('Which?'), v.maxLength(mostTold, `At most ${mostTold} at once.`)),
});

/** What waits for a word of the staff, and that word. */
export function heldRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, settings } = services;
  const { clock, limits } = settings;
  const buckets = new Buckets(limits.control, clock);

  app.get('/rooms/:id/held', async (request): Promise<{ messages: readonly HeldMessage[] }> => {
    const { room } = await staffOf(request, services);
    return { messages: rooms.held.all(room) };
  });

  /** The word of one of the staff about a message. @returns false when it does not wait any more */
  const decide = (room: string, { subject, role }: Claims, message: string, word: 'allow' | 'remove'): boolean => {
    const writer = rooms.writer(room);
    const isDone =
      word === 'remove'
        ? rooms.held.remove(room, message, clock.now())
        : rooms.held.allow(room, message, (draft) => writer.say(draft));
    if (isDone) rooms.records.audit(room, subject, role, { op: 'held', message, decision: word }, clock.now());
    return isDone;
  };

  app.post('/rooms/:id/held', async (request): Promise<{ done: readonly string[] }> => {
    const { room, claims } = await staffOf(request, services);
    const { decision: word, messages } = readInput(decisions, request.body);
    spend(buckets, claims.subject);
    return { done: [...new Set(messages)].filter((message) => decide(room, claims, message, word)) };
  });

  // (Two of the staff may decide at once: the first one's word counts, and the other is told.)
  app.post('/rooms/:id/held/:message', async (request): Promise<{ isDone: boolean }> => {
    const { room, claims } = await staffOf(request, services);
    const message = param(request, 'message');
    const { decision: word } = readInput(decision, request.body);
    spend(buckets, claims.subject);
    return { isDone: decide(room, claims, message, word) };
  });
}
