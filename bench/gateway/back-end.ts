// SPDX-License-Identifier: MIT
// One back end in a process of its own, which tells what it has used. The peers do what rooms are told to do with them:
// gather what is said for a quarter of a second, as ours does before two thousand viewers, and send it to everybody.
import { createServer as createHttp } from 'node:http';
import { createServer } from '@vitrine/server';
import type { WebSocket } from 'ws';
import { room } from './dialects.js';
import { socketIo, WebSocketServer } from './peers.js';

export const backEnds = ['vitrine', 'socket.io', 'ws', 'ws, text once'] as const;
/** Names of back ends. */
export type BackEndName = (typeof backEnds)[number];

/** What a back end has used until now. */
export interface Usage {
  /** µs of processor time. */
  readonly cpu: number;
  /** Bytes of memory, after a collection. */
  readonly memory: number;
}

/** What a back end tells first. */
export interface Opened {
  readonly port: number;
  /** Of who may take things out of the room. */
  readonly staffToken?: string;
}

/** A message as ours sends it. */
interface Row {
  readonly i: string;
  readonly cid: string;
  readonly u: { readonly id: string; readonly n: string };
  readonly x: string;
  readonly t: number;
  readonly at: number;
}

const tick = 250;
const wide = { perSecond: 100_000, burst: 100_000 };

/** Gathers what is said and hands it over four times a second. */
function gathering(deliver: (batch: { m: readonly Row[] }) => void): (author: string, said: string) => void {
  let waiting: Row[] = [];
  let count = 0;
  setInterval(() => {
    if (waiting.length > 0) deliver({ m: waiting });
    waiting = [];
  }, tick);
  return (author, said) => {
    const { cid, text } = JSON.parse(said) as { cid: string; text: string };
    const now = Date.now();
    waiting.push({ i: `e.${++count}`, cid, u: { id: author, n: 'Guest' }, x: text, t: now, at: now });
  };
}

async function openVitrine(): Promise<Opened> {
  const ownerToken = 'the-owner-of-the-bench-room';
  const limits = { chat: wide, guests: wide, messagesPerSecond: 10_000 };
  const server = await createServer({ ownerToken, seed: false, limits, shedding: false });
  const { url, port } = server;
  await fetch(`${url}/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}`, 'idempotency-key': 'room' },
    body: JSON.stringify({ id: room, stream: { title: 'Tea', host: { name: 'Lin' }, phase: 'live' } }),
  });
  return { port, staffToken: await server.issueToken({ room, role: 'host' }) };
}

const listening = (server: ReturnType<typeof createHttp>): Promise<Opened> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address ? address.port : 0 });
    });
  });

async function openSocketIo(): Promise<Opened> {
  const { Server } = socketIo();
  const server = createHttp();
  const io = new Server(server, { transports: ['websocket'], serveClient: false });
  const say = gathering((batch) => io.to(room).emit('batch', batch));
  io.on('connection', (socket) => {
    socket.join(room);
    socket.on('say', (given) => say(socket.id, JSON.stringify(given)));
  });
  return listening(server);
}

/** @param isOnce whether the text is made once for all, and not once for each */
async function openWs(isOnce: boolean): Promise<Opened> {
  const server = createHttp();
  const sockets = new Set<WebSocket>();
  const say = gathering((batch) => {
    const text = isOnce ? Buffer.from(JSON.stringify(batch)) : null;
    for (const socket of sockets) socket.send(text ?? JSON.stringify(batch), { binary: false });
  });
  new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
    const author = `${sockets.size}`;
    sockets.add(socket);
    socket.on('message', (data: Buffer) => say(author, data.toString()));
    socket.on('close', () => sockets.delete(socket));
  });
  return listening(server);
}

const openings: Readonly<Record<BackEndName, () => Promise<Opened>>> = {
  vitrine: openVitrine,
  'socket.io': openSocketIo,
  ws: () => openWs(false),
  'ws, text once': () => openWs(true),
};

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  return { cpu: user + system, memory: process.memoryUsage().rss };
}

if (process.send) {
  const { name } = JSON.parse(process.argv[2] ?? '{}') as { name: BackEndName };
  process.send(await openings[name]());
  process.on('message', () => process.send?.(usage()));
  process.on('disconnect', () => process.exit());
}
