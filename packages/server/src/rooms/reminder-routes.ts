// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { param, readClaims, requireRoom, spend } from '../http/requests.js';
import type { Claims } from '../identity/claims.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';

/** Whether a viewer is told when the show begins. Each call says what is wanted, so that a repeat does no harm. */
export function reminderRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, tokens, reminders, settings } = services;
  const buckets = new Buckets(settings.limits.answers, settings.clock);

  const who = async (request: FastifyRequest): Promise<readonly [room: string, claims: Claims]> => {
    const room = param(request, 'id');
    rooms.writer(room);
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    spend(buckets, claims.subject);
    return [room, claims];
  };

  app.get('/rooms/:id/reminder', async (request) => ({ isSet: reminders.isSet(...(await who(request))) }));

  app.put('/rooms/:id/reminder', async (request) => reminders.set(...(await who(request))));

  app.delete('/rooms/:id/reminder', async (request) => {
    reminders.clear(...(await who(request)));
    return { isSet: false };
  });
}
