// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ManualClock, type ParsedPlaylist, manualClock, parsePlaylist, withChannel } from './testing.js';
import { readyAt, startOf } from './timeline.js';
import type { Channel } from './types.js';

const sequence = 24 * 4_000_000 + 10;
const start = startOf(sequence) + 100;
const base = '/live/landscape/360p';

const inChannel = (body: (channel: Channel, clock: ManualClock) => Promise<void>): Promise<void> => {
  const clock = manualClock(start);
  return withChannel(clock, (channel) => body(channel, clock));
};
const list = async ({ url }: Channel, path = base): Promise<ParsedPlaylist> =>
  parsePlaylist(await (await fetch(`${url}${path}/index.m3u8`)).text());
const status = async (url: string): Promise<number> => {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response.status;
};

test('a splice brings segments of another show between two discontinuities, and then the own ones again', async () => {
  await inChannel(async (channel, clock) => {
    channel.origin.splice('portrait', 2);
    await clock.advance(8_000);
    const playlist = await list(channel);
    const folders = playlist.segments.map(({ uri }) => uri.replace(/[^/]+$/, '')).slice(-4);
    assert.deepEqual(folders, ['', '../../portrait/960p/', '../../portrait/960p/', '']);
    const { discontinuity } = playlist;
    const breaks = playlist.segments.map((segment) => segment.discontinuity - discontinuity).slice(-4);
    assert.deepEqual(
      breaks,
      [0, 1, 1, 2].map((count) => count + (breaks[0] ?? 0)),
    );
    assert.match(playlist.text, /#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="\.\.\/\.\.\/portrait\/960p\/init\.mp4"/);
    assert.match(playlist.text, /#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="init\.mp4"/);
    const uri = playlist.segments.at(-2)?.uri ?? '';
    assert.equal(await status(new URL(uri, `${channel.url}${base}/index.m3u8`).href), 200);
    assert.throws(() => channel.origin.splice('nowhere', 1), /No show is called "nowhere"/);
    // What has left the list has left its count of breaks behind.
    await clock.advance(40_000);
    assert.ok((await list(channel)).discontinuity >= discontinuity + 2);
  });
});

test('the hint of a spliced part names it where it lies', async () => {
  await inChannel(async (channel, clock) => {
    channel.origin.splice('portrait', 1);
    await clock.advance(readyAt(sequence) - start);
    const { hint, text } = await list(channel);
    assert.equal(hint, `../../portrait/960p/${sequence + 1}.0.m4s`);
    assert.match(text, /#EXT-X-DISCONTINUITY\n#EXT-X-MAP:[^\n]+\n#EXT-X-PRELOAD-HINT/);
  });
});

test('a clock that was set is wrong from the next segment on', async () => {
  await inChannel(async (channel, clock) => {
    channel.origin.moveClock(-7_000);
    await clock.advance(4_000);
    const dates = (await list(channel)).segments.slice(-2).map(({ sequence: own, date }) => date - startOf(own));
    assert.deepEqual(dates, [0, -7_000]);
  });
});

test('a restarted packager counts from 0, and has nothing from before', async () => {
  await inChannel(async (channel, clock) => {
    const old = await list(channel);
    channel.origin.restart();
    await clock.advance(2_000);
    const anew = await list(channel);
    assert.equal(anew.sequence, 0);
    assert.equal(anew.discontinuity, 0);
    assert.deepEqual(
      anew.segments.map(({ uri, date }) => [uri, date]),
      [
        ['0.m4s', startOf(sequence - 1)],
        ['1.m4s', startOf(sequence)],
      ],
    );
    assert.equal(await status(`${channel.url}${base}/1.m4s`), 200);
    assert.equal(await status(`${channel.url}${base}/${old.segments[0]?.uri}`), 404);
    const blocked = `${channel.url}${base}/index.m3u8?_HLS_msn=`;
    assert.equal(await status(`${blocked}${sequence}`), 400);
    assert.equal(await status(`${blocked}1`), 200);
  });
});

test('without parts the playlists list whole segments, until there are parts again', async () => {
  await inChannel(async (channel) => {
    channel.origin.setParts(false);
    const { text, segments } = await list(channel);
    assert.doesNotMatch(text, /PART|HINT|REPORT|SERVER-CONTROL/);
    assert.equal(segments.at(-1)?.uri, `${sequence - 1}.m4s`);
    assert.equal(await status(`${channel.url}${base}/${sequence - 1}.0.m4s`), 404);
    channel.origin.setParts(true);
    assert.match((await list(channel)).text, /EXT-X-PART:/);
  });
});
