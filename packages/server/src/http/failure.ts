// SPDX-License-Identifier: MIT
import { Refusal } from '../refusal.js';

// What Fastify throws before a route is reached.
const byFastify: Readonly<Record<string, () => Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    new Refusal('TOO_LARGE', 'The body is too large.', { field: 'body', mend: 'Send at most 16 kB.' }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new Refusal('BAD_INPUT', 'The body is no JSON.', {
      status: 415,
      field: 'Content-Type',
      mend: 'Send application/json.',
    }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () =>
    new Refusal('BAD_INPUT', 'The body is empty.', { field: 'body', mend: 'Send one JSON object.' }),
  FST_ERR_CTP_INVALID_JSON_BODY: () =>
    new Refusal('MALFORMED', 'The body is no JSON.', { field: 'body', mend: 'Send one JSON object.' }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new Refusal('MALFORMED', 'The body has another length than it says.', { field: 'Content-Length' }),
};

function codeOf(thrown: unknown): string {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Whatever was thrown, as a {@link Refusal}. A fault of the server says nothing of its insides. */
export function toRefusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  const known = byFastify[codeOf(thrown)];
  if (known) return known();
  if (thrown instanceof SyntaxError && 'statusCode' in thrown) {
    return new Refusal('MALFORMED', 'The body is no JSON.', { field: 'body', mend: 'Send one JSON object.' });
  }
  return new Refusal('SERVER_ERROR', 'The server failed.', {
    mend: 'Try again; the same Idempotency-Key does no harm.',
  });
}
