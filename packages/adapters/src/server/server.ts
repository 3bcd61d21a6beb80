// SPDX-License-Identifier: MIT
import { checkUrl, VitrineError, type Adapter, type ConnectContext, type Ports, type StreamInfo } from '@vitrine/core';
import { createAsk } from './http.js';
import { Passport } from './passport.js';
import { serverPorts } from './ports.js';

export interface ServerOptions {
  /** Where the reference back end is reached: `https://live.shop.example`. */
  readonly url: string;
  /** The viewer's token, where the room's `getToken` gives none. Absent as well: a guest. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
  readonly WebSocket?: typeof WebSocket;
}

/**
 * A room on Vitrine's reference back end: wire protocol 1 over a WebSocket for what everybody sees, HTTP for what is
 * this viewer's own.
 * @throws {VitrineError} `BAD_URL`
 */
export function serverAdapter(options: ServerOptions): Adapter {
  const base = checkUrl(options.url, 'link').replace(/\/+$/, '');
  return { name: 'server', connect: (context) => connect(base, options, context) };
}

async function connect(base: string, options: ServerOptions, context: ConnectContext): Promise<Partial<Ports>> {
  const { roomId, signal } = context;
  const WebSocket = options.WebSocket ?? globalThis.WebSocket;
  if (!WebSocket) {
    throw new VitrineError('MISCONFIGURED', 'There is no WebSocket here.', {
      field: 'WebSocket',
      mend: 'Pass one to serverAdapter.',
    });
  }
  context.setStatus('connecting');
  // Read at the call: a page may replace `fetch` after this module was evaluated.
  const fetch = options.fetch ?? ((...given: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...given));
  const passport = new Passport(createAsk(base, fetch), context, base, options.token);
  const room = `/rooms/${encodeURIComponent(roomId)}`;
  const [{ goLive }, { stream, reminders = false, stickers = false }] = await Promise.all([
    import('./live.js'),
    passport.ask<{ readonly stream?: StreamInfo; readonly reminders?: boolean; readonly stickers?: boolean }>(room, {
      signals: [signal],
    }),
  ]);
  const { viewer } = await passport.get();
  if (signal.aborted) throw new VitrineError('ABORTED', 'The room was closed while it connected.');
  const live = goLive({ base, room, WebSocket, passport, context }, stream);
  return serverPorts({ ...live, context, passport, room, viewer, reminders, stickers });
}
