// SPDX-License-Identifier: MIT
import type { FastifyRequest } from 'fastify';
import { param, readClaims, requireRoom } from '../http/requests.js';
import { requireRole, type Claims } from '../identity/claims.js';
import type { Services } from '../services.js';

/**
 * The room of the path, and who of its staff asks.
 * @throws {Refusal} `ROOM_NOT_FOUND`, `AUTH_REQUIRED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `FORBIDDEN`
 */
export async function staffOf(
  request: FastifyRequest,
  { rooms, tokens }: Pick<Services, 'rooms' | 'tokens'>,
): Promise<{ readonly room: string; readonly claims: Claims }> {
  const { id: room } = rooms.writer(param(request, 'id'));
  const claims = await readClaims(request, tokens);
  requireRoom(claims, room);
  requireRole(claims, 'owner', 'host', 'moderator');
  return { room, claims };
}
