// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import type { ConnectContext } from '@vitrine/core';
import { serverAdapter } from './index.js';

/** A socket that opens and says nothing. */
class QuietSocket {
  static all: QuietSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  isClosed = false;

  constructor() {
    QuietSocket.all.push(this);
    queueMicrotask(() => this.onopen?.());
  }
  send(text: string): void {
    if (!text.includes('"hi"')) return;
    const limits = { chars: 200, slow: 0, like: 20 };
    const viewer = { id: 'v', role: 'viewer', guest: true };
    this.onmessage?.({
      data: JSON.stringify({ k: 'ok', now: 1, ep: 'e', n: 1, tick: 100, ring: 1, viewer, limits, resumed: false }),
    });
  }
  close(): void {
    this.isClosed = true;
  }
}

/** Real time, also while a test holds that of the page. */
const { setTimeout } = globalThis;

async function until(holds: () => unknown, what: string): Promise<void> {
  const end = performance.now() + 15_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what} did not happen.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('server adapter in a page', () => {
  let life: AbortController;
  let status: string;

  beforeEach(async () => {
    QuietSocket.all = [];
    life = new AbortController();
    const answer = { token: 't', viewer: { id: 'v', role: 'viewer', isGuest: true }, currency: 'EUR', products: [] };
    const context: ConnectContext = {
      roomId: 'page',
      locale: 'en',
      currency: 'EUR',
      signal: life.signal,
      getToken: async () => 'token',
      setStatus: (next) => (status = next),
      roundTrip: () => undefined,
      report: () => undefined,
    };
    const fetch = async (): Promise<Response> => new Response(JSON.stringify(answer));
    await serverAdapter({
      url: 'https://live.example',
      fetch,
      WebSocket: QuietSocket as unknown as typeof WebSocket,
    }).connect(context);
    await until(() => status === 'connected', 'The connection');
  });
  afterEach(() => life.abort());

  it('closes its socket when the page is put away, and opens another when it is shown again', async () => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(QuietSocket.all[0]?.isClosed).to.equal(true);
    await until(() => status === 'reconnecting', 'Reconnecting');
    // A page that is put away does not try, whatever happens.
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(QuietSocket.all).to.have.length(1);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => status === 'connected', 'The connection');
    expect(QuietSocket.all).to.have.length(2);
  });

  it('tries at once when the network is back', async () => {
    const { random } = Math;
    Math.random = () => 0.999;
    // No other try comes while no time passes.
    const time = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldClearNativeTimers: true });
    try {
      for (let lost = 0; lost < 4; lost++) {
        const before = QuietSocket.all.length;
        QuietSocket.all.at(-1)?.onclose?.();
        await until(() => status === 'reconnecting', 'Reconnecting');
        await new Promise((resolve) => setTimeout(resolve));
        dispatchEvent(new Event('online'));
        await until(() => QuietSocket.all.length > before && status === 'connected', 'The connection');
      }
    } finally {
      time.restore();
      Math.random = random;
    }
  });

  it('leaves nothing behind when the room closes', async () => {
    life.abort();
    expect(QuietSocket.all[0]?.isClosed).to.equal(true);
    dispatchEvent(new PageTransitionEvent('pageshow'));
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(QuietSocket.all).to.have.length(1);
  });
});
