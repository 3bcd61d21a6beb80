// SPDX-License-Identifier: MIT
// Lists of a chat beside each other: what a flood costs the page, and whether it can still be read. Run: npm run bench -- chat
import { setTimeout as after } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launch } from '../browser.js';
import { goal, verdict, type Goal } from '../goals.js';
import { quartiles, table } from '../report.js';
import { contenders } from './contenders.js';
import type { Flood } from './harness.js';
import { openSite } from './site.js';

const runs = Number(process.env['BENCH_RUNS'] ?? 3);
const parts = (process.env['BENCH_PARTS'] ?? 'flood,steady,reader').split(',');
const rates = [50, 500, 2000, 5000];
/** A flood lasts so long, in s; a page that is busy so much longer is given up. */
const seconds = 10;
const patience = 45;
const history = 10_000;
const steadySeconds = 60;

interface Run extends Flood {
  /** s of the main thread. */
  readonly cpu: number;
  readonly followed: boolean;
  readonly elements: number;
  /** MB after a collection. */
  readonly heap: number;
}

interface Bench {
  readonly browser: Browser;
  readonly url: string;
}

/** Opens the page of a list with what was said before. */
async function open({ browser, url }: Bench, index: number, before: number): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
  const page = await context.newPage();
  await page.goto(`${url}/page/${index}`);
  await page.waitForFunction(() => globalThis.contender && (globalThis.contender.ready?.() ?? true));
  await page.evaluate((count) => globalThis.harness.fill(count), before);
  await after(1000);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cdp };
}

async function cpuOf(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Somebody types beside the list, four keys a second, until it is over. */
async function type(page: Page, over: AbortSignal): Promise<void> {
  await page.focus('#field');
  while (!over.aborted) {
    await page.keyboard.press('a');
    await after(250, undefined, { signal: over }).catch(() => undefined);
  }
}

/** null: the page was busy for too long. */
async function flood(bench: Bench, index: number, rate: number, length: number, before: number): Promise<Run | null> {
  const { page, cdp } = await open(bench, index, before);
  const over = new AbortController();
  try {
    const began = await cpuOf(cdp);
    const flooding = page.evaluate((given) => globalThis.harness.flood(...given), [rate, length] as const);
    flooding.catch(() => undefined);
    type(page, over.signal).catch(() => undefined);
    const told = await Promise.race([flooding, after((length + patience) * 1000, null, { ref: false })]);
    if (!told) return null;
    over.abort();
    // What the list still shows afterwards is its work, too.
    await after(500);
    const cpu = (await cpuOf(cdp)) - began;
    const sight = await page.evaluate(() => globalThis.harness.inSight());
    const elements = await page.evaluate(() => globalThis.harness.elements());
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    return { ...told, cpu, elements, heap: usedSize / 1e6, followed: sight.some(({ number }) => number === told.last) };
  } finally {
    over.abort();
    await page.context().close();
  }
}

/** Somebody has scrolled up and reads: px by which their row moves in 6 s of 50 messages each; null: it is gone. */
async function reading(bench: Bench, index: number): Promise<number | null> {
  // (Few enough that none would be cut for those before it.)
  const { page } = await open(bench, index, 150);
  try {
    await page.mouse.move(188, 300);
    for (let turn = 0; turn < 8; turn++) {
      await page.mouse.wheel(0, -100);
      await after(50);
    }
    await after(700);
    const before = await page.evaluate(() => globalThis.harness.inSight());
    const eye = before[Math.floor(before.length / 2)];
    if (!eye) return null;
    await page.evaluate(() => globalThis.harness.flood(50, 6));
    await after(500);
    const now = (await page.evaluate(() => globalThis.harness.inSight())).find(({ number }) => number === eye.number);
    return now ? Math.abs(now.top - eye.top) : null;
  } finally {
    await page.context().close();
  }
}

const shuffled = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);

const median = (values: readonly number[]): number => quartiles(values).median;
const p95 = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? NaN;
};

/** Runs of each list, in turn; a list that was given up once is not tried again. */
async function measured(
  bench: Bench,
  rate: number,
  length: number,
  before: number,
): Promise<readonly (readonly (Run | null)[])[]> {
  const all: (Run | null)[][] = contenders.map(() => []);
  for (let turn = 0; turn < runs; turn++) {
    for (const index of shuffled(contenders.map((_, place) => place))) {
      const own = all[index] ?? [];
      if (own.includes(null)) continue;
      own.push(await flood(bench, index, rate, length, before));
    }
  }
  return all;
}

const times = (figure: number): string => `${figure.toFixed(2)}×`;
const ms = (figure: number): string => `${figure.toFixed(0)} ms`;

const place = { plain: 0, ours: contenders.findIndex(({ isOurs }) => isOurs) };

interface Figures {
  readonly cpu: number;
  readonly frames: number;
  readonly longTasks: number;
  readonly key: number;
  readonly backlog: number;
  readonly elements: number;
  readonly heap: number;
  readonly followed: boolean;
}

function figuresOf(all: readonly (Run | null)[], length: number): Figures | null {
  const done = all.filter((run) => run !== null);
  if (done.length < all.length || done.length === 0) return null;
  const of = (value: (run: Run) => number): number => median(done.map(value));
  return {
    cpu: of(({ cpu }) => cpu),
    frames: of(({ frames, backlog }) => frames / (length + backlog / 1000)),
    longTasks: of(({ longTasks }) => longTasks),
    key: p95(done.flatMap(({ keys }) => keys)),
    backlog: of(({ backlog }) => backlog),
    elements: Math.max(...done.map(({ elements }) => elements)),
    heap: of(({ heap }) => heap),
    followed: done.every(({ followed }) => followed),
  };
}

const columns = [
  'CPU, s',
  'of plain DOM',
  'frames/s',
  'long tasks, ms',
  'late by, s',
  'key to paint p95, ms',
  'elements',
  'heap, MB',
  'follows',
];

/** @param whole the CPU of the whole page, where `figures` has that of the list alone */
function row(figures: Figures | null, plain: Figures | null, whole?: number): string[] {
  if (!figures) return ['gave up', ...columns.slice(whole === undefined ? 1 : 0).map(() => '')];
  return [
    figures.cpu.toFixed(2),
    plain ? `${(figures.cpu / plain.cpu).toFixed(2)}×` : '',
    ...(whole === undefined ? [] : [whole.toFixed(2)]),
    figures.frames.toFixed(0),
    figures.longTasks.toFixed(0),
    (figures.backlog / 1000).toFixed(1),
    figures.key.toFixed(0),
    String(figures.elements),
    figures.heap.toFixed(1),
    figures.followed ? 'yes' : '**no**',
  ];
}

async function floods(bench: Bench): Promise<string> {
  const goals: Goal[] = [];
  const rows: string[][] = [];
  // What counts the frames and types costs each page the same, and is no part of a list.
  const quiets = (await measured(bench, 0, seconds, 50)).map((list) => figuresOf(list, seconds));
  const quiet = quiets[place.ours];
  const alone = (figures: Figures | null, index: number): Figures | null =>
    figures && { ...figures, cpu: figures.cpu - (quiets[index]?.cpu ?? 0) };
  let first: number | undefined;
  for (const rate of rates) {
    console.log(`  ${rate}/s`);
    const whole = (await measured(bench, rate, seconds, 50)).map((list) => figuresOf(list, seconds));
    const all = whole.map(alone);
    const plain = all[place.plain] ?? null;
    all.forEach((figures, index) =>
      rows.push([`${rate}/s`, contenders[index]?.name ?? '', ...row(figures, plain, whole[index]?.cpu ?? 0)]),
    );
    const own = all[place.ours];
    if (!own || !plain) {
      goals.push(goal(`${rate}/s, lists that gave up`, 1, 0));
      continue;
    }
    const most = rate === 50 ? 0.6 : 0.4;
    goals.push(
      goal(`${rate}/s, CPU of plain DOM`, own.cpu / plain.cpu, most, times),
      goal(`${rate}/s, long tasks`, own.longTasks, 0, ms),
      goal(`${rate}/s, messages behind its tail`, own.followed ? 0 : 1, 0),
      goal(`${rate}/s, elements`, own.elements, 600),
      goal(`${rate}/s, key to paint of that when nothing is said`, own.key / (quiet?.key ?? NaN), 1.3, times),
    );
    // Flat: not more after the greatest flood than after the least.
    if (first !== undefined)
      goals.push(
        goal(`${rate}/s, heap above that at ${rates[0]}/s`, own.heap - first, 1, (figure) => `${figure.toFixed(1)} MB`),
      );
    first ??= own.heap;
  }
  return [
    '### A flood',
    `Medians of ${runs} run${runs === 1 ? '' : 's'} of ${seconds} s, shuffled, a fresh page each; a worker brings each message by itself, as a socket would; 50 messages were there before. CPU is that of the main thread, without what the same page takes in which nothing is said (${quiets.map((figures, index) => `${contenders[index]?.name}: ${figures?.cpu.toFixed(2)} s`).join(', ')}): the bench counts frames in it, and types. \`<vitrine-chat>\` makes rows of what can be read, 24 a second and 60 after a quiet while, chosen fairly, and tells how many it left out; the others make rows of all they are given, or of the newest 200 a frame. The ratio is to plain DOM. "Late by": how long after the last message the page had taken it; given up ${patience} s after the end. A key while nothing is said takes \`<vitrine-chat>\` ${quiet?.key.toFixed(0)} ms (p95) to paint.`,
    table(['said', 'list', ...columns.slice(0, 2), 'of the whole page, s', ...columns.slice(2)], rows),
    verdict('`<vitrine-chat>`', goals),
  ].join('\n\n');
}

async function steady(bench: Bench): Promise<string> {
  const all = (await measured(bench, 100, steadySeconds, history)).map((list) => figuresOf(list, steadySeconds));
  const plain = all[place.plain] ?? null;
  const own = all[place.ours];
  return [
    '### After ten thousand messages',
    `100 messages a second for ${steadySeconds} s, after ${history} at once; else as above.`,
    table(
      ['list', ...columns],
      all.map((figures, index) => [contenders[index]?.name ?? '', ...row(figures, plain)]),
    ),
    verdict(
      '`<vitrine-chat>`',
      own && plain
        ? [goal('CPU of plain DOM', own.cpu / plain.cpu, 0.6, times), goal('long tasks', own.longTasks, 0, ms)]
        : [goal('lists that gave up', 1, 0)],
    ),
  ].join('\n\n');
}

async function reader(bench: Bench): Promise<string> {
  const rows: string[][] = [];
  const goals: Goal[] = [];
  for (const [index, { name, isOurs }] of contenders.entries()) {
    const drift = await reading(bench, index);
    rows.push([name, drift === null ? 'it is gone' : `${drift.toFixed(0)} px`]);
    if (isOurs)
      goals.push(goal('px by which the row moves', drift ?? Infinity, 0, (figure) => `${figure.toFixed(0)} px`));
  }
  return [
    '### Reading further up',
    'Of 150 messages the reader has scrolled up by 800 px; 50 messages a second for 6 s. Where the row is that was in the middle.',
    table(['list', 'moved by'], rows),
    verdict('`<vitrine-chat>`', goals),
  ].join('\n\n');
}

/**
 * Runs the bench and returns its part of the results page. `BENCH_PARTS` names parts: flood, steady, reader; `BENCH_LISTS`
 * a part of the names of lists.
 */
export async function chat(): Promise<string> {
  const { server, url } = await openSite();
  const browser = await launch();
  try {
    const bench = { browser, url };
    const texts = ['## Lists of a chat'];
    if (parts.includes('flood')) texts.push(await floods(bench));
    if (parts.includes('steady')) texts.push(await steady(bench));
    if (parts.includes('reader')) texts.push(await reader(bench));
    return texts.join('\n\n');
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
