// SPDX-License-Identifier: MIT
// A back end in the test's hand: what it answers, what it says and when its socket goes.
import { mock } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import type { ConnectContext, ConnectionStatus, Ports, VitrineError } from '@vitrine/core';
import type { BatchFrame, ClientFrame, ServerFrame } from '@vitrine/core/wire';
import { serverAdapter } from './index.js';

const chat = { mode: 'open', slowMode: 0, maximumLength: 200 } as const;
const stream = { phase: 'live', title: 'Tea', host: { name: 'Lin' }, sources: [] } as const;
const total = { minor: 0, currency: 'EUR' };
export const cart = { id: 'c', revision: 1, currency: 'EUR', lines: [], coupons: [], totals: { items: total, total } };

/** A socket whose other end is the test. */
export class FakeSocket {
  static all: FakeSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: ClientFrame[] = [];
  isClosed = false;

  constructor() {
    FakeSocket.all.push(this);
    queueMicrotask(() => this.onopen?.());
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientFrame);
  }
  close(): void {
    this.isClosed = true;
  }
  /** The server says something. */
  say(...frames: readonly (ServerFrame | string | ArrayBuffer)[]): void {
    for (const frame of frames) {
      const isReady = typeof frame === 'string' || frame instanceof ArrayBuffer;
      this.onmessage?.({ data: isReady ? frame : JSON.stringify(frame) });
    }
  }
  welcome(resumed = false, ep = 'e1'): void {
    const viewer = { id: 'g', role: 'viewer', guest: true } as const;
    this.say({
      k: 'ok',
      now: Date.now(),
      ep,
      n: 10,
      tick: 100,
      ring: 60_000,
      viewer,
      limits: { chars: 200, slow: 0, like: 20 },
      resumed,
    });
  }
  snapshot(n = 10, cn = 0): void {
    this.say({
      k: 'snap',
      ep: 'e1',
      n,
      cn,
      now: Date.now(),
      stream,
      chat,
      pinned: { product: null, at: 0 },
      c: [],
      m: [],
      viewers: 1,
      likes: 0,
    });
  }
}

export function batch(n: number, more: Partial<BatchFrame> = {}): BatchFrame {
  return {
    k: 'b',
    n,
    t: Date.now(),
    cn: 0,
    m: [{ i: `${n}.0`, u: { id: 'p', n: 'Priya' }, x: `row ${n}`, t: 0, at: 0 }],
    ...more,
  };
}

/** A frame as a back end sends it that packs. */
export function packed(frame: ServerFrame): ArrayBuffer {
  return new Uint8Array(deflateRawSync(JSON.stringify(frame))).buffer;
}

/** An answer of the back end. */
export function json(body: unknown, status = 200, headers = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

/** Waits for a condition; timers are the test's own, so nothing is slept for. */
export async function until(holds: () => unknown, what: string): Promise<void> {
  for (let turn = 0; !holds(); turn++) {
    if (turn > 500) throw new Error(`${what} did not happen.`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export class FakeBackEnd {
  readonly life = new AbortController();
  readonly statuses: [ConnectionStatus, string | undefined][] = [];
  readonly reports: VitrineError[] = [];
  /** What the page's `getToken({ refresh: true })` gives, one after the other. */
  readonly tokens: string[] = [];
  readonly calls: [path: string, init: RequestInit][] = [];
  readonly answers = new Map<string, (init: RequestInit) => Response | Promise<Response>>([
    ['/guest', () => json({ token: 'guest-token', viewer: { id: 'g', role: 'viewer', isGuest: true } })],
    ['/rooms/r', () => json({ id: 'r', stream, chat })],
    ['/rooms/r/products', () => json({ currency: 'EUR', products: [] })],
    ['/cart', () => json(cart)],
  ]);

  constructor() {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    FakeSocket.all = [];
  }

  close(): void {
    this.life.abort();
    mock.timers.reset();
  }

  connect(): Promise<Partial<Ports>> {
    const context: ConnectContext = {
      roomId: 'r',
      locale: 'en',
      currency: 'EUR',
      signal: this.life.signal,
      getToken: async (options) => (options?.refresh ? (this.tokens.shift() ?? null) : null),
      setStatus: (status, reason) => this.statuses.push([status, reason?.code]),
      roundTrip: () => undefined,
      report: (error) => this.reports.push(error as VitrineError),
    };
    const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
      const path = new URL(String(input)).pathname;
      this.calls.push([path, init]);
      return this.answers.get(path)?.(init) ?? json({ code: 'BAD_INPUT', message: path }, 404);
    };
    const WebSocket = FakeSocket as unknown as typeof globalThis.WebSocket;
    return serverAdapter({ url: 'https://live.example/', fetch, WebSocket }).connect(context);
  }

  /** The socket with this number, once it has said hello. */
  async socket(index = 0): Promise<FakeSocket> {
    await until(() => FakeSocket.all[index]?.sent.some(({ k }) => k === 'hi'), `Socket ${index}`);
    return FakeSocket.all[index] as FakeSocket;
  }

  /** What the chat delivers. */
  rows({ chat: port }: Partial<Ports>): string[] {
    const heard: string[] = [];
    const next: Parameters<NonNullable<typeof port>['subscribe']>[0]['next'] = (items) => {
      for (const item of items) if (item.kind === 'message') heard.push(item.message.text);
    };
    void port?.subscribe({ next, fail: () => undefined }, { signal: this.life.signal });
    return heard;
  }
}
