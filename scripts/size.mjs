// SPDX-License-Identifier: MIT
// Bytes over the wire against their budgets: brotli at quality 11, 1 kB = 1000 bytes. Needs the CDN build.
//   node scripts/size.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { rollup } from 'rollup';
import { measuredBuild } from '../rollup.config.js';
import { filesBelow, root } from './sources.mjs';

const brotli = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const inside = (path) => join(root, 'packages', path);

/** The chunks of an entry built on its own, as it would be in the CDN build. */
async function chunksOf(entry, left) {
  const options = measuredBuild(entry, left);
  const build = await rollup(options);
  const { output } = await build.generate(options.output);
  await build.close();
  return output.filter((chunk) => chunk.type === 'chunk');
}

/** What an entry needs before it runs: itself and all it imports statically. */
function atOnce(chunks, fileName = chunks.find((chunk) => chunk.isEntry).fileName, seen = new Set()) {
  if (seen.has(fileName)) return seen;
  seen.add(fileName);
  for (const one of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) atOnce(chunks, one, seen);
  return seen;
}

async function bundled(entry, { also = /^$/, ...left } = {}) {
  const chunks = await chunksOf(entry, left);
  const needed = atOnce(chunks);
  for (const { fileName, moduleIds } of chunks)
    if (moduleIds.some((id) => also.test(id))) atOnce(chunks, fileName, needed);
  return chunks.filter((chunk) => needed.has(chunk.fileName)).reduce((total, chunk) => total + brotli(chunk.code), 0);
}

async function measure() {
  const rows = [];
  const add = (name, bytes, budget) => rows.push({ name, bytes, budget, over: bytes > budget });
  const { files } = JSON.parse(readFileSync(join(root, 'cdn/manifest.json'), 'utf8'));
  const closure = (name, seen = new Set()) => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const one of files[name].imports) closure(one, seen);
    return seen;
  };

  if (files['loader.js']) add('loader', files['loader.js'].brotli, 2000);

  // What a page downloads to open a room; helpers for those who write adapters are shaken off. What is sold comes later.
  add('core: an open room (with mitt)', await bundled(inside('core/src/room/index.ts'), { names: 'openRoom' }), 6000);
  const entry = [...closure('vitrine.js')];
  add(
    'cdn entry: room, player, chat',
    entry.reduce((total, name) => total + files[name].brotli, 0),
    45_000,
  );

  if (existsSync(inside('elements/src/player/index.ts'))) {
    // All that comes, before and after the first picture, while a stream is played that hls.js light can play.
    const played =
      /hls\.light|\/player\/(engines\/(hls|head-start)|upkeep\/upkeep|controls\/(bar|scrubber)|scene\/scene|duties)\.ts$/;
    add(
      'player alone with controls and hls light',
      await bundled(inside('elements/src/player/index.ts'), { also: played }),
      125_000,
    );
  }

  for (const name of Object.keys(files)) {
    if (entry.includes(name) || name === 'loader.js' || name.startsWith('hls-')) continue;
    const plain = name.replace(/-[\w-]{7}\.js$/, '');
    if (plain === 'room/shop') {
      add('after the first picture: goods, bag, checkout, reactions', files[name].brotli, 26_000);
      continue;
    }
    if (plain === 'core/features/checkout/checkout') {
      add('core: checkout', files[name].brotli, 1500);
      continue;
    }
    const budget = /^adapters\/[^/]+\.js$/.test(name) ? 3000 : /^console[/-]/.test(name) ? 15_000 : 4000;
    add(plain.replace(/\.js$/, ''), files[name].brotli, budget);
  }

  // Features outside the core entry: each is a subpath, added to a room when used.
  const feature = (name) => inside(`core/src/features/${name}/`);
  for (const file of filesBelow(inside('core/src/features')).filter((one) => /^[^/]+\/index\.ts$/.test(one))) {
    const name = file.replace('/index.ts', '');
    if (['stream', 'chat', 'catalog', 'cart', 'checkout', 'presence', 'identity'].includes(name)) continue;
    const external = (id) => id.startsWith(inside('core/src/')) && !id.startsWith(feature(name));
    add(`core feature ${name}`, await bundled(join(feature(name), 'index.ts'), { external }), 1500);
  }
  return rows;
}

const rows = (await measure()).map((row) => ({
  ...row,
  mark: row.over ? '✗' : '✓',
}));
const width = Math.max(...rows.map(({ name }) => name.length));
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`.padStart(10);
for (const { name, bytes, budget, mark } of rows) {
  console.log(`${mark} ${name.padEnd(width)} ${kilobytes(bytes)} of ${kilobytes(budget)}`);
}
const failed = rows.filter(({ mark }) => mark === '✗').length;
if (process.env.VITRINE_COUNTS) {
  writeFileSync(process.env.VITRINE_COUNTS, JSON.stringify({ passed: rows.length - failed, failed, skipped: 0 }));
}
process.exitCode = failed > 0 ? 1 : 0;
