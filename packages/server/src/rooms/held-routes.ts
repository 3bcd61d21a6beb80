// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { Writer } from '../gateway/writer.js';
import { param, readInput, spend } from '../http/requests.js';
import type { Claims } from '../identity/claims.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { mostTold, type HeldMessage } from './held.js';
import type { ReportedMessage } from './reports.js';
import { staffOf } from './staff.js';

const decision = v.object({ decision: v.picklist(['allow', 'remove']) });
const decisions = v.object({
  ...decision.entries,
  messages: v.pipe(v.array(v.string()), v.nonEmpty('Which?'), v.maxLength(mostTold, `At most ${mostTold} at once.`)),
});

/** What waits for a word of the staff, held or reported, and that word. */
export function heldRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, settings } = services;
  const { clock, limits } = settings;
  const buckets = new Buckets(limits.control, clock);

  app.get('/rooms/:id/held', async (request): Promise<{ messages: readonly (HeldMessage | ReportedMessage)[] }> => {
    const { room } = await staffOf(request, services);
    const held = rooms.held.all(room).map((message) => ({ message, since: message.t }));
    const waiting = [...held, ...rooms.reports.all(room)].sort((one, other) => one.since - other.since);
    return { messages: waiting.slice(0, mostTold).map(({ message }) => message) };
  });

  /** What it takes to do as one of the staff says. @returns false when it waits neither for being held nor for being reported */
  const settle = (writer: Writer, message: string, word: 'allow' | 'remove'): boolean => {
    const { id: room } = writer;
    const now = clock.now();
    const wasHeld =
      word === 'remove'
        ? rooms.held.remove(room, message, now)
        : rooms.held.allow(room, message, (draft) => writer.say(draft));
    if (wasHeld) return true;
    const wasReported = rooms.reports.settle(room, message, now);
    if (wasReported && word === 'remove') writer.control({ op: 'retract', by: 'message', id: message });
    return wasReported;
  };

  /** The word of one of the staff about a message. @returns false when it does not wait any more */
  const decide = (room: string, { subject, role }: Claims, message: string, word: 'allow' | 'remove'): boolean =>
    rooms.records.database.transaction(() => {
      const isDone = settle(rooms.writer(room), message, word);
      if (isDone) rooms.records.audit(room, subject, role, { op: 'held', message, decision: word }, clock.now());
      return isDone;
    });

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
