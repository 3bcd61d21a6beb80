// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from '../model/index.js';
import { feed } from '../testing/index.js';
import type { Adapter, ConnectContext, Ports } from './adapter.js';
import { backoffDelay, pause } from './backoff.js';
import { composeAdapters, pick } from './compose.js';

function part(name: string, ports: Partial<Ports>): Adapter {
  return { name, connect: async () => ports };
}

function context(heard: { statuses?: string[]; reports?: unknown[] } = {}): ConnectContext {
  return {
    roomId: 'r',
    locale: 'en',
    currency: 'EUR',
    signal: new AbortController().signal,
    getToken: async () => null,
    setStatus: (status) => heard.statuses?.push(status),
    roundTrip: () => undefined,
    report: (error) => heard.reports?.push(error),
  };
}

const stream = { subscribe: feed<never>().subscribe };
const chat = { subscribe: feed<never>().subscribe };

describe('composeAdapters', () => {
  it('joins the ports of its parts', async () => {
    const ports = await composeAdapters(part('video', { stream }), part('talk', { chat })).connect(context());
    expect(Object.keys(ports)).to.deep.equal(['stream', 'chat']);
  });

  it('refuses two parts that offer one port, by name', async () => {
    const adapter = composeAdapters(part('a', { chat }), part('b', { chat }));
    const error = await adapter.connect(context()).catch((thrown: unknown) => thrown as VitrineError);
    expect(error).to.include({ code: 'PORT_CONFLICT', field: 'chat' });
    const chosen = composeAdapters(part('a', { chat, stream }), pick(part('b', { chat }), 'stream'));
    expect(Object.keys(await chosen.connect(context()))).to.have.members(['chat', 'stream']);
  });

  it('goes on without a part that fails, and fails only when all do', async () => {
    const broken: Adapter = {
      name: 'broken',
      connect: async () => {
        throw new VitrineError('NETWORK', 'down');
      },
    };
    const reports: unknown[] = [];
    const ports = await composeAdapters(broken, part('talk', { chat })).connect(context({ reports }));
    expect(Object.keys(ports)).to.deep.equal(['chat']);
    expect(reports).to.have.lengthOf(1);
    const error = await composeAdapters(broken)
      .connect(context())
      .catch((thrown: unknown) => thrown as VitrineError);
    expect(error).to.have.property('code', 'NETWORK');
  });

  it('is as well connected as its worst part', async () => {
    const statuses: string[] = [];
    const contexts: ConnectContext[] = [];
    const live = (name: string): Adapter => ({ name, connect: async (given) => (contexts.push(given), {}) });
    await composeAdapters(live('a'), live('b')).connect(context({ statuses }));
    contexts[0]!.setStatus('connected');
    contexts[1]!.setStatus('reconnecting');
    contexts[1]!.setStatus('connected');
    expect(statuses).to.deep.equal(['connected', 'reconnecting', 'connected']);
  });
});

describe('backoffDelay', () => {
  it('doubles its ceiling up to a limit and takes a random share of it', () => {
    const most = [0, 1, 2, 3, 10, 99].map((attempt) => backoffDelay(attempt, undefined, { random: () => 0.999999 }));
    expect(most).to.deep.equal([500, 1000, 2000, 4000, 30_000, 30_000]);
    expect(backoffDelay(5, undefined, { random: () => 0 })).to.equal(0);
  });

  it('never comes back before the server allows it', () => {
    expect(backoffDelay(0, 7000, { random: () => 0 })).to.equal(7000);
  });

  it('ends with its signal', async () => {
    const life = new AbortController();
    const waiting = pause(60_000, life.signal);
    life.abort(new Error('closed'));
    const error = await waiting.catch((thrown: unknown) => thrown as Error);
    expect(error).to.have.property('message', 'closed');
  });
});
