// SPDX-License-Identifier: MIT
import { VitrineError, type Adapter } from '@vitrine/core';
import type { Markup } from '../shared/markup.js';
import { serverAdapter } from './server.js';

/**
 * The adapter for `<vitrine-room server="https://…">`.
 * @throws {VitrineError} `MISCONFIGURED` when the markup names no back end
 */
export function fromMarkup({ server }: Markup): Adapter {
  if (server !== null) return serverAdapter({ url: new URL(server, document.baseURI).href });
  throw new VitrineError('MISCONFIGURED', 'The adapter "server" needs to know where its back end is.', {
    field: 'server',
    mend: 'Set server="https://…" on the element.',
  });
}
