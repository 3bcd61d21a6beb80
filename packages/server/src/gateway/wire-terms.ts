// SPDX-License-Identifier: MIT
import type { WelcomeFrame } from '@vitrine/core/wire';
import { toViewer, type Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';

/** Who a connection is, in the words of the wire. */
export function toWireViewer(claims: Claims | null, subject: string): WelcomeFrame['viewer'] {
  if (!claims) return { id: subject, role: 'viewer', guest: true };
  const { id, name, role, isGuest } = toViewer(claims);
  return { id, ...(name === undefined ? {} : { name }), role, guest: isGuest };
}

/** What the codec threw, as a refusal. */
export function fromCodec(thrown: unknown): Refusal {
  const { code, field } = thrown as { code?: unknown; field?: unknown };
  const known = code === 'UNKNOWN_TYPE' || code === 'TOO_LARGE' ? code : 'MALFORMED';
  return new Refusal(known, 'The frame cannot be read.', typeof field === 'string' ? { field } : {});
}
