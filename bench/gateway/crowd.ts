// SPDX-License-Identifier: MIT
// The viewers of a back end, in a process of their own: some talk, all listen.
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import type { WebSocket as Socket } from 'ws';
import { dialects, type Dialect, type DialectName } from './dialects.js';
import { WebSocket } from './peers.js';

/** What is asked of the crowd. */
export type CrowdTask =
  | {
      readonly do: 'enter';
      readonly port: number;
      readonly dialect: DialectName;
      readonly viewers: number;
      /** One of each who talks. */
      readonly tokens: readonly (string | null)[];
    }
  | { readonly do: 'talk'; readonly messagesPerSecond: number }
  | { readonly do: 'count' }
  /** Waits until all have heard these words. */
  | { readonly do: 'hear'; readonly words: string };

/** What has been heard since it was asked last. */
export interface Heard {
  readonly deliveries: number;
  readonly frames: number;
}

const atOnce = 100;
const beat = 25;
const sentence = 'how many infusions does the first picking give?';

let dialect: Dialect;
const sockets: Socket[] = [];
let speakers: Socket[] = [];
let heard = { deliveries: 0, frames: 0 };
let talk: ReturnType<typeof setInterval> | undefined;
let said = 0;
let listening: { readonly words: string; readonly times: number[] } | null = null;

interface Frame {
  readonly text: string;
  readonly count: number;
}

/** Everybody gets the same frame: it is read once. It is known by its length and how it begins, which is its number. */
const frames = new Map<string, Frame>();
const read = (data: Buffer, isPacked: boolean): Frame => {
  const name = `${data.length} ${data.toString('latin1', 0, 64)}`;
  let frame = frames.get(name);
  if (!frame) {
    const text = (isPacked ? inflateRawSync(data) : data).toString();
    frames.set(name, (frame = { text, count: dialect.count(text) }));
  }
  return frame;
};

async function enter(url: string, token: string | null): Promise<Socket> {
  const socket = new WebSocket(url, [...dialect.protocols], { perMessageDeflate: false, skipUTF8Validation: true });
  let isIn = false;
  const welcome = new Promise<void>((resolve) => {
    const greet = (frame: string | null): void => {
      const next = dialect.greet(frame, token);
      if (next.say !== undefined) socket.send(next.say);
      if (!next.isIn) return;
      isIn = true;
      resolve();
    };
    socket.on('open', () => greet(null));
    socket.on('message', (data: Buffer, isPacked: boolean) => {
      if (!isIn) return greet(data.toString());
      if (data.length < 8) {
        const reply = dialect.answer(data.toString());
        if (reply !== null) socket.send(reply);
        return;
      }
      const { count, text } = read(data, isPacked);
      heard.deliveries += count;
      if (count > 0) heard.frames++;
      if (listening && text.includes(listening.words)) listening.times.push(performance.now());
    });
    socket.on('close', (code) => {
      throw new Error(`A socket was closed: ${code}`);
    });
  });
  await once(socket, 'open');
  await welcome;
  return socket;
}

async function serve(task: CrowdTask): Promise<unknown> {
  if (task.do === 'enter') {
    dialect = dialects[task.dialect];
    const tokens = [...task.tokens, ...Array.from({ length: task.viewers - task.tokens.length }, () => null)];
    const url = `ws://127.0.0.1:${task.port}${dialect.path}`;
    for (let from = 0; from < tokens.length; from += atOnce)
      sockets.push(...(await Promise.all(tokens.slice(from, from + atOnce).map((token) => enter(url, token)))));
    speakers = sockets.slice(0, task.tokens.length);
    return sockets.length;
  }
  if (task.do === 'talk') {
    clearInterval(talk);
    const began = performance.now();
    const before = said;
    talk = setInterval(() => {
      const due = before + ((performance.now() - began) / 1000) * task.messagesPerSecond;
      for (; said < due; said++) speakers[said % speakers.length]?.send(dialect.say(`${sentence} ${said}`, `c${said}`));
    }, beat);
    return null;
  }
  if (task.do === 'hear') {
    listening = { words: task.words, times: [] };
    const since = performance.now();
    while (listening.times.length < sockets.length) await after(10);
    const times = listening.times.map((time) => time - since);
    listening = null;
    return times;
  }
  const told = heard;
  heard = { deliveries: 0, frames: 0 };
  frames.clear();
  return told;
}

process.on('message', (task: CrowdTask) => void serve(task).then((answer) => process.send?.(answer ?? {})));
process.on('disconnect', () => process.exit());
