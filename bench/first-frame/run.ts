// SPDX-License-Identifier: MIT
// Time from navigation to the first painted frame, ours beside bare hls.js: same origin, same stream, interleaved,
// shuffled, a fresh browser context each time. Run: npm run bench -- first-frame
import type { Browser } from 'playwright-core';
import { createChannel } from '../../examples/channel/src/index.js';
import { launch } from '../../test/flows/support/stage.js';
import { quartiles, table } from '../report.js';
import { ladder, mediaFolder } from './ladder.js';
import { contenders } from './pages.js';
import { openSite } from './site.js';

const runs = Number(process.env['BENCH_RUNS'] ?? 7);

interface Sample {
  readonly frame: number;
  readonly longTasks: number;
  readonly height: number | null;
}

export const networks = {
  unthrottled: null,
  '10 Mbit/s, 40 ms': { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 625_000 },
} as const;

export const streams = {
  vod: '/vod/landscape/master.m3u8',
  live: '/plain/landscape/master.m3u8',
  'live, low latency': '/live/landscape/master.m3u8',
} as const;

export async function measure(
  browser: Browser,
  url: string,
  network: (typeof networks)[keyof typeof networks],
): Promise<Sample> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 600 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const told = globalThis as unknown as { firstFrame?: number; longTasks: number };
      told.longTasks = 0;
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries())
          if (!told.firstFrame || startTime < told.firstFrame) told.longTasks += duration;
      }).observe({ type: 'longtask', buffered: true });
      const watched = new WeakSet<HTMLVideoElement>();
      // (No function of its own here: what the build adds to keep a name is not there in the page.)
      const watch = setInterval(() => {
        const video =
          document.querySelector('video') ??
          document.querySelector('vitrine-player')?.shadowRoot?.querySelector('video');
        if (video && !watched.has(video)) {
          watched.add(video);
          video.requestVideoFrameCallback((now) => (told.firstFrame ??= now));
        }
        if (told.firstFrame) clearInterval(watch);
      }, 4);
    });
    if (network) {
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', network);
    }
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => (globalThis as { firstFrame?: number }).firstFrame !== undefined, undefined, {
      timeout: 30_000,
    });
    return await page.evaluate(() => {
      const told = globalThis as unknown as { firstFrame: number; longTasks: number; opened(): number | null };
      return { frame: told.firstFrame, longTasks: told.longTasks, height: told.opened() };
    });
  } finally {
    await context.close();
  }
}

/** Runs the bench and returns its part of the results page. */
export async function firstFrame(): Promise<string> {
  const channel = await createChannel({ port: 0, mediaDir: mediaFolder() });
  const { server, url } = await openSite(channel.url);
  const browser = await launch();
  const rows: string[][] = [];
  try {
    for (const [networkName, network] of Object.entries(networks)) {
      for (const [streamName, stream] of Object.entries(streams)) {
        const samples = contenders.map((): Sample[] => []);
        for (let run = 0; run < runs; run++) {
          const order = contenders.map((_, index) => index).sort(() => Math.random() - 0.5);
          for (const index of order) {
            const page = `${url}/page/${index}?stream=${encodeURIComponent(stream)}`;
            const sample = await measure(browser, page, network).catch((cause: unknown) => {
              throw new Error(`${contenders[index]?.name} showed no frame: ${streamName}, ${networkName}.`, { cause });
            });
            samples[index]?.push(sample);
          }
        }
        const base = quartiles((samples[0] as Sample[]).map(({ frame }) => frame)).median;
        contenders.forEach(({ name }, index) => {
          const own = samples[index] as Sample[];
          const { low, median, high } = quartiles(own.map(({ frame }) => frame));
          const long = quartiles(own.map(({ longTasks }) => longTasks)).median;
          rows.push([
            networkName,
            streamName,
            name,
            `${median.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`,
            `${(median / base).toFixed(2)}×`,
            long.toFixed(0),
            String(own[0]?.height ?? ''),
          ]);
        });
      }
    }
  } finally {
    await browser.close();
    server.close();
    await channel.close();
  }
  return [
    '## Navigation to first frame',
    '',
    `Medians of ${runs} runs (quartiles), ms, interleaved and shuffled, a fresh browser context each; the demo show at ${ladder}; scripts compressed with brotli, each page with a bundle of its own. The ratio is to bare \`<video>\` + hls.js full with its default settings. A player that opens at a lower rendition has less to fetch: the height it opened at is in the last column.`,
    '',
    table(['network', 'stream', 'player', 'first frame, ms', 'ratio', 'long tasks before it, ms', 'opened at'], rows),
  ].join('\n');
}
