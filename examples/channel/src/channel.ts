// SPDX-License-Identifier: MIT
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { faultsReply, truthReply } from './control.js';
import { createFaultDesk } from './fault-desk.js';
import type { FaultHandle } from './faults.js';
import { fileReply } from './files.js';
import { loadLibrary } from './library.js';
import { answer } from './live.js';
import { originOf } from './origin.js';
import { type Reply, jsonReply, refusal, signed } from './reply.js';
import { send, sendPreflight, sendReset } from './send.js';
import { type Target, parseTarget } from './target.js';
import { frameAt } from './timeline.js';
import type { Channel, ChannelOptions } from './types.js';
import { systemTimer, waitFor } from './waiting.js';

const ownMedia = fileURLToPath(new URL('../media', import.meta.url));
/** Longer than any wait a test or a player has patience for, in milliseconds. */
const anHour = 3_600_000;

/** Starts a live channel and resolves when it listens. */
export const createChannel = async (options: ChannelOptions = {}): Promise<Channel> => {
  const {
    port = 0,
    host = '127.0.0.1',
    now = Date.now,
    timer = systemTimer,
    dvrSeconds = 30,
    mediaDir = ownMedia,
    faultsEndpoint = false,
  } = options;
  const library = await loadLibrary(mediaDir);
  const faults = createFaultDesk(now);
  const { origin, view } = originOf(now, [...library.keys()]);
  const closing = new AbortController();

  const stream = async (
    request: IncomingMessage,
    response: ServerResponse,
    target: Target,
    query: URLSearchParams,
    signal: AbortSignal,
  ): Promise<void> => {
    const fault = faults.strike(target, query);
    const action = fault?.fault.action;
    if (action?.type === 'reset') {
      sendReset(request);
      return;
    }
    if (action?.type === 'status' || action?.type === 'signature') {
      send(request, response, refusal(action.type === 'status' ? action.status : 403, 'A fault was asked for.'));
      return;
    }
    if (action?.type === 'delay') {
      const due = now() + action.milliseconds;
      await waitFor(() => due - now(), anHour, timer, signal);
    }
    const frozen = action?.type === 'freeze' ? fault : undefined;
    const holds = (handle: FaultHandle | undefined): handle is FaultHandle =>
      handle !== undefined && faults.active(handle);
    if (frozen !== undefined && target.kind !== 'playlist')
      await waitFor(() => (holds(frozen) ? anHour : 0), anHour, timer, signal);
    const clock = (): number => (target.kind === 'playlist' && holds(frozen) ? frozen.since : now());
    const context = {
      library,
      windowSeconds: dvrSeconds,
      origin: view,
      now: clock,
      wait: (until: number, limit: number) => waitFor(() => until - clock(), limit, timer, signal),
    };
    const reply = await answer(context, target, query);
    if (!signal.aborted) send(request, response, signed(reply, query), action);
  };

  const other = async (request: IncomingMessage, path: string, query: URLSearchParams): Promise<Reply> => {
    if (path === '/faults' && faultsEndpoint) return faultsReply(faults, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'GET or HEAD.');
    if (path === '/truth') return truthReply(query, now());
    if (path.startsWith('/media/')) return fileReply(mediaDir, path.slice('/media'.length));
    if (path === '/')
      return jsonReply(
        ['live', 'steady', 'plain', 'vod'].flatMap((mode) =>
          [...library.keys()].map((show) => `/${mode}/${show}/master.m3u8`),
        ),
      );
    return refusal(404, 'Nothing here.');
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    const address = URL.parse(request.url ?? '/', 'http://channel.invalid');
    if (address === null) {
      send(request, response, refusal(400, 'Not an address.'));
      return;
    }
    const target = parseTarget(address.pathname);
    if (request.method === 'OPTIONS' && address.pathname !== '/faults') sendPreflight(response);
    else if (target !== undefined && (request.method === 'GET' || request.method === 'HEAD'))
      await stream(request, response, target, address.searchParams, AbortSignal.any([gone.signal, closing.signal]));
    else send(request, response, await other(request, address.pathname, address.searchParams));
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error('The channel could not answer', request.url, error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const taken = (server.address() as AddressInfo).port;
  let closed: Promise<void> | undefined;

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    frameAt,
    faults,
    origin,
    close: () => {
      closed ??= new Promise<void>((resolve) => {
        closing.abort();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
      return closed;
    },
  };
};
