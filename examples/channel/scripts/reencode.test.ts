// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadLibrary } from '../src/library.js';
import { reencodedMedia, type Recipe } from './reencode.js';

/** Small, for it takes as long as a machine needs to decode the whole demo show. */
const recipe: Recipe = { name: '36p', width: 64, height: 36, bitrate: 40, bFrames: 2 };

const folder = mkdtempSync(join(tmpdir(), 'vitrine-reencode-'));
const { TMPDIR } = process.env;
let media = '';

before(() => {
  process.env['TMPDIR'] = folder;
  media = reencodedMedia('set', [recipe]);
});
after(() => {
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
  rmSync(folder, { recursive: true, force: true });
});

test('the channel can play it: the whole show, each second by itself', async () => {
  const [made] = (await loadLibrary(media)).get('landscape') ?? [];
  assert.ok(made);
  assert.deepEqual([made.name, made.width, made.height], ['36p', 64, 36]);
  assert.match(made.codecs, /^avc1\.[0-9a-f]{6},mp4a\.40\.2$/);
  assert.ok(made.bandwidth >= made.averageBandwidth);
  let end = 0;
  for (const [index, { offset, size, independent }] of made.parts.entries()) {
    assert.equal(offset, end);
    end += size;
    assert.ok(independent || index % 4 !== 0, `part ${index} begins a second and needs the one before`);
  }
  assert.equal(end, made.media.length);
});

test('pictures of a recipe with B-frames are decoded in another order than they are shown in, and none is lost', () => {
  const file = join(folder, 'whole.mp4');
  const parts = ['init.mp4', 'media.m4s'].map((name) => readFileSync(join(media, 'landscape', recipe.name, name)));
  writeFileSync(file, Buffer.concat(parts));
  // prettier-ignore
  const packets = execFileSync('ffprobe', ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file],
    { encoding: 'utf8', maxBuffer: 1 << 24 });
  const decoded = packets
    .trim()
    .split('\n')
    .map((line) => Math.round(Number.parseFloat(line) * 25));
  const shown = [...decoded].sort((a, b) => a - b);
  assert.notDeepEqual(decoded, shown);
  const [first = NaN] = shown;
  assert.deepEqual(
    shown.map((picture) => picture - first),
    Array.from({ length: 1200 }, (_, index) => index),
  );
});

test('what was made is taken again, and other recipes are another folder', () => {
  const none = reencodedMedia('set', []);
  assert.notEqual(none, media);
  const { mtimeMs } = statSync(join(none, 'done'));
  assert.equal(reencodedMedia('set', []), none);
  assert.equal(statSync(join(none, 'done')).mtimeMs, mtimeMs);
});
