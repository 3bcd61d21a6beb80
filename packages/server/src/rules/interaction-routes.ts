// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { InteractionDraft } from '@vitrine/core/interactions';
import { param, readClaims, readClaimsIfAny, readInput, readKey, requireRoom, spend } from '../http/requests.js';
import { requireRole } from '../identity/claims.js';
import { checkMoment } from '../rooms/show-time.js';
import type { Services } from '../services.js';
import { answerOnce } from '../storage/answers.js';
import { Buckets } from '../text/buckets.js';

const mostData = 4096;
const launch = v.object({
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'A kind has lower-case letters, digits and hyphens.')),
  rule: v.string(),
  settings: v.unknown(),
  data: v.optional(
    v.pipe(
      v.unknown(),
      v.check((data) => JSON.stringify(data).length <= mostData, `It may have ${mostData} characters as JSON.`),
    ),
  ),
  at: v.optional(v.number()),
});
const answered = v.object({ answer: v.unknown() });

/** What viewers take part in. Each command is done once per key. */
export function interactionRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, tokens, interactions, settings } = services;
  const { clock, limits } = settings;
  const { database } = rooms.records;
  const commands = new Buckets(limits.control, clock);

  app.get('/rooms/:id/interactions', async (request) => {
    const room = param(request, 'id');
    rooms.writer(room);
    const claims = await readClaimsIfAny(request, tokens);
    if (claims) requireRoom(claims, room);
    return interactions.list(room, claims);
  });

  app.post('/rooms/:id/interactions', async (request, reply) => {
    const room = param(request, 'id');
    const writer = rooms.writer(room);
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    requireRole(claims, 'owner', 'host', 'moderator');
    const key = readKey(request);
    const input = readInput(launch, request.body);
    spend(commands, claims.subject);
    const scope = `control ${room} ${claims.subject}`;
    const done = answerOnce(database, { scope, key, input }, clock.now(), () => {
      const { at, ...draft } = input;
      const moment = Math.round(checkMoment(at, writer.programTime()) ?? writer.programTime());
      rooms.records.audit(room, claims.subject, claims.role, { launch: draft }, clock.now());
      return { ...interactions.launch(room, draft as InteractionDraft, moment), at: moment };
    });
    return reply.status(201).send(done);
  });

  app.post('/rooms/:id/interactions/:interaction/close', async (request) => {
    const room = param(request, 'id');
    const id = param(request, 'interaction');
    rooms.writer(room);
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    requireRole(claims, 'owner', 'host', 'moderator');
    const key = readKey(request);
    spend(commands, claims.subject);
    const scope = `control ${room} ${claims.subject}`;
    return answerOnce(database, { scope, key, input: { close: id } }, clock.now(), () => {
      rooms.records.audit(room, claims.subject, claims.role, { close: id }, clock.now());
      interactions.close(room, id);
      return { id };
    });
  });

  app.post('/rooms/:id/interactions/:interaction/answers', async (request) => {
    const room = param(request, 'id');
    const id = param(request, 'interaction');
    rooms.writer(room);
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    const key = readKey(request);
    const { answer } = readInput(answered, request.body);
    const scope = `answer ${room} ${claims.subject}`;
    return answerOnce(database, { scope, key, input: { id, answer } }, clock.now(), () =>
      interactions.answer(room, id, answer, claims),
    );
  });
}
