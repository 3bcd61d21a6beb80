// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { banned } from '../gateway/greeting.js';
import { param, readClaims, readInput, requireRoom, spend } from '../http/requests.js';
import { isStaff } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { passText } from '../text/gate.js';

const report = v.object({
  message: v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(200)),
  reason: v.optional(v.string()),
});
const reasonLimits = { graphemes: 200, bytes: 1000 };

/** What a viewer tells the staff of a message. The answer is the same whatever others have told of it. */
export function reportRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, tokens, settings } = services;
  const { clock, limits } = settings;
  const buckets = new Buckets(limits.reports, clock);

  app.post('/rooms/:id/reports', async (request): Promise<{ isNoted: true }> => {
    const { id: room } = rooms.writer(param(request, 'id'));
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    const now = clock.now();
    const restricted = isStaff(claims.role) ? null : rooms.people.of(room, claims.subject, now);
    if (restricted?.restriction === 'banned') throw banned();
    const { message, reason: given } = readInput(report, request.body);
    spend(buckets, claims.subject);
    const reason = given === undefined ? undefined : passText(given, reasonLimits, 'reason');
    const found = rooms.records.whoSaid(room, message);
    if (!found || found.author === claims.subject)
      throw new Refusal('BAD_INPUT', 'The chat has no such message of somebody else.', {
        field: 'message',
        mend: 'Send the id of a message of the chat.',
      });
    // (What a shadowed person does has no effect, and they are not told.)
    if (!found.isRetracted && restricted?.restriction !== 'shadowed')
      rooms.reports.add(room, { message, reporter: claims.subject, reason }, now);
    return { isNoted: true };
  });
}
