// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadLibrary, segmentBytes } from './library.js';
import { livePlaylist, masterPlaylist } from './playlists.js';
import { moveByLoops } from './retime.js';
import { parsePlaylist } from './testing.js';
import { startOf } from './timeline.js';

const library = await loadLibrary(fileURLToPath(new URL('../media', import.meta.url)));
const renditions = library.get('landscape') ?? [];
const sound = renditions.find(({ name }) => name === 'sound');
const picture = renditions[0];
assert.ok(sound !== undefined && picture !== undefined);

const timesIn = (bytes: Buffer): number[] => {
  const found: number[] = [];
  for (let at = bytes.indexOf('tfdt'); at >= 0; at = bytes.indexOf('tfdt', at + 4))
    found.push(Number(bytes.readBigUInt64BE(at + 8)));
  return found;
};

test('the sound by itself is the last of the renditions, and has no picture', () => {
  assert.equal(renditions.at(-1), sound);
  assert.notEqual(picture, sound);
  assert.ok(sound.init.includes('soun') && !sound.init.includes('vide'));
  assert.match(
    masterPlaylist(renditions),
    /#EXT-X-STREAM-INF:BANDWIDTH=\d+,AVERAGE-BANDWIDTH=\d+,CODECS="mp4a.40.2"\nsound\/index.m3u8/,
  );
  assert.ok(sound.averageBandwidth < picture.averageBandwidth / 3);
});

test('it is the same sound, sample for sample, at the same times', () => {
  for (let slot = 0; slot < 24; slot++) {
    const whole = segmentBytes(picture, slot);
    const alone = segmentBytes(sound, slot);
    assert.deepEqual(
      timesIn(alone),
      timesIn(whole).filter((_, index) => index % 2 === 1),
    );
    for (let at = 0; at < alone.length;) {
      const moof = alone.readUInt32BE(at);
      const mdat = alone.readUInt32BE(at + moof);
      const run = alone.indexOf('trun', at);
      assert.equal(alone.readInt32BE(run + 12), moof + 8);
      assert.ok(whole.includes(alone.subarray(at + moof + 8, at + moof + mdat)));
      at += moof + mdat;
    }
  }
});

test('it has parts as the others have, and moves on by loops as they do', () => {
  const { segments, openParts } = parsePlaylist(
    livePlaylist({
      rendition: sound,
      siblings: ['360p'],
      now: startOf(24 * 4_000_000) + 1000,
      windowSeconds: 30,
      lowLatency: true,
      discontinuities: true,
    }),
  );
  assert.equal(segments.length, 15);
  assert.equal(openParts.length, 2);
  const segment = segmentBytes(sound, 3);
  assert.deepEqual(
    timesIn(moveByLoops(segment, 2)),
    timesIn(segment).map((time) => time + 2 * 48 * 48_000),
  );
});
