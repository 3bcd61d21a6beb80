// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { WireOwnWords } from '@vitrine/core/wire';
import { param, readClaims, readInput, requireRoom, spend } from '../http/requests.js';
import type { Claims } from '../identity/claims.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { OwnWords, type Erased } from './own-words.js';

const most = 1000;
const query = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^[012]\.\d{1,15}$/, 'This is no place to go on from.'))),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, 'This is no number of items.'),
      v.transform(Number),
      v.minValue(1, 'It must be at least 1.'),
      v.maxValue(most, `It must be at most ${most}.`),
    ),
  ),
});

/** What the asker wrote in a room: theirs to have, and theirs to have taken out. Holds for who may not write, too. */
export function ownWordsRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, interactions, gateway, tokens, settings } = services;
  const { clock, limits } = settings;
  const buckets = new Buckets(limits.ownWords, clock);
  const words = new OwnWords(rooms, interactions, gateway, clock);

  const who = async (request: FastifyRequest): Promise<Claims> => {
    const room = param(request, 'id');
    rooms.writer(room);
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    spend(buckets, `${room} ${claims.subject}`);
    return claims;
  };

  app.get('/rooms/:id/me/messages', async (request): Promise<WireOwnWords> => {
    const claims = await who(request);
    const { after, limit } = readInput(query, request.query);
    return words.read(claims, after, limit ?? most);
  });

  // (Says what is wanted: a repeat does no harm, and needs no key.)
  app.delete('/rooms/:id/me/messages', async (request): Promise<Erased> => words.erase(await who(request)));
}
