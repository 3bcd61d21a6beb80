// SPDX-License-Identifier: MIT
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { subprotocol } from '@vitrine/core/wire';
import type { Clock } from '../clock.js';
import { isStaff, type Claims } from '../identity/claims.js';
import type { Tokens } from '../identity/tokens.js';
import { Refusal } from '../refusal.js';
import type { Rooms } from '../rooms/rooms.js';
import type { Settings } from '../settings.js';
import { Buckets } from '../text/buckets.js';
import { ChatGate } from './chat-gate.js';
import { Connection } from './connection.js';
import { Doors } from './doors.js';
import type { Reviewer } from './review.js';
import { Speech } from './speech.js';

// What `ws` reads at most. More than a frame may have (4,096), so that who sends a little too much is told why.
const mostRead = 16_384;
const pingEvery = 30_000;
const dismissedWithin = 500;
/** How the staff shows its token at a door that is shut, among the subprotocols it offers. */
const tokenPrefix = 'token.';

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
    // Connections answer pings themselves, at the rate of any frame: who floods and never reads would fill the memory.
    autoPong: false,
    clientTracking: false,
    handleProtocols: () => subprotocol,
  });
  readonly #connections = new Set<Connection>();
  readonly #context: GatewayContext;
  readonly #origins: readonly string[] | null;
  readonly #doors: Doors;
  #cancelPing: () => void;

  constructor(settings: Settings, parts: Pick<GatewayContext, 'rooms' | 'tokens' | 'log'>, reviewer: Reviewer | null) {
    const { clock, limits, origins, maximumSockets } = settings;
    this.#origins = origins;
    this.#doors = new Doors(maximumSockets, parts.log);
    this.#context = {
      ...parts,
      clock,
      speech: new Speech(parts.rooms, new ChatGate(limits.chat, clock), clock, reviewer),
      likes: new Buckets(limits.likes, clock),
      likesPerSecond: limits.likes.perSecond,
      frames: new Buckets({ perSecond: 20, burst: 60 }, clock),
      repairs: new Buckets({ perSecond: 0.5, burst: 6 }, clock),
      gone: (connection) => {
        this.#connections.delete(connection);
        this.#doors.left(this.size);
      },
    };
    this.#cancelPing = this.#schedulePing();
  }

  get size(): number {
    return this.#connections.size;
  }

  /** Nobody but the staff is let in at present. */
  get isFull(): boolean {
    return this.#doors.isFull;
  }

  listen(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', destroyed);
    const refusal = this.#refusalOf(request);
    if (refusal) turnAway(socket, refusal);
    else if (this.#doors.hasPlace(this.size)) this.#letIn(request, socket, head);
    else void this.#letStaffIn(request, socket, head);
  }

  /** No place is left: who runs the show comes in all the same, and shows it before the socket is one. */
  async #letStaffIn(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const shown = offeredBy(request).find((name) => name.startsWith(tokenPrefix));
    const claims = shown && (await this.#context.tokens.read(shown.slice(tokenPrefix.length)).catch(() => null));
    if (socket.destroyed) return;
    if (claims && isStaff(claims.role)) return this.#letIn(request, socket, head);
    const { retryAfter } = this.#doors;
    turnAway(
      socket,
      '503 Service Unavailable',
      new Refusal('RATE_LIMITED', 'There is no place left.', { status: 503, retryAfter, mend: 'Come back later.' }),
    );
  }

  #letIn(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (accepted) => {
      // (From now on `ws` looks after it.)
      socket.off('error', destroyed);
      this.#connections.add(new Connection(accepted, socket, this.#context));
    });
  }

  #refusalOf(request: IncomingMessage): string | null {
    const { url = '', headers } = request;
    if (url.split('?', 1)[0] !== '/ws') return '404 Not Found';
    if (!offeredBy(request).includes(subprotocol)) return '400 Bad Request';
    const { origin } = headers;
    // Programs send no Origin; a page always does, and another site's page must not use this room in a viewer's name.
    if (this.#origins && origin !== undefined && !this.#origins.includes(origin)) return '403 Forbidden';
    return null;
  }

  /** Ends sockets whose other end went away without a word. */
  #schedulePing(): () => void {
    return this.#context.clock.after(pingEvery, () => {
      for (const connection of this.#connections) connection.probe();
      this.#cancelPing = this.#schedulePing();
    });
  }

  /** A viewer has another name now: its open connections speak under it. */
  rename(claims: Claims): void {
    for (const connection of this.#connections) connection.rename(claims);
  }

  /** What somebody is called who is in a room, if they are. */
  nameOf(room: string, subject: string): string | undefined {
    for (const connection of this.#connections) {
      const name = connection.nameIn(room, subject);
      if (name !== undefined) return name;
    }
    return undefined;
  }

  /** Somebody may not be in a room any more: their connections to it end. */
  turnOut(room: string, subject: string): void {
    for (const connection of this.#connections) connection.turnOut(room, subject);
  }

  /** What is on its way to a room is taken out of it, too. */
  retract(room: string, isRetracted: (author: string) => boolean): void {
    this.#context.speech.retract(room, isRetracted);
  }

  /** Asks everybody to come back later; who does not answer within half a second is cut off. */
  async close(): Promise<void> {
    this.#cancelPing();
    const open = [...this.#connections];
    const gone = open.map((connection) => connection.dismiss());
    // Not the room's clock: that one may stand still, and the process still has to end.
    const impatience = setTimeout(() => {
      for (const connection of open) connection.cutOff();
    }, dismissedWithin);
    await Promise.all(gone);
    clearTimeout(impatience);
    this.#sockets.close();
  }
}

function destroyed(this: Duplex): void {
  this.destroy();
}

function offeredBy({ headers }: IncomingMessage): readonly string[] {
  return (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
}

/** Answers an upgrade that is none, with the body of any HTTP answer that is an error where there is something to say. */
function turnAway(socket: Duplex, status: string, refusal?: Refusal): void {
  const body = refusal ? JSON.stringify(refusal.toBody()) : '';
  const wait = refusal?.retryAfter;
  const lines = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    ...(wait === undefined ? [] : [`Retry-After: ${Math.ceil(wait / 1000)}`]),
    ...(body ? ['Content-Type: application/json; charset=utf-8'] : []),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
