// SPDX-License-Identifier: MIT
import type { IncomingMessage, ServerResponse } from 'node:http';
import { damaged } from './damage.js';
import type { FaultAction } from './faults.js';
import type { Reply } from './reply.js';

const open: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'content-length, date',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
};

/** Answers the question a browser asks before a request with unusual headers. */
export const sendPreflight = (response: ServerResponse): void => {
  response.writeHead(204, {
    ...open,
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': '*',
    'access-control-max-age': '600',
  });
  response.end();
};

/** Tears the connection down without an answer. */
export const sendReset = (request: IncomingMessage): void => {
  request.socket.resetAndDestroy();
};

/** Sends a reply, damaged on the way if a fault says so. */
export const send = (request: IncomingMessage, response: ServerResponse, reply: Reply, damage?: FaultAction): void => {
  if (response.destroyed || response.writableEnded) return;
  const body = damaged(reply.body, damage);
  response.writeHead(reply.status, {
    ...(damage?.type === 'closed' ? {} : open),
    'content-type': damage?.type === 'mislabel' ? 'text/html' : reply.type,
    'content-length': body.length,
    'cache-control': reply.cache,
    ...reply.headers,
  });
  if (request.method === 'HEAD') response.end();
  else if (damage?.type === 'truncate') {
    const kept = body.subarray(0, Math.floor(body.length * (damage.share ?? 0.5)));
    response.write(kept, () => request.socket.destroy());
  } else response.end(body);
};
