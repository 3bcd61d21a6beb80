// SPDX-License-Identifier: MIT
import type { EpochMs, Viewer, ViewerRole } from '@vitrine/core';
import { Refusal } from '../refusal.js';

/** Who asks, as a token says it. */
export interface Claims {
  /** The person's id; the same for the whole show. */
  readonly subject: string;
  readonly name?: string;
  readonly role: ViewerRole;
  readonly isGuest: boolean;
  /** The shop has made sure that they are who their name says. */
  readonly isVerified?: boolean;
  readonly room: string;
  readonly expiresAt: EpochMs;
}

const roles: readonly ViewerRole[] = ['viewer', 'assistant', 'moderator', 'host', 'owner'];

export function isRole(value: unknown): value is ViewerRole {
  return roles.some((role) => role === value);
}

/** Whether a role runs the show: pins, removes, sets. An assistant prepares and does none of these. */
export function isStaff(role: ViewerRole): boolean {
  return role === 'owner' || role === 'host' || role === 'moderator';
}

/** What a client may know of itself. */
export function toViewer({ subject, name, role, isGuest }: Claims): Viewer {
  return { id: subject, ...(name === undefined ? {} : { name }), role, isGuest };
}

/** @throws {Refusal} `FORBIDDEN` unless the token has one of the roles */
export function requireRole({ role }: Pick<Claims, 'role'>, ...allowed: readonly ViewerRole[]): void {
  if (allowed.includes(role)) return;
  throw new Refusal('FORBIDDEN', `A ${role} may not do this.`, {
    mend: `Use a token with the role ${allowed.join(' or ')}.`,
  });
}
