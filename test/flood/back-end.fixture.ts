// SPDX-License-Identifier: MIT
// The back end in a process of its own: what it has to do there must not hold up what a test does.
import { createServer } from '@vitrine/server';

/** Where it is. */
export interface BackEnd {
  readonly url: string;
  readonly socketUrl: string;
}

/** The owner of it. */
export const ownerToken = 'the-owner-of-the-flooded-room';

const wide = { perSecond: 100_000, burst: 100_000 };

if (process.send) {
  const server = await createServer({
    ownerToken,
    seed: false,
    limits: { chat: wide, guests: wide, cart: wide, checkout: wide },
  });
  const { url, socketUrl } = server;
  process.send({ url, socketUrl } satisfies BackEnd);
  process.once('message', () => void server.close().then(() => process.disconnect()));
}
