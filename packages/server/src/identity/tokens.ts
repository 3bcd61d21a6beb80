// SPDX-License-Identifier: MIT
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../clock.js';
import { Refusal } from '../refusal.js';
import { passName } from '../text/gate.js';
import { isRole, type Claims } from './claims.js';

/** As long as any id. */
const longestSubject = 128;

/** Signs and reads tokens: JWT, HS256, claims `sub`, `name`, `role`, `room`, `guest`, `verified`, `exp`. */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #clock: Clock;

  constructor(secret: string, clock: Clock) {
    this.#key = new TextEncoder().encode(secret);
    this.#clock = clock;
  }

  sign({ subject, name, role, isGuest, isVerified, room, expiresAt }: Claims): Promise<string> {
    const marks = { ...(isGuest ? { guest: true } : {}), ...(isVerified ? { verified: true } : {}) };
    return new SignJWT({ role, room, ...(name === undefined ? {} : { name }), ...marks })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(subject)
      .setIssuedAt(Math.floor(this.#clock.now() / 1000))
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(this.#key);
  }

  /** @throws {Refusal} `TOKEN_EXPIRED`, `TOKEN_INVALID` */
  async read(token: string): Promise<Claims> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(this.#clock.now()),
      });
      const { sub, name, role, room, guest, verified, exp } = payload;
      if (
        typeof sub !== 'string' ||
        !sub ||
        sub.length > longestSubject ||
        typeof room !== 'string' ||
        typeof exp !== 'number' ||
        !isRole(role)
      ) {
        throw new Refusal('TOKEN_INVALID', 'The token lacks a claim.', {
          mend: 'Sign it with sub, role, room and exp.',
        });
      }
      // The shop vouches for who it is, not for what they call themselves.
      const shown = typeof name === 'string' ? passName(name) : undefined;
      return {
        subject: sub,
        ...(shown === undefined ? {} : { name: shown }),
        role,
        isGuest: guest === true,
        // (Of nobody the shop does not know, and of nobody without a name.)
        ...(verified === true && guest !== true && shown !== undefined ? { isVerified: true } : {}),
        room,
        expiresAt: exp * 1000,
      };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (error instanceof errors.JWTExpired) {
        throw new Refusal('TOKEN_EXPIRED', 'The token has expired.', { mend: 'Ask for a new one and try again.' });
      }
      throw new Refusal('TOKEN_INVALID', 'The token cannot be read or is not signed by this server.', {
        mend: "Sign tokens with the server's secret, HS256.",
      });
    }
  }
}
