// SPDX-License-Identifier: MIT
// Helpers for the tests: a clock that moves by hand and a channel that lives by it.
import { createChannel } from './channel.js';
import type { Channel, ChannelOptions, Timer } from './types.js';

/** A clock for tests. Timers fire in order while it is advanced. */
export interface ManualClock {
  readonly now: () => number;
  readonly timer: Timer;
  /** Moves on by milliseconds, letting promises settle between timers. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves once at least this many timers are waiting. */
  pending(count: number): Promise<void>;
}

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

export const manualClock = (start: number): ManualClock => {
  let time = start;
  let timers: { due: number; callback: () => void }[] = [];
  return {
    now: () => time,
    timer: (callback, milliseconds) => {
      const entry = { due: time + milliseconds, callback };
      timers.push(entry);
      return () => {
        timers = timers.filter((t) => t !== entry);
      };
    },
    advance: async (milliseconds) => {
      const target = time + milliseconds;
      for (;;) {
        await settle();
        const next = timers.filter((t) => t.due <= target).sort((a, b) => a.due - b.due)[0];
        if (next === undefined) break;
        timers = timers.filter((t) => t !== next);
        time = Math.max(time, next.due);
        next.callback();
      }
      time = target;
      await settle();
    },
    pending: async (count) => {
      while (timers.length < count) await settle();
    },
  };
};

/** Runs `body` with a channel that is closed afterwards whatever happens. */
export const withChannel = async (
  options: ChannelOptions,
  body: (channel: Channel) => Promise<void>,
): Promise<void> => {
  const channel = await createChannel(options);
  try {
    await body(channel);
  } finally {
    await channel.close();
  }
};

/** A media playlist taken apart. */
export interface ParsedPlaylist {
  readonly text: string;
  readonly sequence: number;
  readonly discontinuity: number;
  readonly segments: readonly {
    uri: string;
    sequence: number;
    date: number;
    discontinuity: number;
    parts: readonly string[];
  }[];
  /** Parts after the last whole segment. */
  readonly openParts: readonly string[];
  readonly hint: string | undefined;
}

export const parsePlaylist = (text: string): ParsedPlaylist => {
  const tag = (name: string): string | undefined => new RegExp(`^#${name}:(.*)$`, 'm').exec(text)?.[1];
  const sequence = Number(tag('EXT-X-MEDIA-SEQUENCE'));
  const discontinuity = Number(tag('EXT-X-DISCONTINUITY-SEQUENCE') ?? 0);
  const segments: { uri: string; sequence: number; date: number; discontinuity: number; parts: string[] }[] = [];
  let parts: string[] = [];
  let date = Number.NaN;
  let breaks = discontinuity;
  for (const line of text.split('\n')) {
    if (line === '#EXT-X-DISCONTINUITY') breaks++;
    else if (line.startsWith('#EXT-X-PROGRAM-DATE-TIME:'))
      date = Date.parse(line.slice('#EXT-X-PROGRAM-DATE-TIME:'.length));
    else if (line.startsWith('#EXT-X-PART:')) parts.push(/URI="([^"]+)"/.exec(line)?.[1] ?? '');
    else if (line !== '' && !line.startsWith('#')) {
      segments.push({ uri: line, sequence: sequence + segments.length, date, discontinuity: breaks, parts });
      parts = [];
    }
  }
  return {
    text,
    sequence,
    discontinuity,
    segments,
    openParts: parts,
    hint: /PRELOAD-HINT:TYPE=PART,URI="([^"]+)"/.exec(text)?.[1],
  };
};
