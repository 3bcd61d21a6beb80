// SPDX-License-Identifier: MIT
// A viewer of a stream: a page with nothing but a player on it, and what its picture shows.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createChannel, type Channel, type ChannelOptions } from '../../../examples/channel/src/index.js';
import type { Watched } from './watcher.js';

export const frameMs = 40;
const framesInLoop = 1200;

/** Serves the CDN files and pages with a player for `?src=…`. */
export interface Screening {
  readonly url: string;
  close(): Promise<void>;
}

const pageOf = (query: URLSearchParams): string => {
  const attributes = [...query].map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}"`).join(' ');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A stream</title>
<link rel="stylesheet" href="/page.css"><vitrine-player controls="full" ${attributes}></vitrine-player>
<script type="module" src="/cdn/vitrine.js"></script>`;
};

export async function openScreening(): Promise<Screening> {
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page.invalid');
    const send = (type: string, body: string | Buffer): void =>
      void response.writeHead(200, { 'content-type': type }).end(body);
    if (pathname === '/') return send('text/html', pageOf(searchParams));
    if (pathname === '/page.css') return send('text/css', 'vitrine-player { inline-size: 480px; block-size: 270px }');
    if (!pathname.startsWith('/cdn/')) return void response.writeHead(404).end();
    try {
      send('text/javascript', readFileSync(join('cdn', normalize(pathname.slice('/cdn'.length)))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

let bundled: Promise<string> | undefined;
/** The watcher as a script, with what it needs to read numbers. */
const watcher = (): Promise<string> =>
  (bundled ??= build({
    stdin: {
      contents: `import { watch } from './test/flows/support/watcher.ts'; watch(${JSON.stringify(
        (JSON.parse(readFileSync('examples/channel/media/stamp.json', 'utf8')) as { compositions: unknown })
          .compositions,
      )});`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? ''));

/** Somebody who watches one stream, on a channel of their own. */
export interface Viewing {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly channel: Channel;
  watched(): Promise<Watched>;
  /** Waits for a condition on what was watched. */
  until(condition: (watched: Watched) => unknown, timeout: number, message: string): Promise<Watched>;
  /** How far behind its capture a frame was on the screen, in ms: the median of what was read in the time before. */
  latencyAt(watched: Watched, at: number): number;
  close(): Promise<void>;
}

export interface ViewingOptions {
  /** Path of the stream on the channel. */
  readonly path?: string;
  readonly channel?: ChannelOptions;
  /** Attributes of the player beside its source. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What is prepared before the page is opened. */
  readonly before?: (viewing: Pick<Viewing, 'page' | 'context' | 'channel'>) => Promise<void> | void;
}

/** How much time latency is read from, in ms. */
const span = 2000;

export async function view(browser: Browser, screening: Screening, options: ViewingOptions = {}): Promise<Viewing> {
  const { path = '/live/landscape/master.m3u8', attributes = {}, before } = options;
  const channel = await createChannel({ port: 0, ...options.channel });
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  const page = await context.newPage();
  await before?.({ page, context, channel });
  const query = new URLSearchParams({ src: channel.url + path, ...attributes });
  await page.goto(`${screening.url}/?${query}`);
  await page.waitForFunction(() => document.querySelector('vitrine-player')?.shadowRoot?.querySelector('video'));
  await page.evaluate(await watcher());
  // What was seen before is not sent again: a test looks often, and three viewers share two cores with it.
  const log: Watched = { frames: [], stamps: [], phases: [] };
  const watched = async (): Promise<Watched> => {
    const news = await page.evaluate(
      ([frames, stamps, phases]) => {
        const all = globalThis.watched as Watched;
        return { frames: all.frames.slice(frames), stamps: all.stamps.slice(stamps), phases: all.phases.slice(phases) };
      },
      [log.frames.length, log.stamps.length, log.phases.length] as const,
    );
    log.frames.push(...news.frames);
    log.stamps.push(...news.stamps);
    log.phases.push(...news.phases);
    return log;
  };
  return {
    page,
    context,
    channel,
    watched,
    async until(condition, timeout, message) {
      const end = Date.now() + timeout;
      for (;;) {
        const seen = await watched();
        if (condition(seen)) return seen;
        if (Date.now() > end) throw new Error(`${message} ${JSON.stringify(seen.phases.slice(-8))}`);
        // (A frozen page has no frames to wait for.)
        await after(50);
      }
    },
    latencyAt({ stamps }, at) {
      const read = stamps
        .filter(([when]) => at - span < when && when <= at)
        .map(([when, frame]) => ((channel.frameAt(when) - frame + framesInLoop) % framesInLoop) * frameMs)
        .sort((a, b) => a - b);
      return read[Math.floor(read.length / 2)] ?? Number.POSITIVE_INFINITY;
    },
    async close() {
      await context.close();
      await channel.close();
    },
  };
}

/** The longest time without a new frame between two moments, in ms. */
export function longestGap({ frames }: Watched, from: number, until: number): number {
  const within = [from, ...frames.filter((at) => from < at && at < until), until];
  return within.reduce((most, at, index) => Math.max(most, at - (within[index - 1] ?? at)), 0);
}

/** When the picture moved again after a moment for good: the first of ten frames that follow each other. */
export function movingSince({ frames }: Watched, moment: number): number | null {
  const after = frames.filter((at) => at > moment);
  for (let index = 0; index + 10 < after.length; index++) {
    const first = after[index] as number;
    if ((after[index + 10] as number) - first < 1000) return first;
  }
  return null;
}
