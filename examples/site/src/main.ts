// SPDX-License-Identifier: MIT
// The shop as a program. Ports by VITRINE_SHOP_PORT, VITRINE_SERVER_PORT, VITRINE_CHANNEL_PORT (4173, 4174, 4175, or the
// next free ones); data kept in VITRINE_DATA_DIR (.cache/demo).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort, startSite, type Site } from './site.js';

/** The port a variable asks for, or undefined. @throws when it is none, or another program has it */
async function askedPort(name: string): Promise<number | undefined> {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  const fault = `[vitrine] MISCONFIGURED (${name}): `;
  if (!Number.isInteger(port) || port <= 0 || port >= 65_536) {
    throw new Error(`${fault}"${text}" is no port. Write a number from 1 to 65535.`);
  }
  if ((await freePort(port)) === port) return port;
  throw new Error(`${fault}another program uses port ${port}. Write another one, or none to have the next free one.`);
}

/** A port for each: the one asked for, else the usual one, else the next that is free and none of the others. */
async function choosePorts(...usual: readonly (readonly [string, number])[]): Promise<number[]> {
  const asked = await Promise.all(usual.map(([name]) => askedPort(name)));
  const taken = new Set(asked);
  const chosen: number[] = [];
  for (const [index, [, wanted]] of usual.entries()) {
    let port = asked[index] ?? (await freePort(wanted));
    // Nobody listens on those chosen before: to a probe they are still free.
    while (asked[index] === undefined && taken.has(port)) port = await freePort(port + 1);
    taken.add(port);
    chosen.push(port);
  }
  return chosen;
}

/** Opens a page where there is a desktop to open it on; a missing opener is no fault. */
function openPage(url: string): void {
  const isDesktop = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!isDesktop || process.env['CI'] || process.env['VITRINE_OPEN'] === '0') return;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

/** Each language of the show is a room of its own, and its console speaks the language too. */
function hostLink({ server }: Site, room: string, lang: string): string {
  const link = new URL(server.hostLink(room).url);
  link.searchParams.set('lang', lang);
  return link.href;
}

async function start(): Promise<void> {
  const [shopPort = 0, serverPort = 0, channelPort = 0] = await choosePorts(
    ['VITRINE_SHOP_PORT', 4173],
    ['VITRINE_SERVER_PORT', 4174],
    ['VITRINE_CHANNEL_PORT', 4175],
  );
  const dataDir = process.env['VITRINE_DATA_DIR'] ?? fileURLToPath(new URL('../../../.cache/demo', import.meta.url));

  const site = await startSite({
    port: shopPort,
    audience: process.env['VITRINE_AUDIENCE'] !== '0',
    channel: { port: channelPort },
    server: { port: serverPort, dataDir, logLevel: 'warn' },
  });
  const host = site.server.hostLink('demo');

  let isStopping = false;
  // More than once: a terminal tells every program of the group, and the one that started this one passes it on.
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    void site.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  console.log(`
  Vitrine is on the air.

  Storefront          ${site.url}/
  in Arabic           ${site.url}/?lang=ar
  in Chinese          ${site.url}/?lang=zh-CN
  Parts apart         ${site.url}/parts-apart/
  Without a server    ${site.url}/no-server/
  Host console        ${host.url}
  in Arabic           ${hostLink(site, 'demo-ar', 'ar')}
  in Chinese          ${hostLink(site, 'demo-zh', 'zh-CN')}
                      (each link works once; start again for others)
  Component stories   npm run storybook

  Back end ${site.server.url}/health   Channel ${site.channel.url}
  Stop with Ctrl+C. Orders and chat are kept in ${dataDir}
`);
  openPage(`${site.url}/`);
}

try {
  await start();
} catch (error) {
  // What the reader can mend is one line; anything else is told with where it happened.
  const isTold = error instanceof Error && error.message.startsWith('[vitrine]');
  console.error(isTold ? error.message : error);
  process.exit(1);
}
