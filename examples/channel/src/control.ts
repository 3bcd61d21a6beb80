// SPDX-License-Identifier: MIT
import type { IncomingMessage } from 'node:http';
import { type FaultDesk, readFault } from './fault-desk.js';
import type { FaultHandle } from './faults.js';
import { type Reply, jsonReply, refusal } from './reply.js';
import { truthAt } from './timeline.js';

/** `GET /truth?at=<epoch ms>`; without `at`, now. */
export const truthReply = (query: URLSearchParams, now: number): Reply => {
  const text = query.get('at');
  const at = text === null ? now : Number(text);
  if (text === '' || !Number.isFinite(at) || Math.abs(at) > 8.64e15)
    return refusal(400, 'at must be epoch milliseconds.');
  return jsonReply({ ...truthAt(at), now });
};

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const localName = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;
const longestBody = 16_384;

const readBody = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.length > longestBody) throw new TypeError('The fault is too long.');
  }
  return text;
};

const describe = (handle: FaultHandle): unknown => ({
  id: handle.id,
  since: handle.since,
  hits: handle.hits(),
  ...handle.fault,
});

/**
 * `GET /faults` lists, `POST` adds one, `DELETE` clears. Only from this machine, by a loopback name and as
 * JSON, so that no page on the web can set faults through somebody's browser.
 */
export const faultsReply = async (desk: FaultDesk, request: IncomingMessage): Promise<Reply> => {
  if (!loopback.test(request.socket.remoteAddress ?? '') || !localName.test(request.headers.host ?? ''))
    return refusal(403, 'Only from this machine.');
  if (request.headers['sec-fetch-site'] !== undefined && request.headers['sec-fetch-site'] !== 'none')
    return refusal(403, 'Not from a page.');
  if (request.method === 'GET') return jsonReply(desk.list().map(describe));
  if (request.method === 'DELETE') {
    desk.clear();
    return jsonReply([]);
  }
  if (request.method !== 'POST') return refusal(405, 'GET, POST or DELETE.');
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return refusal(415, 'Send JSON.');
  try {
    return jsonReply(describe(desk.add(readFault(JSON.parse(await readBody(request))))), 201);
  } catch (error) {
    return refusal(400, error instanceof Error ? error.message : 'Not a fault.');
  }
};
