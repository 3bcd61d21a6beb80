// SPDX-License-Identifier: MIT
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { WebSocket } from 'ws';
import {
  decodeServerFrame,
  encodeFrame,
  protocolVersion,
  subprotocol,
  type BatchFrame,
  type HelloFrame,
  type ServerFrame,
  type WireControl,
  type WireMessage,
} from '@vitrine/core/wire';
import type { ErrorCode, Viewer } from '@vitrine/core';
import { newId } from './ids.js';
import { createServer, type TokenRequest, type VitrineServer } from './server.js';
import type { ServerOptions } from './options.js';

/** An answer over HTTP. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** What every error body has. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string;
  readonly mend?: string;
  readonly retryAfter?: number;
  readonly params?: Record<string, string | number>;
}

/** Limits nobody meets by chance. */
const wide = { perSecond: 10_000, burst: 10_000 };
export const wideLimits = {
  chat: wide,
  likes: { perSecond: 20, burst: 20 },
  guests: wide,
  cart: wide,
  checkout: wide,
  control: wide,
  answers: wide,
  entries: wide,
  reports: wide,
  messageLikes: wide,
  history: wide,
  ownWords: wide,
  names: wide,
  messagesPerSecond: 100_000,
};

/** A folder that is gone after the test. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A server that is closed after the test. */
export async function startServer(t: TestContext, options: ServerOptions = {}): Promise<VitrineServer> {
  const server = await createServer({ ...options, limits: { ...wideLimits, ...options.limits } });
  t.after(() => server.close());
  return server;
}

/** Asks over HTTP. */
export async function ask<T = Record<string, unknown>>(
  url: string,
  method: string,
  path: string,
  {
    token,
    key,
    body,
    headers = {},
  }: { token?: string; key?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined || typeof body === 'string' ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
}

/** A guest of a room, by HTTP. */
export async function guest(
  { url }: { readonly url: string },
  room = 'demo',
): Promise<{ token: string; viewer: Viewer }> {
  return (await ask<{ token: string; viewer: Viewer }>(url, 'POST', '/guest', { body: { room } })).body;
}

/** A new key for a command. */
export const newKey = (): string => newId();

/** A viewer's socket that remembers every frame. */
export class Client {
  readonly frames: ServerFrame[] = [];
  readonly socket: WebSocket;
  closed: { readonly code: number; readonly reason: string } | null = null;
  readonly #heard = new Set<() => void>();

  constructor(url: string) {
    this.socket = new WebSocket(url, subprotocol);
    this.socket.on('message', (data: Buffer) => {
      this.frames.push(decodeServerFrame(data.toString()));
      this.#tell();
    });
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#tell();
    });
    this.socket.on('error', () => this.#tell());
  }

  #tell(): void {
    for (const listener of [...this.#heard]) listener();
  }

  /** Opens a socket and says hi. */
  static async join(
    server: VitrineServer,
    hello: Partial<HelloFrame> & { as?: Omit<TokenRequest, 'room'> } = {},
  ): Promise<Client> {
    const { as, ...rest } = hello;
    const room = rest.room ?? 'demo';
    const token = rest.token !== undefined ? rest.token : as ? await server.issueToken({ room, ...as }) : null;
    const client = new Client(server.socketUrl);
    await once(client.socket, 'open');
    client.send({ k: 'hi', v: protocolVersion, ...rest, room, token });
    await client.first('ok');
    return client;
  }

  static async open(server: VitrineServer): Promise<Client> {
    const client = new Client(server.socketUrl);
    await once(client.socket, 'open');
    return client;
  }

  send(frame: Parameters<typeof encodeFrame>[0]): void {
    this.socket.send(encodeFrame(frame));
  }
  say(text: string, cid = newId()): string {
    this.send({ k: 'm', cid, text });
    return cid;
  }

  /** Says something, and waits for what becomes of it: `passed`, or the code of the refusal. */
  outcome(text: string): Promise<string> {
    const cid = this.say(text);
    return this.until(
      () =>
        this.of('a').some((frame) => frame.cid === cid)
          ? 'passed'
          : this.of('e').find((frame) => frame.cid === cid)?.code,
      `an answer to "${text}"`,
    );
  }

  /** Waits until something is true of what was heard. */
  until<T>(find: () => T | undefined | null | false, what = 'a condition'): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined || found === null || found === false) return;
        stop();
        resolve(found);
      };
      const stop = (): void => {
        clearTimeout(timer);
        this.#heard.delete(look);
      };
      const timer = setTimeout(() => {
        stop();
        reject(
          new Error(
            `Waited in vain for ${what}. Heard: ${JSON.stringify(this.frames.slice(-5))} ${JSON.stringify(this.closed)}`,
          ),
        );
      }, 5000);
      this.#heard.add(look);
      look();
    });
  }

  of<K extends ServerFrame['k']>(kind: K): Extract<ServerFrame, { k: K }>[] {
    return this.frames.filter((frame): frame is Extract<ServerFrame, { k: K }> => frame.k === kind);
  }
  first<K extends ServerFrame['k']>(kind: K): Promise<Extract<ServerFrame, { k: K }>> {
    return this.until(() => this.of(kind)[0], `a "${kind}" frame`);
  }
  get batches(): BatchFrame[] {
    return this.of('b');
  }
  /** Every message, of snapshot and batches. */
  get messages(): WireMessage[] {
    return this.frames.flatMap((frame) => (frame.k === 'b' || frame.k === 'snap' ? [...(frame.m ?? [])] : []));
  }
  get controls(): WireControl[] {
    return this.frames.flatMap((frame) => (frame.k === 'b' || frame.k === 'snap' ? [...(frame.c ?? [])] : []));
  }
  message(text: string): Promise<WireMessage> {
    return this.until(() => this.messages.find(({ x }) => x === text), `the message "${text}"`);
  }
  control<O extends WireControl['op']>(op: O): Promise<Extract<WireControl, { op: O }>> {
    return this.until(
      () => this.controls.find((item): item is Extract<WireControl, { op: O }> => item.op === op),
      `a control item "${op}"`,
    );
  }
  ended(): Promise<{ readonly code: number; readonly reason: string }> {
    return this.until(() => this.closed, 'the end of the connection');
  }
  async leave(): Promise<void> {
    this.socket.close();
    await this.ended();
  }
}
