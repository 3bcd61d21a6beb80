// SPDX-License-Identifier: MIT
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Ws from 'ws';

const load = createRequire(fileURLToPath(new URL('../peers/package.json', import.meta.url)));

/** `ws` as the peers have it: the repository's own tools bring an older one. */
export const { WebSocket, WebSocketServer } = load('ws') as typeof Ws;

/** One viewer's socket of socket.io. */
export interface SocketIoSocket {
  readonly id: string;
  join(room: string): void;
  on(name: string, listener: (given: { cid: string; text: string }) => void): void;
}

/** As much of socket.io as is used: the bench is typed without its peers. */
export interface SocketIo {
  readonly Server: new (
    server: object,
    options: object,
  ) => {
    on(name: 'connection', listener: (socket: SocketIoSocket) => void): void;
    to(room: string): { emit(name: string, given: unknown): void };
  };
}

export const socketIo = (): SocketIo => load('socket.io') as SocketIo;
