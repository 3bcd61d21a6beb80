// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { param, readInput, spend } from '../http/requests.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { restrictions, type Restricted } from './people.js';
import { staffOf } from './staff.js';

const longest = 365 * 86_400_000;
const longestSubject = 200;
const change = v.object({
  restriction: v.picklist(['none', ...restrictions]),
  for: v.optional(v.pipe(v.number(), v.integer('It is in whole milliseconds.'), v.minValue(1000), v.maxValue(longest))),
  instead: v.optional(v.boolean(), false),
});

/** What a person is told to be: as {@link Restricted}, or free again. */
type Told = Restricted | { readonly subject: string; readonly restriction: 'none' };

/** Who may not write in a room, or not be in it: read and set by its staff, and told to nobody else. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, gateway, settings } = services;
  const { clock, limits } = settings;
  const buckets = new Buckets(limits.control, clock);

  app.get('/rooms/:id/people', async (request): Promise<{ people: readonly Restricted[] }> => {
    const { room } = await staffOf(request, services);
    return { people: rooms.people.all(room, clock.now()) };
  });

  const subjectOf = (request: FastifyRequest): string => {
    const subject = param(request, 'subject');
    if (subject !== '' && subject.length <= longestSubject) return subject;
    throw new Refusal('BAD_INPUT', 'Whom?', { field: 'subject', mend: 'Send the id of the author of a message.' });
  };

  // (What is sent twice is the same, but for when it ends.)
  app.put('/rooms/:id/people/:subject', async (request): Promise<Told> => {
    const { room, claims } = await staffOf(request, services);
    const subject = subjectOf(request);
    const { restriction, for: span, instead } = readInput(change, request.body);
    spend(buckets, claims.subject);
    const now = clock.now();
    const until = span === undefined ? {} : { until: now + span };
    // (The staff reads it: an id alone would tell them nobody.)
    const found = gateway.nameOf(room, subject) ?? rooms.records.nameOf(room, subject);
    const name = found === undefined ? {} : { name: found };
    const told = rooms.records.database.transaction((): Told => {
      rooms.records.audit(room, claims.subject, claims.role, { op: 'person', subject, restriction, ...until }, now);
      if (restriction !== 'none')
        return rooms.people.restrict(room, { subject, ...name, restriction, since: now, ...until }, instead);
      rooms.people.free(room, subject);
      return { subject, restriction };
    });
    if (restriction === 'banned') gateway.turnOut(room, subject);
    return told;
  });
}
