// SPDX-License-Identifier: MIT
// How close to the show a player stays, and what it does when the stream answers nothing but errors for ten seconds.
import { setTimeout as after } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { longestGap, movingSince } from '../../test/flows/support/viewing.js';
import { quartiles, table } from '../report.js';
import { goal, verdict, type Goal } from '../goals.js';
import { contenders } from './pages.js';
import type { Bench } from './run.js';
import { latencies, seatScript, type Seen } from './seat-script.js';
import { streams } from './streams.js';

/** How long each is watched before the trouble, in s, and how many viewings each has. */
const seconds = Number(process.env['BENCH_SECONDS'] ?? 30);
const runs = Number(process.env['BENCH_WATCHES'] ?? 1);
/** Until a player has settled, in ms: what it does to get there is not what it keeps. */
const settling = 10_000;
const outage = 10_000;
/** How long a player is waited for after the outage, in ms. */
const patience = 30_000;
const close = 1000;
/** All scripts of the player with hls.js, in bytes. */
const bytesAllowed = 125_000;

interface Viewing {
  /** ms behind the capture, median and worst. */
  readonly latency: number;
  readonly worst: number;
  /** Longest time without a new frame while nothing was wrong, in ms. */
  readonly stood: number;
  /** From the end of the outage to the first of frames that follow each other, and to the old latency; null: never. */
  readonly moved: number | null;
  readonly back: number | null;
  readonly longTasks: number;
  readonly heap: number;
  readonly bytes: number;
}

async function view({ browser, channel, url }: Bench, index: number, stream: string, seat: string): Promise<Viewing> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 600 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(seat);
    await page.goto(`${url}/page/${index}?stream=${encodeURIComponent(stream)}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.seen?.frames.length > 10, undefined, { timeout: 30_000 });
    const seen = (): Promise<Seen> => page.evaluate(() => globalThis.seen);
    await after(settling);
    const begun = Date.now();
    await after(seconds * 1000);
    const calm = await seen();
    const { median: latency } = quartiles(latencies(channel, calm, begun));
    const worst = Math.max(...latencies(channel, calm, begun));
    const stood = longestGap({ ...calm, phases: [] }, begun, begun + seconds * 1000);
    const { heap, bytes } = await weigh(page);

    const { remove } = channel.faults.add({ match: {}, action: { type: 'status', status: 503 } });
    await after(outage);
    remove();
    const over = Date.now();
    let moved: number | null = null;
    let back: number | null = null;
    while (back === null && Date.now() - over < patience) {
      await after(250);
      const now = await seen();
      const moving = movingSince({ ...now, phases: [] }, over);
      if (moving === null) continue;
      moved ??= moving - over;
      const recent = latencies(channel, now, Math.max(Date.now() - 1500, moving));
      if (recent.length > 0 && quartiles(recent).median <= latency + close) back = Date.now() - over;
    }
    return { latency, worst, stood, moved, back, longTasks: calm.longTasks, heap, bytes };
  } finally {
    await context.close();
  }
}

/** The heap after a collection, in bytes, and the compressed bytes of all scripts. */
async function weigh(page: Page): Promise<{ heap: number; bytes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
  return { heap, bytes };
}

const middle = (values: readonly (number | null)[]): string => {
  const known = values.filter((value) => value !== null);
  // A player that came back once of three times is not one that comes back.
  return known.length * 2 > values.length ? (quartiles(known).median / 1000).toFixed(1) : 'never';
};

/** Measures what each does with a live stream, calm and in trouble. */
export async function watching(bench: Bench): Promise<string> {
  const seat = await seatScript();
  const rows: string[][] = [];
  const reached: Goal[] = [];
  for (const [streamName, stream] of Object.entries(streams)) {
    if (streamName === 'recording') continue;
    const viewings = contenders.map((): Viewing[] => []);
    for (let run = 0; run < runs; run++) {
      const order = contenders.map((_, index) => index).sort(() => Math.random() - 0.5);
      for (const index of order) viewings[index]?.push(await view(bench, index, stream, seat));
    }
    contenders.forEach(({ name }, index) => {
      const own = viewings[index] as Viewing[];
      const of = (pick: (viewing: Viewing) => number): number => quartiles(own.map(pick)).median;
      rows.push([
        streamName,
        name,
        (of(({ latency }) => latency) / 1000).toFixed(2),
        (of(({ worst }) => worst) / 1000).toFixed(2),
        of(({ stood }) => stood).toFixed(0),
        middle(own.map(({ moved }) => moved)),
        middle(own.map(({ back }) => back)),
        of(({ longTasks }) => longTasks).toFixed(0),
        (of(({ heap }) => heap) / 1e6).toFixed(1),
        (of(({ bytes }) => bytes) / 1000).toFixed(0),
      ]);
      if (name !== '<vitrine-player>') return;
      const told = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : 'never');
      const last = (values: readonly (number | null)[]): number =>
        Math.max(...values.map((value) => (value ?? Number.POSITIVE_INFINITY) / 1000));
      reached.push(
        goal(`${streamName}, seconds until it moves again`, last(own.map(({ moved }) => moved)), 1, told),
        goal(`${streamName}, seconds until it is as close again`, last(own.map(({ back }) => back)), 30, told),
        goal(
          `${streamName}, kB of scripts`,
          of(({ bytes }) => bytes),
          bytesAllowed,
          (value) => (value / 1000).toFixed(0),
        ),
      );
    });
  }
  const head = [
    'stream',
    'player',
    'behind the show, s',
    'worst, s',
    'longest stand, ms',
    'moves again after, s',
    'as close again after, s',
    'long tasks, ms',
    'heap, MB',
    'scripts, kB',
  ];
  return [
    '### Watching, and an outage',
    '',
    `Medians of ${runs} ${runs === 1 ? 'viewing' : 'viewings'}, shuffled, unthrottled: ${settling / 1000} s to settle, ${seconds} s watched, then everything the stream is asked for answers 503 for ${outage / 1000} s. How far behind the show a frame is comes from its number, read from the picture. "Moves again" and "as close again" (within ${close / 1000} s of before) count from the end of the outage; never: not within ${patience / 1000} s.`,
    '',
    table(head, rows),
    '',
    verdict('`<vitrine-player>`', reached),
  ].join('\n');
}
