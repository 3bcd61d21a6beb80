// SPDX-License-Identifier: MIT
// Against a back end that has no place left.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ConnectContext, ConnectionStatus, VitrineError } from '@vitrine/core';
import { createServer, type VitrineServer } from '@vitrine/server';
import { serverAdapter } from './index.js';

/** One who connects, and what they are told of the connection. */
class Visitor {
  readonly life = new AbortController();
  readonly statuses: [status: ConnectionStatus, reason: VitrineError | undefined][] = [];
  readonly #waiting = new Set<() => void>();

  static async come(server: VitrineServer, role: 'viewer' | 'host'): Promise<Visitor> {
    const visitor = new Visitor();
    const token = await server.issueToken({ room: 'demo', role, name: role });
    const context: ConnectContext = {
      roomId: 'demo',
      locale: 'en',
      currency: 'EUR',
      signal: visitor.life.signal,
      getToken: async () => token,
      setStatus: (status, reason) => {
        visitor.statuses.push([status, reason]);
        for (const look of visitor.#waiting) look();
      },
      roundTrip: () => undefined,
      report: () => undefined,
    };
    await serverAdapter({ url: server.url }).connect(context);
    return visitor;
  }

  /** Waits for a status. @returns why it is so */
  until(wanted: ConnectionStatus): Promise<VitrineError | undefined> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.statuses.find(([status]) => status === wanted);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found[1]);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

describe('the server adapter at a door that is shut', () => {
  let server: VitrineServer;

  before(async () => {
    server = await createServer({ maximumSockets: 1 });
  });
  after(() => server.close());

  it('says that it may be tried again, tries again, and comes in when there is a place', async () => {
    const first = await Visitor.come(server, 'viewer');
    await first.until('connected');
    const second = await Visitor.come(server, 'viewer');
    const why = await second.until('reconnecting');
    assert.deepEqual([why?.code, why?.retryable], ['NETWORK', true]);
    // Who runs the show need not wait.
    const host = await Visitor.come(server, 'host');
    await host.until('connected');
    assert.ok(!second.statuses.some(([status]) => status === 'connected'));
    host.life.abort();
    first.life.abort();
    await second.until('connected');
    assert.ok(!second.statuses.some(([status]) => status === 'closed'));
    second.life.abort();
  });
});
