// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WireOwnLikes } from '@vitrine/core/wire';
import { banned } from '../gateway/greeting.js';
import { param, readClaims, requireRoom, spend } from '../http/requests.js';
import { isStaff, type Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { mutedUntil } from './people.js';

/** So much is told to somebody of what they like. */
const mostTold = 1000;

/** What a viewer likes of what others say. Each call says what is wanted: a repeat does no harm, and needs no key. */
export function messageLikeRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, tokens, settings } = services;
  const { clock, limits } = settings;
  const buckets = new Buckets(limits.messageLikes, clock);

  const who = async (request: FastifyRequest): Promise<Claims> => {
    const { id: room } = rooms.writer(param(request, 'id'));
    const claims = await readClaims(request, tokens);
    requireRoom(claims, room);
    spend(buckets, `${room} ${claims.subject}`);
    return claims;
  };

  /** @throws {Refusal} */
  const check = ({ room, subject, isGuest }: Claims, message: string): void => {
    const said = rooms.records.findMessage(room, message);
    if (!said || said.y === 'o' || said.u.id === subject)
      throw new Refusal('BAD_INPUT', 'The chat has no such message of somebody else.', {
        field: 'message',
        mend: 'Send the id of a message of the chat.',
      });
    const { mode } = rooms.writer(room).chat;
    if (mode === 'members' && isGuest) throw new Refusal('AUTH_REQUIRED', 'Only members take part here.');
  };

  const setLiked = async (request: FastifyRequest, isLiked: boolean): Promise<{ isLiked: boolean }> => {
    const claims = await who(request);
    const message = param(request, 'message');
    const { room, subject, role } = claims;
    const now = clock.now();
    const restricted = isStaff(role) ? null : rooms.people.of(room, subject, now);
    if (restricted?.restriction === 'banned') throw banned();
    if (restricted?.restriction === 'muted' && isLiked) throw mutedUntil(restricted.until, now);
    // (What is liked no longer need not be there any more.)
    if (isLiked) check(claims, message);
    // (What a shadowed person does has no effect, and they are not told.)
    if (!restricted || !isLiked) rooms.writer(room).messageLikes.set(message, subject, isLiked);
    return { isLiked };
  };

  app.put('/rooms/:id/messages/:message/like', (request) => setLiked(request, true));
  app.delete('/rooms/:id/messages/:message/like', (request) => setLiked(request, false));

  app.get('/rooms/:id/me/likes', async (request): Promise<WireOwnLikes> => {
    const { room, subject } = await who(request);
    return { messages: rooms.writer(room).messageLikes.ofPerson(subject, mostTold) };
  });
}
