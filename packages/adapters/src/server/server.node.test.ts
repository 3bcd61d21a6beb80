// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { adapterConformance, type Driver } from '@vitrine/adapter-tests';
import {
  newId,
  type Adapter,
  type ChatEvent,
  type ConnectContext,
  type ConnectionStatus,
  type Ports,
} from '@vitrine/core';
import { createServer, type VitrineServer } from '@vitrine/server';
import { exchangeHostCode, serverAdapter } from './index.js';

/** A room of its own for one case, with the sockets in the test's hand. */
interface Place {
  readonly adapter: Adapter;
  readonly roomId: string;
  readonly currency: string;
  readonly cut: { isOpen: boolean; readonly sockets: Set<WebSocket> };
  /** Other viewers who have come in. */
  readonly others: AbortController[];
  dispose(): void;
}

const owner = 'the-owner-of-the-conformance-tests';
let server: VitrineServer;

async function post(path: string, body: object, token: string, method = 'POST'): Promise<unknown> {
  const response = await fetch(server.url + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': newId() },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const price = (minor: number): object[] => ['EUR', 'JPY', 'KWD'].map((currency) => ({ amount: { minor, currency } }));

const shop = {
  currency: 'EUR',
  currencies: ['EUR', 'JPY', 'KWD'],
  delivery: {
    label: 'Delivery',
    prices: [600, 1000, 2000].map((minor, index) => ({ minor, currency: ['EUR', 'JPY', 'KWD'][index] })),
  },
  coupons: [{ code: 'SPRING', basisPoints: 1000 }],
  products: [
    { id: 'tea', kind: 'goods', title: 'Tea', variants: [{ id: 'tea-1', values: {}, stock: 50, prices: price(1999) }] },
    {
      id: 'cup',
      kind: 'goods',
      title: 'Cup',
      variants: [{ id: 'cup-1', values: {}, stock: 50, maximumPerOrder: 4, prices: price(705) }],
    },
  ],
};

/** A WebSocket that the test can cut and keep cut. */
function cuttable(cut: Place['cut']): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(cut.isOpen ? url : 'ws://127.0.0.1:9', protocols);
      cut.sockets.add(this);
    }
  };
}

async function place(currency: string, role: 'viewer' | 'host'): Promise<Place> {
  const roomId = `room-${newId().slice(0, 12)}`;
  const stream = { title: 'Tea', host: { name: 'Lin' }, phase: 'live' };
  const stickers = [{ id: 'heart', url: 'https://shop.example/heart.svg', label: 'Love it' }];
  await post('/rooms', { id: roomId, stream, stickers, shop }, owner);
  const token = role === 'host' ? await server.issueToken({ room: roomId, role: 'host', name: 'Lin' }) : undefined;
  const cut = { isOpen: true, sockets: new Set<WebSocket>() };
  const adapter = serverAdapter({ url: server.url, WebSocket: cuttable(cut), ...(token && { token }) });
  const others: AbortController[] = [];
  const dispose = (): void => {
    for (const socket of cut.sockets) socket.close();
    for (const life of others) life.abort();
  };
  return { adapter, roomId, currency, cut, others, dispose };
}

/** Another viewer of the room, with a connection of its own. */
async function stranger(
  { roomId, currency }: Pick<Place, 'roomId' | 'currency'>,
  name = 'Priya',
): Promise<{ readonly ports: Partial<Ports>; readonly life: AbortController }> {
  const life = new AbortController();
  const token = await server.issueToken({ room: roomId, name });
  const ports = await enter(serverAdapter({ url: server.url }), roomId, life, {
    currency,
    getToken: async () => token,
  });
  return { ports, life };
}

/** Connects, and waits until the socket is up. */
async function enter(
  adapter: Adapter,
  roomId: string,
  life: AbortController,
  more: Partial<ConnectContext> = {},
): Promise<Partial<Ports>> {
  let isConnected: () => void = () => undefined;
  const connected = new Promise<void>((resolve) => (isConnected = resolve));
  const setStatus = (status: ConnectionStatus): unknown => status === 'connected' && isConnected();
  const ports = await adapter.connect(contextOf(roomId, life, { ...more, setStatus }));
  await connected;
  return ports;
}

function driver(subject: Place): Driver {
  const { roomId, cut, currency } = subject;
  const staff = server.issueToken({ room: roomId, role: 'host', name: 'Lin' });
  const control = async (body: object): Promise<unknown> => post(`/rooms/${roomId}/control`, body, await staff);
  const variant = async (id: string, body: object): Promise<unknown> =>
    post(`/rooms/${roomId}/variants/${id}`, body, await staff, 'PATCH');
  const command = (signal: AbortSignal): { commandId: string; signal: AbortSignal } => ({ commandId: newId(), signal });
  return {
    async say(text) {
      const { ports, life } = await stranger(subject);
      const said = await ports.chat?.send?.({ cid: newId(), text }, { signal: life.signal });
      life.abort();
      return said?.id ?? '';
    },
    async join(name) {
      const { ports, life } = await stranger(subject, name);
      subject.others.push(life);
      const viewer = await ports.identity?.current();
      const words: string[] = [];
      await ports.chat?.subscribe(
        {
          next: (items) => words.push(...items.flatMap((item) => (item.kind === 'message' ? [item.message.text] : []))),
          fail: () => undefined,
        },
        { signal: life.signal },
      );
      return {
        id: viewer?.id ?? '',
        name,
        say: async (text) => (await ports.chat?.send?.({ cid: newId(), text }, { signal: life.signal }))?.id ?? '',
        heard: () => words,
      };
    },
    hold: async () => post(`/rooms/${roomId}/policy`, { words: [], links: 'all', hold: 'all' }, await staff, 'PUT'),
    async launch(draft) {
      return ((await post(`/rooms/${roomId}/interactions`, draft, await staff)) as { id: string }).id;
    },
    async answer(id, answer, as = 'viewer') {
      const token = as === 'host' ? await staff : await server.issueToken({ room: roomId, name: 'Priya' });
      const path = `/rooms/${roomId}/interactions/${id}/answers`;
      return ((await post(path, { answer }, token)) as { entry?: { id: string } }).entry?.id;
    },
    pin: (product, at) => control({ op: 'pin', product, ...(at !== undefined && { at }) }),
    unpin: (at) => control({ op: 'unpin', ...(at !== undefined && { at }) }),
    setPhase: (phase) => post(`/rooms/${roomId}/stream`, { phase }, owner, 'PATCH'),
    setStock: (id, stock) => variant(id, { stock }),
    setPrice: (id, minor) => variant(id, { price: { amount: { minor, currency } } }),
    async buy(id, quantity) {
      const { ports, life } = await stranger(subject);
      const request = { mode: 'embed', returnUrl: '', buyNow: { variantId: id, quantity } } as const;
      const session = await ports.checkout?.begin(request, command(life.signal));
      await ports.checkout?.confirm?.(session?.id ?? '', { methodId: 'card-4242' }, command(life.signal));
      life.abort();
    },
    async dropConnection() {
      cut.isOpen = false;
      for (const socket of cut.sockets) socket.close();
    },
    async restoreConnection() {
      cut.isOpen = true;
    },
    coupon: 'SPRING',
    methods: { pays: 'card-4242', declines: 'card-0002' },
  };
}

function contextOf(roomId: string, life: AbortController, more: Partial<ConnectContext> = {}): ConnectContext {
  return {
    roomId,
    locale: 'en',
    currency: 'EUR',
    signal: life.signal,
    getToken: async () => null,
    setStatus: () => undefined,
    roundTrip: () => undefined,
    report: () => undefined,
    ...more,
  };
}

describe('the server adapter keeps the contract', () => {
  before(async () => {
    server = await createServer({
      seed: false,
      ownerToken: owner,
      reminders: { send: () => undefined },
      limits: { entries: { perSecond: 100, burst: 100 }, answers: { perSecond: 100, burst: 100 } },
    });
  });
  after(() => server.close());

  const cases = adapterConformance<Place>({ create: ({ currency, role }) => place(currency, role), driver });
  for (const { name, run } of cases) {
    it(name, async (test) => {
      const skipped = await run();
      if (skipped) test.skip(skipped.skip);
    });
  }

  it('takes in order what is said so much at once that it comes packed', async (test) => {
    const room = await place('EUR', 'host');
    const life = new AbortController();
    test.after(() => life.abort());
    const host = await enter(room.adapter, room.roomId, life);
    let packed = 0;
    class Watched extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          if (typeof data !== 'string') packed++;
        });
      }
    }
    const viewer = await enter(serverAdapter({ url: server.url, WebSocket: Watched }), room.roomId, life);
    const said = Array.from({ length: 40 }, (_, index) => `${index}: ${'steeped for three minutes '.repeat(6)}`.trim());
    const heard: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const next = (items: readonly ChatEvent[]): void => {
        for (const item of items) if (item.kind === 'message') heard.push(item.message.text);
        if (heard.length >= said.length) resolve();
      };
      void viewer.chat?.subscribe({ next, fail: reject }, { signal: life.signal });
      const send = (text: string): unknown => host.chat?.send?.({ cid: newId(), text }, { signal: life.signal });
      Promise.all(said.map(send)).catch(reject);
    });
    assert.deepEqual(heard, said);
    assert.ok(packed > 0, 'Nothing came packed.');
  });

  it('exchanges a host link for a token, once', async () => {
    const { roomId } = await place('EUR', 'viewer');
    const { code } = server.hostLink(roomId);
    const { signal } = new AbortController();
    const pass = await exchangeHostCode({ url: server.url }, code, { signal });
    assert.equal(pass.room, roomId);
    const life = new AbortController();
    const { catalog, identity } = await serverAdapter({ url: server.url, token: pass.token }).connect(
      contextOf(roomId, life),
    );
    assert.equal(typeof catalog?.pin, 'function');
    assert.equal((await identity?.current())?.role, 'host');
    life.abort();
    await assert.rejects(exchangeHostCode({ url: server.url }, code, { signal }), {
      code: 'TOKEN_INVALID',
      field: 'code',
    });
  });
});
