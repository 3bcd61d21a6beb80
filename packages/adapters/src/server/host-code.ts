// SPDX-License-Identifier: MIT
import { checkUrl } from '@vitrine/core';
import { createAsk } from './http.js';
import type { ServerOptions } from './server.js';

/** What a host's one-time code is exchanged for. */
export interface HostPass {
  /** For `serverAdapter` or `getToken`. */
  readonly token: string;
  readonly room: string;
}

/**
 * Exchanges the code of a host link (the part after `#code=`) for a token. It works once, within an hour.
 * @throws {VitrineError} `TOKEN_INVALID` when the code is unknown or used, `TOKEN_EXPIRED`, `RATE_LIMITED`, `BAD_URL`
 */
export function exchangeHostCode(
  { url, fetch = globalThis.fetch }: Pick<ServerOptions, 'url' | 'fetch'>,
  code: string,
  { signal }: { readonly signal: AbortSignal },
): Promise<HostPass> {
  const ask = createAsk(checkUrl(url, 'link').replace(/\/+$/, ''), (...given) => fetch(...given));
  return ask<HostPass>('/host/exchange', { body: { code }, signals: [signal] });
}
