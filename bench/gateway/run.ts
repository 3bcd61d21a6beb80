// SPDX-License-Identifier: MIT
// Gateways beside each other: how many messages a second of processor time brings to how many viewers, and what a viewer
// costs who only watches. Run: npm run bench -- gateway
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installPeers, named } from '../bundle.js';
import { goal, verdict, type Goal } from '../goals.js';
import { quartiles, table } from '../report.js';
import { backEnds, type BackEndName, type Opened, type Usage } from './back-end.js';
import type { CrowdTask, Heard } from './crowd.js';
import { room, type DialectName } from './dialects.js';

const runs = Number(process.env['BENCH_RUNS'] ?? 3);
const viewers = Number(process.env['BENCH_VIEWERS'] ?? 2000);
const speakers = Math.min(50, viewers);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8);
const settling = 2000;
/** Messages a second, and how many of them are in a frame then. */
const rates = [
  [80, 20],
  [400, 100],
] as const;
const watchers = Number(process.env['BENCH_WATCHERS'] ?? 5000);
/** So many come before those who are weighed: with the first of all a process still loads what it runs. */
const vanguard = 500;
const retractions = 10;

const dialectOf = (name: BackEndName): DialectName => (name === 'vitrine' || name === 'socket.io' ? name : 'plain');

interface Pair {
  readonly opened: Opened;
  usage(): Promise<Usage>;
  crowd<T>(task: CrowdTask): Promise<T>;
  close(): void;
}

function start(file: string, ...options: readonly string[]): ChildProcess {
  const execArgv = [...process.execArgv, '--expose-gc'];
  return fork(fileURLToPath(new URL(file, import.meta.url)), options, { execArgv });
}

async function told<T>(child: ChildProcess): Promise<T> {
  const [answer] = (await once(child, 'message')) as [T];
  return answer;
}

/** A back end and its viewers, each in a process of its own. */
async function open(name: BackEndName): Promise<Pair> {
  const backEnd = start('./back-end.ts', JSON.stringify({ name }));
  const opened = await told<Opened>(backEnd);
  const crowd = start('./crowd.ts');
  const ask = async <T>(child: ChildProcess, what: object): Promise<T> => {
    const answer = told<T>(child);
    child.send(what);
    return answer;
  };
  return {
    opened,
    usage: () => ask(backEnd, {}),
    crowd: (task) => ask(crowd, task),
    close() {
      for (const child of [crowd, backEnd]) if (child.connected) child.disconnect();
    },
  };
}

async function guest(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/guest`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ room }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** @param talking how many of them may say something */
async function enter(name: BackEndName, { opened, crowd }: Pair, count: number, talking: number): Promise<void> {
  const { port } = opened;
  const tokens = await Promise.all(Array.from({ length: talking }, () => (name === 'vitrine' ? guest(port) : null)));
  await crowd({ do: 'enter', port, dialect: dialectOf(name), viewers: count, tokens });
}

/** What one run has shown, by rate. */
interface Run {
  /** Messages brought to viewers, by second of processor time. */
  readonly deliveries: number;
  /** Frames written, by the same. */
  readonly writes: number;
  /** Messages in a frame. */
  readonly inFrame: number;
  /** Share of one core. */
  readonly load: number;
  /** Share of what was said that had come by the end: less than all where a back end does not keep up. */
  readonly arrived: number;
}

async function deliver(name: BackEndName): Promise<Run[]> {
  const pair = await open(name);
  try {
    await enter(name, pair, viewers, speakers);
    const found: Run[] = [];
    for (const [messagesPerSecond] of rates) {
      await pair.crowd({ do: 'talk', messagesPerSecond });
      await after(settling);
      const before = await pair.usage();
      await pair.crowd({ do: 'count' });
      const began = performance.now();
      await after(seconds * 1000);
      const { deliveries, frames } = await pair.crowd<Heard>({ do: 'count' });
      const lasted = (performance.now() - began) / 1000;
      const cpu = ((await pair.usage()).cpu - before.cpu) / 1e6;
      found.push({
        deliveries: deliveries / cpu,
        writes: frames / cpu,
        inFrame: deliveries / frames,
        load: cpu / lasted,
        arrived: deliveries / (messagesPerSecond * viewers * lasted),
      });
    }
    return found;
  } finally {
    pair.close();
  }
}

/** Bytes by socket of those who only watch. */
async function weigh(name: BackEndName): Promise<number> {
  const pair = await open(name);
  try {
    await enter(name, pair, vanguard, 0);
    await after(settling);
    const before = await pair.usage();
    await enter(name, pair, watchers, 0);
    await after(settling);
    return ((await pair.usage()).memory - before.memory) / watchers;
  } finally {
    pair.close();
  }
}

/** How long a retraction takes to each viewer while 500 messages a second are said, in ms. */
async function retract(): Promise<number[]> {
  const pair = await open('vitrine');
  try {
    await enter('vitrine', pair, viewers, speakers);
    await pair.crowd({ do: 'talk', messagesPerSecond: 500 });
    await after(settling);
    const times: number[] = [];
    for (let turn = 0; turn < retractions; turn++) {
      const id = `nobody-${turn}`;
      const hearing = pair.crowd<number[]>({ do: 'hear', words: id });
      const response = await fetch(`http://127.0.0.1:${pair.opened.port}/rooms/${room}/control`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${pair.opened.staffToken}`,
          'idempotency-key': id,
        },
        body: JSON.stringify({ op: 'retract', by: 'author', id }),
      });
      if (!response.ok) throw new Error(`The retraction was refused: ${response.status} ${await response.text()}`);
      times.push(...(await hearing));
    }
    return times.sort((a, b) => a - b);
  } finally {
    pair.close();
  }
}

const millions = (value: number): string => `${(value / 1e6).toFixed(2)} M`;
const thousands = (value: number): string => `${(value / 1e3).toFixed(0)} k`;
const kilobytes = (value: number): string => `${(value / 1000).toFixed(1)} kB`;
const times = (value: number): string => `${value.toFixed(2)}×`;
const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;
const atLeast = (what: string, value: number, least: number, tell: (value: number) => string): Goal => ({
  what: `${what} at least ${tell(least)}`,
  figure: tell(value),
  isMet: Number.parseFloat(tell(value)) >= Number.parseFloat(tell(least)),
});

/** Runs the bench and returns its part of the results page. */
export async function gateway(): Promise<string> {
  installPeers();
  const all = new Map<BackEndName, Run[][]>(backEnds.map((name) => [name, []]));
  const weights = new Map<BackEndName, number[]>(backEnds.map((name) => [name, []]));
  for (let turn = 0; turn < runs; turn++) {
    // Interleaved, beginning with another each time.
    for (const name of [...backEnds.slice(turn % backEnds.length), ...backEnds.slice(0, turn % backEnds.length)]) {
      all.get(name)?.push(await deliver(name));
      weights.get(name)?.push(await weigh(name));
      console.log(`  ${name}, run ${turn + 1} of ${runs}`);
    }
  }
  const figure = (name: BackEndName, rate: number, pick: (run: Run) => number): number =>
    quartiles((all.get(name) ?? []).flatMap((found) => (found[rate] ? [pick(found[rate])] : []))).median;
  const weight = (name: BackEndName): number => quartiles(weights.get(name) ?? []).median;
  const goals: Goal[] = [];
  const rows = rates.flatMap(([messagesPerSecond, inFrame], rate) => {
    const peer = figure('socket.io', rate, ({ deliveries }) => deliveries);
    const own = figure('vitrine', rate, ({ deliveries }) => deliveries);
    goals.push(atLeast(`Deliveries by socket.io’s, ${inFrame} in a frame:`, own / peer, 1.3, times));
    goals.push(atLeast(`Deliveries by CPU second, ${inFrame} in a frame:`, own, rate === 0 ? 2.5e6 : 7.5e6, millions));
    goals.push(
      atLeast(
        `Arrived, ${inFrame} in a frame:`,
        figure('vitrine', rate, ({ arrived }) => arrived),
        0.95,
        percent,
      ),
    );
    return backEnds.map((name) => [
      String(messagesPerSecond),
      name,
      figure(name, rate, ({ inFrame: found }) => found).toFixed(0),
      thousands(figure(name, rate, ({ writes }) => writes)),
      millions(figure(name, rate, ({ deliveries }) => deliveries)),
      times(figure(name, rate, ({ deliveries }) => deliveries) / peer),
      figure(name, rate, ({ load }) => load).toFixed(2),
      percent(figure(name, rate, ({ arrived }) => arrived)),
    ]);
  });
  goals.push(goal('Memory by socket:', weight('vitrine') / 1000, 10, (value) => `${value.toFixed(1)} kB`));
  const arrivals = await retract();
  const p99 = arrivals[Math.floor(arrivals.length * 0.99)] ?? Infinity;
  goals.push(goal('A retraction is with 99 of 100 viewers after', p99, 1000, ms));
  return [
    '## Gateways',
    `Medians of ${runs} runs of ${seconds} s, interleaved: ${viewers} viewers of one room, ${speakers} of whom talk, each by a socket; back end and viewers are a process each. Ours is the reference back end as it is: it weighs, stores and numbers what is said. ${named('socket.io')} and ws pass it on four times a second, as ours does then; ws makes the text for each viewer, or once; the latter does nothing but write, and shows what can be reached. From 4 kB ours deflates a frame, once for all, as its adapter asks for; the others are as their clients ask for them.`,
    table(
      [
        'said a second',
        'back end',
        'in a frame',
        'writes by CPU s',
        'deliveries by CPU s',
        'of socket.io’s',
        'cores',
        'arrived',
      ],
      rows,
    ),
    `Memory of the process by socket, of ${watchers} viewers who come after the first ${vanguard} and only watch: ${backEnds.map((name) => `${name} ${kilobytes(weight(name))}`).join(', ')}.`,
    `A retraction while 500 messages a second are said to ${viewers} viewers, ${retractions} times: with half of them after ${ms(quartiles(arrivals).median)}, with 99 of 100 after ${ms(p99)}, with the last after ${ms(arrivals.at(-1) ?? Infinity)}.`,
    verdict('the reference back end', goals),
  ].join('\n\n');
}
