// SPDX-License-Identifier: MIT
import { protocolVersion, type HelloFrame } from '@vitrine/core/wire';
import { isStaff, type Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import type { GatewayContext } from './gateway.js';
import type { Writer } from './writer.js';

/** What came of a "hi". */
export interface Greeting {
  readonly writer: Writer;
  /** `null`: watches without a token. */
  readonly claims: Claims | null;
  /** The last batch the client has seen of this very run, or null. */
  readonly resumeFrom: number | null;
}

/** Why somebody is not let in. */
export const banned = (): Refusal =>
  new Refusal('FORBIDDEN', 'The staff does not let you in here.', { field: 'token' });

/**
 * Checks who says "hi" and where to.
 * @throws {Refusal} `VERSION_MISMATCH`, `ROOM_NOT_FOUND`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `FORBIDDEN`
 */
export async function greet(frame: HelloFrame, { rooms, tokens, clock }: GatewayContext): Promise<Greeting> {
  if (frame.v !== protocolVersion) {
    throw new Refusal('VERSION_MISMATCH', `This server speaks version ${protocolVersion}.`, { field: 'v' });
  }
  const writer = rooms.writer(frame.room);
  const claims = frame.token === null ? null : await tokens.read(frame.token);
  if (claims && claims.room !== frame.room) {
    throw new Refusal('FORBIDDEN', 'The token is for another room.', { field: 'token' });
  }
  const restricted = claims && !isStaff(claims.role) && rooms.people.of(writer.id, claims.subject, clock.now());
  if (restricted && restricted.restriction === 'banned') throw banned();
  return { writer, claims, resumeFrom: readResume(frame.resume, writer) };
}

function readResume(resume: string | undefined, { epoch, n }: Writer): number | null {
  const [ep, number, ...rest] = resume?.split('.') ?? [];
  if (ep !== epoch || number === undefined || rest.length > 0 || !/^\d{1,15}$/.test(number)) return null;
  const seen = Number(number);
  return seen <= n ? seen : null;
}
