// SPDX-License-Identifier: MIT
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { Claims } from '../identity/claims.js';
import type { Tokens } from '../identity/tokens.js';
import { Refusal } from '../refusal.js';
import type { Buckets } from '../text/buckets.js';

/**
 * Input checked against its schema. Fields the schema does not know are ignored everywhere, so that a newer client can
 * speak to an older server.
 * @throws {Refusal} `BAD_INPUT` naming the field
 */
export function readInput<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'body';
  throw new Refusal('BAD_INPUT', issue.message, { field, mend: `Expected ${issue.expected ?? 'another value'}.` });
}

/** Who asks. @throws {Refusal} `AUTH_REQUIRED`, `TOKEN_EXPIRED`, `TOKEN_INVALID` */
export async function readClaims(request: FastifyRequest, tokens: Tokens): Promise<Claims> {
  return tokens.read(readBearer(request));
}

/** Who asks, if they say so. @throws {Refusal} `TOKEN_EXPIRED`, `TOKEN_INVALID` */
export async function readClaimsIfAny(request: FastifyRequest, tokens: Tokens): Promise<Claims | null> {
  return request.headers.authorization === undefined ? null : tokens.read(readBearer(request));
}

/** The secret of the `Authorization` header. @throws {Refusal} `AUTH_REQUIRED` */
export function readBearer({ headers }: FastifyRequest): string {
  const match = /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(headers.authorization ?? '');
  if (match?.[1]) return match[1];
  throw new Refusal('AUTH_REQUIRED', 'Who asks?', {
    field: 'Authorization',
    mend: 'Send "Authorization: Bearer <token>"; guests get a token from POST /guest.',
  });
}

/** Makes sure that a token is for this room. @throws {Refusal} `FORBIDDEN` */
export function requireRoom({ room }: Claims, asked: string): void {
  if (room !== asked) throw new Refusal('FORBIDDEN', 'The token is for another room.', { field: 'room' });
}

/** The key under which the answer is remembered. @throws {Refusal} `BAD_INPUT` */
export function readKey({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw new Refusal('BAD_INPUT', 'This needs an Idempotency-Key.', {
    field: 'Idempotency-Key',
    mend: 'Send 8 to 128 visible ASCII characters, new for every command and kept for its repeats.',
  });
}

/** The currency a viewer wishes, from `?currency=`. @throws {Refusal} `BAD_INPUT` */
export function readCurrency({ query }: FastifyRequest): string | undefined {
  const { currency } = query as { currency?: unknown };
  if (currency === undefined) return undefined;
  if (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) return currency;
  throw new Refusal('BAD_INPUT', 'This is no currency.', {
    field: 'currency',
    mend: 'Use an ISO 4217 code such as EUR.',
  });
}

/** Takes from a bucket. @throws {Refusal} `RATE_LIMITED` with `retryAfter` */
export function spend(buckets: Buckets, key: string): void {
  const wait = buckets.take(key);
  if (wait > 0) throw new Refusal('RATE_LIMITED', 'Too many requests.', { retryAfter: wait });
}

/** A field of the path. */
export function param({ params }: FastifyRequest, name: string): string {
  const value = (params as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : '';
}
