// SPDX-License-Identifier: MIT
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An id nobody can guess: 128 random bits in 22 characters that are safe in a URL. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** A secret nobody can guess: 256 random bits in 43 characters that are safe in a URL. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored in place of a secret: a copy of the database opens no door. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Compares two digests without telling by the time it takes how far they agree. */
export function isSameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
