// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadLibrary, partBytes, segmentBytes } from './library.js';
import { livePlaylist, masterPlaylist, recordedPlaylist, vodPlaylist } from './playlists.js';
import { type ParsedPlaylist, parsePlaylist } from './testing.js';
import { discontinuityOf, edgeAt, readyAt, startOf } from './timeline.js';

const library = await loadLibrary(fileURLToPath(new URL('../media', import.meta.url)));
const renditions = library.get('landscape') ?? [];
const rendition = renditions[0];
assert.ok(rendition !== undefined);
const at = (now: number, lowLatency = true, windowSeconds = 30, discontinuities = true): ParsedPlaylist =>
  parsePlaylist(
    livePlaylist({ rendition, siblings: ['540p', '720p'], now, windowSeconds, lowLatency, discontinuities }),
  );
/** Sequence number of a segment that starts a loop. */
const loopStart = 24 * 4_000_000;

test('over two loops in steps of 130 ms nothing jumps, repeats or goes back', () => {
  const known = new Map<number, { date: number; discontinuity: number }>();
  let last = 0;
  for (let now = startOf(loopStart - 5); now < startOf(loopStart + 45); now += 130) {
    for (const playlist of [at(now), at(now, false)]) {
      assert.equal(playlist.segments.length, 15);
      for (const { sequence, date, discontinuity, uri } of playlist.segments) {
        assert.equal(uri, `${sequence}.m4s`);
        assert.equal(date, startOf(sequence));
        assert.equal(discontinuity, discontinuityOf(sequence));
        assert.deepEqual(known.get(sequence) ?? { date, discontinuity }, { date, discontinuity });
        known.set(sequence, { date, discontinuity });
      }
      assert.ok(readyAt(playlist.segments.at(-1)?.sequence ?? 0) <= now);
    }
    const { sequence } = at(now);
    assert.ok(sequence - last <= 1 || last === 0);
    last = sequence;
  }
});

test('a recording has what was shown, with its dates and the breaks of the loop', () => {
  const text = recordedPlaylist(startOf(loopStart - 2) + 700, startOf(loopStart + 3) + 100);
  const { segments } = parsePlaylist(text);
  assert.deepEqual(
    segments.map(({ date, uri }) => [date, uri]),
    [-2, -1, 0, 1, 2, 3].map((place) => [startOf(loopStart + place), `${(24 + place) % 24}.m4s`]),
  );
  assert.equal(text.match(/^#EXT-X-DISCONTINUITY$/gm)?.length, 1);
  assert.match(text, /#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME:[^\n]+\n#EXTINF[^\n]+\n0\.m4s/);
  assert.match(text, /#EXT-X-ENDLIST/);
  const whole = recordedPlaylist(startOf(loopStart), startOf(loopStart + 3));
  assert.equal(parsePlaylist(whole).segments.at(-1)?.date, startOf(loopStart + 2));
});

test('the hint names the part after the last listed one, also across segments and loops', () => {
  for (const sequence of [loopStart - 1, loopStart, loopStart + 7]) {
    for (let part = 0; part < 4; part++) {
      const before = at(readyAt(sequence, part) - 1);
      assert.equal(before.hint, `${sequence}.${part}.m4s`);
      const after = at(readyAt(sequence, part));
      const listed = [...after.segments.flatMap((s) => s.parts), ...after.openParts];
      assert.equal(listed.at(-1), before.hint);
    }
  }
});

test('the start of the loop is announced with its first part or hint', () => {
  assert.match(at(startOf(loopStart)).text, /#EXT-X-DISCONTINUITY\n#EXT-X-PRELOAD-HINT/);
  assert.match(at(readyAt(loopStart, 0)).text, /#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME:[^\n]+\n#EXT-X-PART:/);
  assert.equal(at(startOf(loopStart + 24)).text.match(/^#EXT-X-DISCONTINUITY$/gm)?.length, 1);
});

test('parts are listed for the last three segments and the open one', () => {
  const playlist = at(readyAt(loopStart + 9, 1));
  assert.equal(playlist.openParts.length, 2);
  assert.deepEqual(
    playlist.segments.slice(-4).map((s) => s.parts.length),
    [0, 4, 4, 4],
  );
  assert.match(playlist.text, /PART:DURATION=0\.52000,URI="\d+\.0\.m4s",INDEPENDENT=YES/);
  assert.match(playlist.text, /PART:DURATION=0\.48000,URI="\d+\.1\.m4s"$/m);
});

test('the low-latency tags keep the rules of RFC 8216bis', () => {
  const { text } = at(readyAt(loopStart + 9, 1));
  const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1]);
  const target = number(/PART-TARGET=([\d.]+)/);
  assert.ok(number(/PART-HOLD-BACK=([\d.]+)/) >= 3 * target);
  assert.ok(number(/[,:]HOLD-BACK=([\d.]+)/) >= 3 * number(/TARGETDURATION:(\d+)/));
  const durations = [...text.matchAll(/PART:DURATION=([\d.]+)/g)].map((m) => Number(m[1]));
  assert.ok(durations.every((d) => d <= target && d >= target * 0.85));
  assert.match(text, new RegExp(`RENDITION-REPORT:URI="../720p/index.m3u8",LAST-MSN=${loopStart + 9},LAST-PART=1`));
  assert.doesNotMatch(at(readyAt(loopStart), false).text, /PART|HINT|REPORT|SERVER-CONTROL/);
});

test('a steady playlist has no discontinuities', () => {
  assert.doesNotMatch(at(startOf(loopStart), true, 30, false).text, /DISCONTINUITY/);
});

test('a longer window lists more segments', () => {
  assert.equal(at(startOf(loopStart), true, 600).segments.length, 300);
});

test('parts add up to the segment, and segments to the file', () => {
  for (const one of [...library.values()].flat()) {
    let total = 0;
    for (let slot = 0; slot < 24; slot++) {
      const segment = segmentBytes(one, slot);
      assert.ok(segment.equals(Buffer.concat([0, 1, 2, 3].map((part) => partBytes(one, slot, part)))));
      assert.equal(segment.toString('latin1', 4, 8), 'moof');
      total += segment.length;
    }
    assert.equal(total, one.media.length);
  }
});

test('the master playlist tells the truth about the init segments', () => {
  const text = masterPlaylist(renditions);
  assert.equal(text.match(/#EXT-X-STREAM-INF/g)?.length, 4);
  for (const { init, codecs } of renditions.slice(0, 3)) {
    const avcC = init.indexOf('avcC') + 5;
    assert.equal(codecs, `avc1.${init.toString('hex', avcC, avcC + 3)},mp4a.40.2`);
  }
});

test('the recording holds the loop once and its dates map to the same frames', () => {
  const vod = parsePlaylist(vodPlaylist());
  assert.equal(vod.segments.length, 24);
  assert.match(vod.text, /#EXT-X-ENDLIST/);
  assert.equal(edgeAt(vod.segments[0]?.date ?? 0).sequence, 0);
});
