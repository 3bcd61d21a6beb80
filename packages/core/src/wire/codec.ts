// SPDX-License-Identifier: MIT
import { VitrineError } from '../model/index.js';
import { maximumClientFrame, type ClientFrame, type ServerFrame } from './protocol.js';

type Shape = Readonly<
  Record<
    string,
    'string' | 'number' | 'boolean' | 'object' | 'array' | 'string?' | 'number?' | 'array?' | 'object?' | 'token'
  >
>;

const clientShapes: Readonly<Record<ClientFrame['k'], Shape>> = {
  hi: { v: 'number', room: 'string', token: 'token', resume: 'string?', caps: 'array?' },
  m: { cid: 'string', text: 'string', replyTo: 'string?', sticker: 'string?' },
  l: { count: 'number' },
  p: { t0: 'number' },
  need: { from: 'number', to: 'number' },
};

const serverShapes: Readonly<Record<ServerFrame['k'], Shape>> = {
  ok: {
    now: 'number',
    ep: 'string',
    n: 'number',
    tick: 'number',
    ring: 'number',
    viewer: 'object',
    limits: 'object',
    resumed: 'boolean',
  },
  b: {
    n: 'number',
    t: 'number',
    cn: 'number',
    m: 'array?',
    c: 'array?',
    viewers: 'number?',
    likes: 'number?',
    ml: 'object?',
    skipped: 'number?',
  },
  a: { cid: 'string', i: 'string' },
  e: { cid: 'string?', code: 'string', retryAt: 'number?' },
  p: { t0: 'number', now: 'number' },
  gap: { from: 'number', to: 'number' },
  snap: {
    ep: 'string',
    n: 'number',
    cn: 'number',
    now: 'number',
    stream: 'object',
    chat: 'object',
    pinned: 'object',
    c: 'array',
    m: 'array',
    viewers: 'number',
    likes: 'number',
    ml: 'object?',
  },
  mv: { to: 'string', after: 'number' },
};

function fits(value: unknown, kind: Shape[string]): boolean {
  if (kind === 'token') return value === null || typeof value === 'string';
  if (kind.endsWith('?')) return value === undefined || fits(value, kind.slice(0, -1) as Shape[string]);
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (kind === 'number') return Number.isFinite(value);
  return typeof value === kind;
}

function decode<F extends { readonly k: string }>(text: string, shapes: Readonly<Record<string, Shape>>): F {
  let frame: unknown;
  try {
    frame = JSON.parse(text);
  } catch (cause) {
    throw new VitrineError('MALFORMED', 'A frame is no JSON.', { mend: 'Send one JSON object a frame.', cause });
  }
  if (!fits(frame, 'object')) throw new VitrineError('MALFORMED', 'A frame is no JSON object.');
  const record = frame as Readonly<Record<string, unknown>>;
  const kind = record['k'];
  const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  if (!shape) {
    throw new VitrineError(
      'UNKNOWN_TYPE',
      `No frame has the type ${typeof kind === 'string' ? kind.slice(0, 40) : typeof kind}.`,
      {
        field: 'k',
      },
    );
  }
  for (const [field, kindOfField] of Object.entries(shape)) {
    if (!fits(record[field], kindOfField)) {
      throw new VitrineError('MALFORMED', `A "${String(kind)}" frame needs ${field}: ${kindOfField}.`, { field });
    }
  }
  return record as unknown as F;
}

/** Reads a frame a client sent. @throws {VitrineError} `TOO_LARGE`, `MALFORMED`, `UNKNOWN_TYPE` */
export function decodeClientFrame(text: string): ClientFrame {
  // A character is at most three bytes of UTF-8 per UTF-16 unit; the exact count is the socket's business.
  if (text.length > maximumClientFrame) {
    throw new VitrineError('TOO_LARGE', `A frame may have ${maximumClientFrame} bytes.`, {
      mend: 'Shorten the message.',
    });
  }
  return decode<ClientFrame>(text, clientShapes);
}

/** Reads a frame the server sent. @throws {VitrineError} `MALFORMED`, `UNKNOWN_TYPE` */
export function decodeServerFrame(text: string): ServerFrame {
  return decode<ServerFrame>(text, serverShapes);
}

export function encodeFrame(frame: ClientFrame | ServerFrame): string {
  return JSON.stringify(frame);
}
