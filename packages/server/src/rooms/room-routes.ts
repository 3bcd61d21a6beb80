// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { ChatSettings, StreamInfo } from '@vitrine/core';
import type { WireHistory } from '@vitrine/core/wire';
import { requireRole } from '../identity/claims.js';
import { param, readBearer, readClaims, readInput, requireRoom, spend } from '../http/requests.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { shopInput, toStocking } from '../shop/shop-input.js';
import { stockShop } from '../shop/stocking.js';
import { Buckets } from '../text/buckets.js';
import { stickerList } from './stickers.js';
import { changeStream, chatChange, compact, roomId, streamChange, streamFields } from './room-input.js';

const newRoom = v.object({
  id: roomId,
  stream: v.object({
    ...streamFields,
    title: v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(200)),
    host: v.object({
      name: v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(80)),
      brand: v.optional(v.pipe(v.string(), v.maxLength(80))),
      avatar: v.optional(v.string()),
    }),
  }),
  chat: v.optional(chatChange),
  stickers: v.optional(stickerList),
  shop: v.optional(shopInput),
});
// As many as a viewer's timeline keeps.
const mostHistory = 5000;
// As many as a viewer's chat shows.
const usualMessages = 500;
const moment = v.pipe(v.string(), v.regex(/^\d{1,16}(\.\d{1,16})?$/, 'This is no moment.'), v.transform(Number));
const historyQuery = v.object({
  from: moment,
  to: moment,
  kinds: v.pipe(
    v.string(),
    v.transform((list) => list.split(',')),
    v.array(v.picklist(['pin', 'unpin', 'notice', 'message'])),
  ),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, 'This is no number of items.'),
      v.transform(Number),
      v.minValue(1, 'It must be at least 1.'),
      v.maxValue(mostHistory, `It must be at most ${mostHistory}.`),
    ),
  ),
});
// A room may come with all its products.
const mostBody = 1_048_576;

/** Rooms: what they are, new ones, and the show's own state. */
export function roomRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, tokens, goods, reminders, shopDatabase, settings } = services;
  const { clock } = settings;
  const reads = new Buckets(settings.limits.history, clock);

  app.get('/rooms/:id', async (request) => {
    const id = param(request, 'id');
    const writer = rooms.writer(id);
    const shop = goods.shop(id);
    return {
      id,
      now: clock.now(),
      stream: writer.stream,
      chat: writer.chat,
      viewers: writer.audience.count,
      likes: writer.likes,
      pinned: writer.pinned,
      ...(reminders.isOffered ? { reminders: true } : {}),
      ...(rooms.stickers.of(id).length > 0 ? { stickers: true } : {}),
      ...(shop ? { currency: shop.currency, currencies: shop.currencies } : {}),
    };
  });

  app.get('/rooms/:id/history', async (request): Promise<WireHistory> => {
    const { id, messageLikes } = rooms.writer(param(request, 'id'));
    spend(reads, request.ip);
    const query = readInput(historyQuery, request.query);
    const { from, to, kinds } = query;
    const hasMessages = kinds.includes('message');
    const limit = query.limit ?? (hasMessages ? usualMessages : mostHistory);
    const done = rooms.records.controlBetween(id, kinds, from, to, limit);
    if (!hasMessages) return { items: done };
    const messages = rooms.records.messagesBetween(id, from, to, limit);
    const liked = messageLikes.of(messages.map(({ i }) => i));
    const said = messages.map((m) => {
      const l = liked.get(m.i);
      return { op: 'message', at: m.at, m: l === undefined ? m : { ...m, l } } as const;
    });
    return { items: [...done, ...said].sort((one, other) => one.at - other.at).slice(-limit) };
  });

  app.post('/rooms', { bodyLimit: mostBody }, async (request, reply) => {
    const actor = await services.requireOwner(request);
    const { id, stream, chat, stickers, shop } = readInput(newRoom, request.body);
    const stocking = shop && toStocking(shop);
    const isNew = rooms.create({
      id,
      stream: compact({ phase: 'upcoming', sources: [], ...stream } as StreamInfo),
      ...(chat ? { chat: compact(chat as Partial<ChatSettings>) } : {}),
    });
    if (!isNew)
      throw new Refusal('BAD_INPUT', 'There is a room of that id.', {
        status: 409,
        field: 'id',
        mend: 'Choose another id.',
      });
    if (stickers) rooms.stickers.set(id, stickers);
    if (stocking) stockShop(shopDatabase, id, stocking.shop, stocking.products, stocking.coupons);
    rooms.records.audit(id, actor, 'owner', { op: 'create' }, clock.now());
    reply.status(201);
    return { id, stream: rooms.writer(id).stream, chat: rooms.writer(id).chat };
  });

  app.patch('/rooms/:id/stream', async (request) => {
    const id = param(request, 'id');
    const actor = await ownerOrHost(id);
    const writer = rooms.writer(id);
    const change = readInput(streamChange, request.body);
    const item = rooms.records.database.transaction(() => {
      rooms.records.audit(id, actor.subject, actor.role, { op: 'stream', change }, clock.now());
      return writer.control({ op: 'stream', info: changeStream(writer.stream, change) });
    });
    reminders.look(id, writer.stream);
    return { cn: item.cn, stream: writer.stream };

    async function ownerOrHost(room: string): Promise<{ subject: string; role: 'owner' | 'host' }> {
      // The owner's own secret has no dots; everything else is read as a token.
      if (!readBearer(request).includes('.'))
        return { subject: await services.requireOwner(request, room), role: 'owner' };
      const claims = await readClaims(request, tokens);
      requireRoom(claims, room);
      requireRole(claims, 'owner', 'host');
      return { subject: claims.subject, role: claims.role === 'owner' ? 'owner' : 'host' };
    }
  });
}
