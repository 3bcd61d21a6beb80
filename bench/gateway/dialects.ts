// SPDX-License-Identifier: MIT
// How a viewer talks to each back end, in the words that go over the socket: the crowd's own library would cost the bench
// more than what is measured.
import { encodeFrame, protocolVersion, subprotocol } from '@vitrine/core/wire';

/** What one socket says and hears. */
export interface Dialect {
  readonly path: string;
  readonly protocols: readonly string[];
  /** What is answered to a frame before the socket is in, and whether it is in now. */
  greet(frame: string | null, token: string | null): { readonly say?: string; readonly isIn?: boolean };
  /** What is answered to a frame later. */
  answer(frame: string): string | null;
  say(text: string, cid: string): string;
  /** How many messages a frame brings. */
  count(frame: string): number;
}

export const room = 'bench';

const vitrine: Dialect = {
  path: '/ws',
  protocols: [subprotocol],
  greet: (frame, token) =>
    frame === null
      ? { say: encodeFrame({ k: 'hi', v: protocolVersion, room, token, caps: ['z'] }) }
      : { isIn: frame.startsWith('{"k":"ok"') },
  answer: () => null,
  say: (text, cid) => encodeFrame({ k: 'm', cid, text }),
  count: (frame) => (frame.startsWith('{"k":"b"') ? ((JSON.parse(frame) as { m?: unknown[] }).m?.length ?? 0) : 0),
};

// https://socket.io/docs/v4/engine-io-protocol and https://socket.io/docs/v4/socket-io-protocol
const socketIo: Dialect = {
  path: '/socket.io/?EIO=4&transport=websocket',
  protocols: [],
  greet(frame) {
    if (frame?.startsWith('0')) return { say: '40' };
    return { isIn: frame?.startsWith('40') === true };
  },
  answer: (frame) => (frame === '2' ? '3' : null),
  say: (text, cid) => `42${JSON.stringify(['say', { cid, text }])}`,
  count: (frame) =>
    frame.startsWith('42["batch"') ? (JSON.parse(frame.slice(2)) as [string, { m: unknown[] }])[1].m.length : 0,
};

const plain: Dialect = {
  path: '/',
  protocols: [],
  greet: () => ({ isIn: true }),
  answer: () => null,
  say: (text, cid) => JSON.stringify({ cid, text }),
  count: (frame) => (frame.startsWith('{"m"') ? (JSON.parse(frame) as { m: unknown[] }).m.length : 0),
};

export const dialects = { vitrine, 'socket.io': socketIo, plain } as const;

/** Names of dialects. */
export type DialectName = keyof typeof dialects;
