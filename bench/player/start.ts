// SPDX-License-Identifier: MIT
// Time from navigation to the first painted frame, ours beside bare hls.js: same origin, same stream, interleaved,
// shuffled, a fresh browser context each time.
import type { Browser } from 'playwright-core';
import { quartiles, table } from '../report.js';
import { goal, verdict, type Goal } from '../goals.js';
import { ladder } from './ladder.js';
import { contenders } from './pages.js';
import type { Bench } from './run.js';
import { streams } from './streams.js';

const runs = Number(process.env['BENCH_RUNS'] ?? 7);

interface Sample {
  readonly frame: number;
  readonly longTasks: number;
  readonly height: number;
  /** Of scripts that were asked for until then, compressed. */
  readonly bytes: number;
}

export const networks = {
  unthrottled: null,
  '10 Mbit/s, 40 ms': { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 625_000 },
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
      const told = globalThis as unknown as { firstFrame?: number; longTasks: number; picture?: HTMLVideoElement };
      told.longTasks = 0;
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries())
          if (!told.firstFrame || startTime < told.firstFrame) told.longTasks += duration;
      }).observe({ type: 'longtask', buffered: true });
      const watched = new WeakSet<HTMLVideoElement>();
      // (No function of its own here: what the build adds to keep a name is not there in the page.)
      const watch = setInterval(() => {
        const roots: ParentNode[] = [document];
        for (const root of roots) {
          for (const element of root.querySelectorAll('*')) {
            if (element.shadowRoot) roots.push(element.shadowRoot);
            if (!(element instanceof HTMLVideoElement) || watched.has(element)) continue;
            watched.add(element);
            element.requestVideoFrameCallback((now) => {
              told.firstFrame ??= now;
              told.picture ??= element;
            });
          }
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
      const told = globalThis as unknown as { firstFrame: number; longTasks: number; picture: HTMLVideoElement };
      const bytes = performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => name.endsWith('.js') && startTime < told.firstFrame)
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0);
      return { frame: told.firstFrame, longTasks: told.longTasks, height: told.picture.videoHeight, bytes };
    });
  } finally {
    await context.close();
  }
}

/** Measures how soon each shows its first frame. */
export async function firstFrame({ browser, url }: Bench): Promise<string> {
  const rows: string[][] = [];
  const reached: Goal[] = [];
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
      const [base = 0, lowest = 0] = samples.map((own) => quartiles(own.map(({ frame }) => frame)).median);
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
          ((own[0]?.bytes ?? 0) / 1000).toFixed(0),
        ]);
        if (name === '<vitrine-player>') {
          const where = `${networkName}, ${streamName}`;
          const told = (ratio: number): string => `${ratio.toFixed(2)}×`;
          reached.push(
            goal(`${where}, of the time of bare hls.js`, median / base, network ? 0.6 : 0.75, told),
            goal(`${where}, of bare hls.js at the lowest rendition`, median / lowest, 0.9, told),
            goal(`${where}, ms of long tasks before`, Math.round(long), 0),
          );
        }
      });
    }
  }
  const head = [
    'network',
    'stream',
    'player',
    'first frame, ms',
    'ratio',
    'long tasks before, ms',
    'opened at',
    'scripts until then, kB',
  ];
  return [
    '### Navigation to first frame',
    '',
    `Medians of ${runs} runs (quartiles), ms, interleaved and shuffled, a fresh browser context each; the demo show at ${ladder}; scripts compressed with brotli, each page with a bundle of its own, that of \`<vitrine-player>\` with hls.js as the CDN build has it; of the others each as its makers' first example has it. The ratio is to bare \`<video>\` + hls.js full with its default settings. A player that opens at a lower rendition has less to fetch: the height it opened at is told.`,
    '',
    table(head, rows),
    '',
    verdict('`<vitrine-player>`', reached),
  ].join('\n');
}
