// SPDX-License-Identifier: MIT
// A shop with a live room on free ports, whose server can end and begin anew on the same data.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type ServerOptions, type VitrineServer } from '@vitrine/server';
import type { Browser } from 'playwright-core';
import { createChannel, type ChannelOptions } from '../../../examples/channel/src/index.js';
import { freePort, serveShop } from '../../../examples/site/src/site.js';
import { launch } from './stage.js';

export interface KeptShop {
  readonly url: string;
  readonly browser: Browser;
  /** The server that runs now. */
  readonly server: VitrineServer;
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  close(): Promise<void>;
}

/** @param options what the server is told beside its addresses, at each start; from the address of the shop */
export async function openKeptShop(
  options: (url: string) => ServerOptions,
  channelOptions: ChannelOptions = {},
): Promise<KeptShop> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vitrine-kept-'));
  const port = await freePort(33_000 + Math.floor(Math.random() * 5_000));
  const shopPort = await freePort(port + 1);
  const url = `http://127.0.0.1:${shopPort}`;
  const channel = await createChannel({ port: 0, ...channelOptions });
  const shop = await serveShop(shopPort, `http://127.0.0.1:${port}`, channel.url);
  const start = (): Promise<VitrineServer> =>
    createServer({ port, dataDir, publicUrl: `${url}/api`, channelUrl: `${url}/channel`, ...options(url) });
  let server = await start();
  const browser = await launch();
  return {
    url,
    browser,
    get server() {
      return server;
    },
    stopServer: () => server.close(),
    async startServer() {
      server = await start();
    },
    async close() {
      await browser.close();
      await shop.close();
      await server.close();
      await channel.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
