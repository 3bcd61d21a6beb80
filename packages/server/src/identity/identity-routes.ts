// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { param, readClaims, readInput, spend } from '../http/requests.js';
import { newId } from '../ids.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { Buckets } from '../text/buckets.js';
import { passText, withoutChecks } from '../text/gate.js';
import { isReservedName } from '../text/skeleton.js';
import { isRole, isStaff, toViewer, type Claims } from './claims.js';

const hostLifetime = 12 * 3_600_000;
const nameLimits = { graphemes: 32, bytes: 256 };

const roomBody = v.object({ room: v.string() });
const devBody = v.object({ room: v.string(), name: v.optional(v.string()), role: v.optional(v.string()) });
const codeBody = v.object({ code: v.string() });
const nameBody = v.object({ name: v.string() });

/** Whether a program of this very machine asks; one behind a proxy on this machine does not count. */
function isLoopback({ raw, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) return false;
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(raw.socket.remoteAddress ?? '');
}

/** Who watches: guests, names, the host's one-time code and, in development, tokens for trying things out. */
export function identityRoutes(app: FastifyInstance, services: Services): void {
  const { settings, tokens, rooms, hostCodes, gateway } = services;
  const { clock, limits, mode, tokenLifetime } = settings;
  const guests = new Buckets(limits.guests, clock);
  const codes = new Buckets(limits.hostCodes, clock);
  const names = new Buckets(limits.names, clock);

  const answer = async (claims: Claims): Promise<unknown> => ({
    token: await tokens.sign(claims),
    viewer: toViewer(claims),
  });
  const guestOf = (room: string): Claims => ({
    subject: `guest-${newId()}`,
    role: 'viewer',
    isGuest: true,
    room,
    expiresAt: clock.now() + tokenLifetime,
  });

  /** A name as it may be shown. @throws {Refusal} `BAD_INPUT`, `NAME_RESERVED` */
  const checkName = (input: string, room: string): string => {
    let name: string;
    try {
      name = passText(withoutChecks(input), nameLimits, 'name');
    } catch {
      throw new Refusal('BAD_INPUT', `A name has 1 to ${nameLimits.graphemes} characters.`, { field: 'name' });
    }
    const { host } = rooms.writer(room).stream;
    if (isReservedName(name, [host.name, ...(host.brand === undefined ? [] : [host.brand])])) {
      throw new Refusal('NAME_RESERVED', 'This name belongs to the show.', {
        field: 'name',
        mend: 'Choose another name.',
      });
    }
    if (!rooms.policies.of(room).allows(name)) {
      throw new Refusal('BAD_INPUT', 'Nobody is called that here.', { field: 'name', mend: 'Choose another name.' });
    }
    return name;
  };

  app.post('/guest', async (request) => {
    const { room } = readInput(roomBody, request.body);
    rooms.writer(room);
    spend(guests, request.ip);
    return answer(guestOf(room));
  });

  app.post('/identity/rename', async (request) => {
    const claims = await readClaims(request, tokens);
    const { name: wished } = readInput(nameBody, request.body);
    spend(names, claims.subject);
    const name = isStaff(claims.role)
      ? passText(withoutChecks(wished), nameLimits, 'name')
      : checkName(wished, claims.room);
    // (It was another name that the shop vouched for.)
    const renamed = { ...claims, name, isVerified: false };
    gateway.rename(renamed);
    rooms.people.rename(claims.room, claims.subject, name);
    return answer(renamed);
  });

  app.post('/host/exchange', async (request) => {
    const { code } = readInput(codeBody, request.body);
    spend(codes, request.ip);
    const room = hostCodes.redeem(code);
    const { host } = rooms.writer(room).stream;
    const token = await tokens.sign({
      subject: `host-${room}`,
      name: host.name,
      role: 'host',
      isGuest: false,
      room,
      expiresAt: clock.now() + hostLifetime,
    });
    return { token, room };
  });

  app.post('/rooms/:id/host-link', async (request) => {
    await services.requireOwner(request, param(request, 'id'));
    return services.hostLink(param(request, 'id'));
  });

  if (mode !== 'development') return;
  app.post('/dev/token', async (request) => {
    if (!isLoopback(request))
      throw new Refusal('FORBIDDEN', 'Tokens for trying things out are for this machine alone.');
    const { room, name, role = 'viewer' } = readInput(devBody, request.body);
    rooms.writer(room);
    if (!isRole(role)) throw new Refusal('BAD_INPUT', 'There is no such role.', { field: 'role' });
    if (role !== 'viewer') {
      throw new Refusal('FORBIDDEN', 'A role of the staff is never given away.', {
        field: 'role',
        mend: 'Use the host link that was printed when the server started.',
      });
    }
    if (name === undefined) return answer(guestOf(room));
    return answer({ ...guestOf(room), subject: `viewer-${newId()}`, name: checkName(name, room), isGuest: false });
  });
}
