// SPDX-License-Identifier: MIT
// Minutes of a live stream with nothing wrong: how close to the show the picture stays, and whether it ever stands.
import { setTimeout as after } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { quartiles, table } from '../report.js';
import { goal, verdict, type Goal } from '../goals.js';
import { own } from './pages.js';
import type { Bench } from './run.js';
import { latencies, seatScript, type Seen } from './seat-script.js';
import { streams } from './streams.js';

/** How long it is watched, in s. */
const seconds = Number(process.env['BENCH_STEADY'] ?? 300);
const settling = 10_000;
/** A picture that stands for longer has run out of media, in ms. (One frame is 40; a busy machine shows some late.) */
const standing = 400;

/** The goals, in seconds behind the show. */
const goals: Readonly<Record<string, number>> = { 'LL-HLS': 1.9, 'live, 2 s segments': 5.5 };

interface Watch {
  /** ms behind the capture: median, and what 19 of 20 looks were below. */
  readonly latency: number;
  readonly most: number;
  /** How often the picture stood, and the longest time, in ms. */
  readonly stands: number;
  readonly stood: number;
}

async function judge(page: Page, channel: Bench['channel'], begun: number): Promise<Watch> {
  const seen: Seen = await page.evaluate(() => globalThis.seen);
  const end = begun + seconds * 1000;
  const behind = latencies(channel, seen, begun, end).sort((a, b) => a - b);
  const moments = [begun, ...seen.frames.filter((at) => begun < at && at < end), end];
  const gaps = moments.slice(1).map((at, index) => at - (moments[index] as number));
  return {
    latency: quartiles(behind).median,
    most: behind[Math.floor(behind.length * 0.95)] ?? Number.NaN,
    stands: gaps.filter((gap) => gap > standing).length,
    stood: Math.max(...gaps),
  };
}

/** Watches ours and bare hls.js, both at the same time. */
export async function steady({ browser, channel, url }: Bench): Promise<string> {
  const seat = await seatScript();
  const rows: string[][] = [];
  const reached: Goal[] = [];
  const watchers = [0, own.findIndex(({ name }) => name === '<vitrine-player>')];
  for (const [streamName, most] of Object.entries(goals)) {
    const stream = streams[streamName as keyof typeof streams];
    const context = await browser.newContext({ viewport: { width: 1024, height: 600 } });
    try {
      const pages: Page[] = [];
      for (const index of watchers) {
        const page = await context.newPage();
        pages.push(page);
        await page.addInitScript(seat);
        await page.goto(`${url}/page/${index}?stream=${encodeURIComponent(stream)}`, { waitUntil: 'commit' });
        await page.waitForFunction(() => globalThis.seen?.frames.length > 10, undefined, { timeout: 30_000 });
      }
      await after(settling);
      const begun = Date.now();
      await after(seconds * 1000);
      for (const [place, page] of pages.entries()) {
        const name = own[watchers[place] as number]?.name ?? '';
        const watch = await judge(page, channel, begun);
        const inSeconds = (ms: number): string => (ms / 1000).toFixed(2);
        rows.push([
          streamName,
          name,
          inSeconds(watch.latency),
          inSeconds(watch.most),
          String(watch.stands),
          watch.stood.toFixed(0),
        ]);
        if (place === 0) continue;
        reached.push(
          goal(`${streamName}, seconds behind the show`, watch.latency / 1000, most, (value) => value.toFixed(2)),
          goal(`${streamName}, times the picture stood`, watch.stands, 0),
        );
      }
    } finally {
      await context.close();
    }
  }
  const head = ['stream', 'player', 'behind the show, s', '19 of 20 looks within, s', 'stands', 'longest stand, ms'];
  return [
    `### Watching for ${seconds / 60} minutes`,
    '',
    `The two at the same time in one browser, unthrottled, ${settling / 1000} s to settle. How far behind the show a frame is comes from its number, read from the picture every half second; a stand is a time of more than ${standing} ms without a new frame.`,
    '',
    table(head, rows),
    '',
    verdict('`<vitrine-player>`', reached),
  ].join('\n');
}
