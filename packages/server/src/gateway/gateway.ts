// SPDX-License-Identifier: MIT
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { subprotocol } from '@vitrine/core/wire';
import type { Clock } from '../clock.js';
import type { Claims } from '../identity/claims.js';
import type { Tokens } from '../identity/tokens.js';
import type { Rooms } from '../rooms/rooms.js';
import type { Settings } from '../settings.js';
import { Buckets } from '../text/buckets.js';
import { ChatGate } from './chat-gate.js';
import { Connection } from './connection.js';
import type { Reviewer } from './review.js';
import { Speech } from './speech.js';

// What `ws` reads at most. More than a frame may have (4,096), so that who sends a little too much is told why.
const mostRead = 16_384;
const pingEvery = 30_000;
const dismissedWithin = 500;

/** What a connection works with. */
export interface GatewayContext {
  readonly clock: Clock;
  readonly rooms: Rooms;
  readonly tokens: Tokens;
  readonly log: Logger;
  readonly speech: Speech;
  readonly likes: Buckets;
  readonly likesPerSecond: number;
  /** Frames of one connection. */
  readonly frames: Buckets;
  /** Repairs of one connection. */
  readonly repairs: Buckets;
  /** A connection has ended. */
  gone(connection: Connection): void;
}

/** Takes WebSocket upgrades on `/ws` and keeps the connections. */
export class Gateway {
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostRead,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: () => subprotocol,
  });
  readonly #connections = new Map<Connection, { readonly socket: WebSocket; isAlive: boolean }>();
  readonly #context: GatewayContext;
  readonly #origins: readonly string[] | null;
  #cancelPing: () => void;

  constructor(settings: Settings, parts: Pick<GatewayContext, 'rooms' | 'tokens' | 'log'>, reviewer: Reviewer | null) {
    const { clock, limits, origins } = settings;
    this.#origins = origins;
    this.#context = {
      ...parts,
      clock,
      speech: new Speech(parts.rooms, new ChatGate(limits.chat, clock), clock, reviewer),
      likes: new Buckets(limits.likes, clock),
      likesPerSecond: limits.likes.perSecond,
      frames: new Buckets({ perSecond: 20, burst: 60 }, clock),
      repairs: new Buckets({ perSecond: 0.5, burst: 6 }, clock),
      gone: (connection) => this.#connections.delete(connection),
    };
    this.#cancelPing = this.#schedulePing();
  }

  get size(): number {
    return this.#connections.size;
  }

  listen(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refusal = this.#refusalOf(request);
    if (refusal) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (accepted) => {
      const connection = new Connection(accepted, socket, this.#context);
      const state = { socket: accepted, isAlive: true };
      accepted.on('pong', () => (state.isAlive = true));
      this.#connections.set(connection, state);
    });
  }

  #refusalOf({ url = '', headers }: IncomingMessage): string | null {
    if (url.split('?', 1)[0] !== '/ws') return '404 Not Found';
    const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes(subprotocol)) return '400 Bad Request';
    const { origin } = headers;
    // Programs send no Origin; a page always does, and another site's page must not use this room in a viewer's name.
    if (this.#origins && origin !== undefined && !this.#origins.includes(origin)) return '403 Forbidden';
    return null;
  }

  /** Ends sockets whose other end went away without a word. */
  #schedulePing(): () => void {
    return this.#context.clock.after(pingEvery, () => {
      for (const state of this.#connections.values()) {
        if (!state.isAlive) state.socket.terminate();
        else {
          state.isAlive = false;
          state.socket.ping();
        }
      }
      this.#cancelPing = this.#schedulePing();
    });
  }

  /** A viewer has another name now: its open connections speak under it. */
  rename(claims: Claims): void {
    for (const connection of this.#connections.keys()) connection.rename(claims);
  }

  /** Somebody may not be in a room any more: their connections to it end. */
  turnOut(room: string, subject: string): void {
    for (const connection of this.#connections.keys()) connection.turnOut(room, subject);
  }

  /** What is on its way to a room is taken out of it, too. */
  retract(room: string, isRetracted: (author: string) => boolean): void {
    this.#context.speech.retract(room, isRetracted);
  }

  /** Asks everybody to come back later; who does not answer within half a second is cut off. */
  async close(): Promise<void> {
    this.#cancelPing();
    const open = [...this.#connections.values()].map(({ socket }) => socket);
    const gone = open.map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
    for (const connection of [...this.#connections.keys()]) connection.dismiss();
    // Not the room's clock: that one may stand still, and the process still has to end.
    const impatience = setTimeout(() => {
      for (const socket of open) socket.terminate();
    }, dismissedWithin);
    await Promise.all(gone);
    clearTimeout(impatience);
    this.#sockets.close();
  }
}
