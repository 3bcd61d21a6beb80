// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { WireStickers } from '@vitrine/core/wire';
import { param, readInput, spend } from '../http/requests.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { staffOf } from './staff.js';
import { stickerList } from './stickers.js';

const body = v.object({ stickers: stickerList });
// A hundred addresses of two thousand characters.
const mostBody = 262_144;
/** So long, in seconds, a list may be kept: whoever sends what is no longer in it is told. */
const keptFor = 60;

/** The stickers of a room: for all to read, and for its staff to set. */
export function stickerRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, settings } = services;
  const buckets = new Buckets(settings.limits.control, settings.clock);

  app.get('/rooms/:id/stickers', async (request, reply): Promise<WireStickers> => {
    const { id } = rooms.writer(param(request, 'id'));
    reply.header('Cache-Control', `public, max-age=${keptFor}`);
    return { stickers: rooms.stickers.of(id) };
  });

  app.put('/rooms/:id/stickers', { bodyLimit: mostBody }, async (request): Promise<WireStickers> => {
    const { room, claims } = await staffOf(request, services);
    const { stickers } = readInput(body, request.body);
    spend(buckets, claims.subject);
    rooms.records.database.transaction(() => {
      rooms.stickers.set(room, stickers);
      rooms.records.audit(room, claims.subject, claims.role, { op: 'stickers', stickers }, settings.clock.now());
    });
    return { stickers };
  });
}
