// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { ServerOptions } from '../options.js';
import { Client, startServer } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';

/** A room in which somebody goes on talking, whatever others do. */
export interface HonestRoom {
  readonly server: VitrineServer;
  readonly honest: Client;
  /** Fails unless the honest client is still heard, hears everything once and in order, and was never refused. */
  undisturbed(): Promise<void>;
}

export async function honestRoom(t: TestContext, options: ServerOptions = {}): Promise<HonestRoom> {
  const server = await startServer(t, options);
  const honest = await Client.join(server, { as: { name: 'Amélie', subject: 'amelie' } });
  let said = 0;
  return {
    server,
    honest,
    async undisturbed() {
      const text = `is there more of it? ${++said}`;
      const cid = honest.say(text);
      await honest.until(() => honest.of('a').some((frame) => frame.cid === cid), 'an acknowledgement');
      const row = await honest.message(text);
      assert.equal(row.u.id, 'amelie');
      assert.equal(honest.closed, null);
      assert.deepEqual(honest.of('e'), []);
      assert.equal(honest.of('gap').length, 0);
      const numbers = honest.batches.map(({ n }) => n);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => (numbers[0] ?? 0) + index),
      );
      const ids = honest.messages.map(({ i }) => i);
      assert.equal(new Set(ids).size, ids.length);
    },
  };
}
