// SPDX-License-Identifier: MIT
// One origin for a shop page with a live room in it: the example pages, the CDN files, and behind /api and /channel the
// reference back end and the live channel. A shop behind a reverse proxy looks the same, and the strictest content
// security policy holds.
import { existsSync, readFileSync } from 'node:fs';
import { createServer as createProbe } from 'node:net';
import { fileURLToPath } from 'node:url';
import httpProxy from '@fastify/http-proxy';
import files from '@fastify/static';
import { createServer, type ServerOptions, type ShowLoop, type VitrineServer } from '@vitrine/server';
import Fastify from 'fastify';
import { createChannel, type Channel, type ChannelOptions } from '../../channel/src/index.js';

/** The policy every example page is served with; nothing on it needs more. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "connect-src 'self' ws:",
  "require-trusted-types-for 'script'",
].join('; ');

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What `startSite` can be told. Ports of 0 take a free one. */
export interface SiteOptions {
  readonly port?: number;
  readonly server?: ServerOptions;
  readonly channel?: ChannelOptions;
  /** Scripted shoppers and a scripted host. Default false. */
  readonly audience?: boolean;
}

/** A running shop with a live room. */
export interface Site {
  /** Address of the storefront, without a trailing slash. */
  readonly url: string;
  readonly server: VitrineServer;
  readonly channel: Channel;
  close(): Promise<void>;
}

/** The port itself when it is free, else the next free one above it. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createProbe();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
  throw new Error(`No port from ${wanted} to ${wanted + 99} is free. Set another one by its environment variable.`);
}

/** Starts channel, back end and shop. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const port = options.port || (await freePort(20_000 + Math.floor(Math.random() * 20_000)));
  const url = `http://127.0.0.1:${port}`;
  const channel = await createChannel({ port: 0, dvrSeconds: 600, ...options.channel });
  const show = JSON.parse(readFileSync(`${root}examples/channel/media/show.json`, 'utf8')) as ShowLoop;
  const server = await createServer({
    port: 0,
    publicUrl: `${url}/api`,
    hostPage: `${url}/host/`,
    channelUrl: `${url}/channel`,
    ...(options.audience ? { audience: { show } } : {}),
    ...options.server,
  });
  const shop = await serveShop(port, server.url, channel.url);
  return {
    url,
    server,
    channel,
    async close() {
      await shop.close();
      await server.close();
      await channel.close();
    },
  };
}

/** Serves the example pages on a port, with a back end behind `/api` and a channel behind `/channel`. */
export async function serveShop(port: number, serverUrl: string, channelUrl: string) {
  const shop = Fastify({ forceCloseConnections: true });
  // The back end names its streams by this origin; the policy's 'self' is one origin and not its other names.
  shop.addHook('onRequest', async (request, reply) => {
    if (request.hostname === 'localhost' && request.method === 'GET' && !request.headers.upgrade) {
      await reply.redirect(`http://127.0.0.1:${port}${request.url}`);
    }
  });
  shop.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/channel/') || request.url.startsWith('/api/')) return;
    reply.headers({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
  });
  await shop.register(httpProxy, { upstream: channelUrl, prefix: '/channel' });
  await shop.register(httpProxy, { upstream: serverUrl, prefix: '/api', websocket: true });
  const folders: readonly (readonly [string, string])[] = [
    ['/cdn/', `${root}cdn`],
    ['/media/', `${root}examples/channel/media`],
    ['/parts-apart', `${root}examples/parts-apart`],
    ['/no-server', `${root}examples/no-server`],
    // Without a slash at its end: a link that lacks it, as the host's does, is led to the page.
    ['/host', `${root}examples/host`],
    ['/', `${root}examples/storefront`],
  ];
  for (const [index, [prefix, folder]] of folders.entries()) {
    if (!existsSync(folder)) continue;
    await shop.register(files, {
      root: folder,
      prefix,
      decorateReply: index === 0,
      cacheControl: false,
      redirect: true,
    });
  }
  await shop.listen({ port, host: '127.0.0.1' });
  return shop;
}
