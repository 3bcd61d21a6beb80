// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { verdicts } from '../gateway/review.js';
import { readInput, spend } from '../http/requests.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { faultOf, mostPatterns } from '../text/words.js';
import { holdings } from './held.js';
import type { ChatPolicy } from './policies.js';
import { staffOf } from './staff.js';

const pattern = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const fault = faultOf(dataset.value);
    if (fault === null) return dataset.value;
    addIssue({ message: fault });
    return NEVER;
  }),
);
const policy = v.object({
  words: v.pipe(v.array(pattern), v.maxLength(mostPatterns, `A list has at most ${mostPatterns} patterns.`)),
  links: v.picklist(['all', 'staff']),
  hold: v.optional(v.picklist(holdings), 'none'),
  unreviewed: v.optional(v.picklist(verdicts), 'allow'),
  revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
// Two thousand patterns of sixty-four characters, each up to three bytes.
const mostBody = 524_288;

/** What may not be said in a room: read and set by its staff, and told to nobody else. */
export function policyRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, settings } = services;
  const buckets = new Buckets(settings.limits.control, settings.clock);

  app.get('/rooms/:id/policy', async (request): Promise<ChatPolicy> => {
    const { room } = await staffOf(request, services);
    return rooms.policies.of(room).told;
  });

  // (The whole of it each time. Who says which one they have seen writes over no other.)
  app.put('/rooms/:id/policy', { bodyLimit: mostBody }, async (request): Promise<ChatPolicy> => {
    const { room, claims } = await staffOf(request, services);
    const { revision: seen, ...wanted } = readInput(policy, request.body);
    spend(buckets, claims.subject);
    const { revision } = rooms.policies.of(room).told;
    if (seen !== undefined && seen !== revision) {
      throw new Refusal('CONFLICT', 'Somebody else has changed the policy meanwhile.', {
        field: 'revision',
        mend: 'Read it anew, and put your change into that.',
        params: { revision },
      });
    }
    const told: ChatPolicy = { ...wanted, revision: revision + 1 };
    rooms.records.database.transaction(() => {
      rooms.records.savePolicy(room, told);
      rooms.records.audit(room, claims.subject, claims.role, { op: 'policy', ...told }, settings.clock.now());
    });
    rooms.policies.forget(room);
    return told;
  });
}
