// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { param, readClaims, readInput, requireRoom, spend } from '../http/requests.js';
import { requireRole, type Claims } from '../identity/claims.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { faultOf, mostPatterns } from '../text/words.js';
import type { ChatPolicy } from './policies.js';

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
});
// A thousand patterns of sixty-four characters, each up to four bytes.
const mostBody = 524_288;

/** What may not be said in a room: read and set by its staff, and told to nobody else. */
export function policyRoutes(app: FastifyInstance, { rooms, tokens, settings }: Services): void {
  const buckets = new Buckets(settings.limits.control, settings.clock);

  const staffOf = async (request: FastifyRequest, room: string): Promise<Claims> => {
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    requireRole(claims, 'owner', 'host', 'moderator');
    return claims;
  };

  app.get('/rooms/:id/policy', async (request): Promise<ChatPolicy> => {
    const { id } = rooms.writer(param(request, 'id'));
    await staffOf(request, id);
    return rooms.policies.of(id).told;
  });

  // (The whole of it each time: what is sent twice is the same.)
  app.put('/rooms/:id/policy', { bodyLimit: mostBody }, async (request): Promise<ChatPolicy> => {
    const { id } = rooms.writer(param(request, 'id'));
    const { subject, role } = await staffOf(request, id);
    const told = readInput(policy, request.body);
    spend(buckets, subject);
    rooms.records.database.transaction(() => {
      rooms.records.savePolicy(id, told);
      rooms.records.audit(id, subject, role, { op: 'policy', ...told }, settings.clock.now());
    });
    rooms.policies.forget(id);
    return told;
  });
}
