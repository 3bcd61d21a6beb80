// SPDX-License-Identifier: MIT
// What befalls live streams, by name: for the tests that the player outlives it, and for the bench that says how soon.
import type { FaultAction, FaultMatch } from '../../../examples/channel/src/index.js';
import { edgeAt } from '../../../examples/channel/src/timeline.js';
import type { Viewing } from './viewing.js';

type Struck = Pick<Viewing, 'channel' | 'page' | 'context'>;

/** A trouble that lasts, and then ends. */
export interface Outage {
  readonly name: string;
  /** Path of the stream on the channel; low latency without one. */
  readonly path?: string;
  /** In ms; 10 s where nothing is said. */
  readonly lasts?: number;
  /** How long after its end the picture may stand still, in ms, where it is known to be asked for seldom. */
  readonly within?: number;
  /** Begins it, and resolves with what ends it. */
  strike(viewing: Struck): Promise<() => unknown> | (() => unknown);
}

/** A trouble that happens once. */
export interface Incident {
  readonly name: string;
  readonly path?: string;
  /** How long the picture may stand, in ms, where that is more than a moment. */
  readonly gap?: number;
  /** How far behind the show a viewer is afterwards at best, in ms, where that is more than before. */
  readonly farther?: number;
  happen(viewing: Struck): unknown;
}

const plain = '/plain/landscape/master.m3u8';
const media = ['segment', 'part'] as const;
const lists = ['playlist', 'master'] as const;

const fault = (name: string, action: FaultAction, match: FaultMatch = {}, path?: string): Outage => ({
  name,
  ...(path ? { path } : {}),
  strike: ({ channel }) => {
    const { remove } = channel.faults.add({ match, action });
    return remove;
  },
});

export const outages: readonly Outage[] = [
  fault('playlists that answer 503', { type: 'status', status: 503 }, { kind: lists }),
  fault('playlists that answer 404', { type: 'status', status: 404 }, { kind: lists }),
  fault('media that answer 503', { type: 'status', status: 503 }, { kind: media }),
  fault('media that answer 404', { type: 'status', status: 404 }, { kind: media }),
  fault('whole segments that answer 404', { type: 'status', status: 404 }, { kind: media }, plain),
  fault('everything answering 503', { type: 'status', status: 503 }, {}, plain),
  fault('connections that are reset', { type: 'reset' }),
  fault('answers that do not come', { type: 'freeze' }, { kind: media }),
  fault('a playlist that stands still', { type: 'freeze' }, { kind: 'playlist' }),
  fault('media that break off', { type: 'truncate' }, { kind: media }),
  fault('media that are empty', { type: 'empty' }, { kind: media }),
  {
    name: 'a network that is away',
    strike: async ({ context }) => {
      await context.setOffline(true);
      return () => context.setOffline(false);
    },
  },
  {
    name: 'a tab that was frozen',
    strike: async ({ context, page }) => {
      const session = await context.newCDPSession(page);
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      return () => session.send('Page.setWebLifecycleState', { state: 'active' });
    },
  },
];

/** What a viewer meets who comes while something is wrong. */
export const lateStarts: readonly Outage[] = [
  fault('a stream whose first list answers 503', { type: 'status', status: 503 }, { kind: 'master' }),
  // (A stream that was never there is asked for every ten seconds, give or take a quarter.)
  {
    ...fault('a stream whose lists answer 404', { type: 'status', status: 404 }, { kind: 'playlist' }),
    within: 14_000,
  },
  fault('a stream whose initialisation answers 503', { type: 'status', status: 503 }, { kind: 'init' }),
  fault('a stream whose media answer 503', { type: 'status', status: 503 }, { kind: media }),
];

const once = (name: string, action: FaultAction, match: FaultMatch, path?: string): Incident => ({
  name,
  ...(path ? { path } : {}),
  happen: ({ channel }) => void channel.faults.add({ match, action, times: 1 }),
});

export const incidents: readonly Incident[] = [
  once('a corrupt part', { type: 'corrupt' }, { kind: media }),
  once('a corrupt segment', { type: 'corrupt' }, { kind: media }, plain),
  once('sound that cannot be decoded', { type: 'corrupt', track: 'sound' }, { kind: media }),
  {
    // (It is asked for twice, and left out.)
    name: 'a segment that is broken where it is made',
    happen: ({ channel }) => {
      const sequence = edgeAt(Date.now()).sequence + 1;
      channel.faults.add({ match: { kind: media, sequence }, action: { type: 'corrupt' } });
    },
  },
  once('a truncated part', { type: 'truncate' }, { kind: media }),
  once('an empty segment', { type: 'empty' }, { kind: media }, plain),
  {
    name: 'a segment that is missing',
    happen: ({ channel }) => {
      const sequence = edgeAt(Date.now()).sequence + 1;
      channel.faults.add({ match: { sequence }, action: { type: 'status', status: 404 } });
    },
  },
  { name: 'an origin that starts anew', happen: ({ channel }) => channel.origin.restart() },
  {
    name: 'an origin that starts anew, with whole segments',
    path: plain,
    happen: ({ channel }) => channel.origin.restart(),
    gap: 6000,
  },
  { name: 'another picture and codec for a while', happen: ({ channel }) => channel.origin.splice('portrait', 2) },
  {
    name: 'another picture and codec, with whole segments',
    path: plain,
    happen: ({ channel }) => channel.origin.splice('portrait', 2),
  },
  { name: 'a clock that is set back', happen: ({ channel }) => channel.origin.moveClock(-7000) },
  { name: 'parts that are no more', happen: ({ channel }) => channel.origin.setParts(false), gap: 6500, farther: 6500 },
  {
    name: 'files of the wrong kind',
    happen: ({ channel }) => void channel.faults.add({ action: { type: 'mislabel' } }),
  },
  {
    name: 'an address that has expired',
    path: '/live/landscape/master.m3u8?signature=old',
    async happen({ channel, page }) {
      const src = `${channel.url}/live/landscape/master.m3u8?signature=new`;
      await page.evaluate((renewed) => {
        document.addEventListener('vitrine-stream-renew', ({ target }) =>
          (target as HTMLElement).setAttribute('src', renewed),
        );
      }, src);
      channel.faults.add({ action: { type: 'signature', wanted: 'new' } });
    },
  },
  {
    name: 'renditions that fail but one',
    happen: ({ channel }) => {
      for (const rendition of ['360p', '720p'])
        channel.faults.add({ match: { rendition }, action: { type: 'status', status: 404 } });
    },
  },
];
