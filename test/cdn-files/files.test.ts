// SPDX-License-Identifier: MIT
// The built CDN files: what a page with one tag relies on.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { filesBelow, root } from '../../scripts/sources.mjs';

interface Built {
  readonly integrity: string;
  readonly bytes: number;
  readonly brotli: number;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

const cdn = join(root, 'cdn');
const { version, files } = JSON.parse(readFileSync(join(cdn, 'manifest.json'), 'utf8')) as {
  version: string;
  files: Record<string, Built>;
};
const text = (name: string): string => readFileSync(join(cdn, name), 'utf8');
const names = Object.keys(files);

it('lists every file with its integrity', () => {
  const built = filesBelow(cdn).filter((file) => file.endsWith('.js'));
  assert.deepEqual([...names].sort(), built.sort());
  for (const name of names) {
    const digest = createHash('sha384')
      .update(readFileSync(join(cdn, name)))
      .digest('base64');
    assert.equal(files[name]?.integrity, `sha384-${digest}`, name);
  }
});

it('loads a room with one request: the entry imports nothing', () => {
  assert.deepEqual(files['vitrine.js']?.imports, []);
});

it('has core once: what is loaded later takes it from the entry', () => {
  const holders = names.filter(
    (name) => /"VitrineError"/.test(text(name)) && /class \w*\s*extends Error/.test(text(name)),
  );
  assert.deepEqual(holders, ['vitrine.js']);
});

it('names every file that it loads', () => {
  const named = names.flatMap((name) => [...(files[name]?.imports ?? []), ...(files[name]?.dynamicImports ?? [])]);
  assert.deepEqual(
    named.filter((name) => !(name in files)),
    [],
  );
});

it('holds no development build and nothing of Node', () => {
  const holding = names.filter((name) =>
    /Lit is in dev mode|process\.env|__VITRINE_VERSION__|from"node:/.test(text(name)),
  );
  assert.deepEqual(holding, []);
});

it('holds nothing that a strict content security policy refuses', () => {
  // hls.js makes a worker only when it is told where its file is.
  const own = names.filter((name) => !name.startsWith('hls-'));
  const refused = own.filter((name) => /\beval\(|new Function\(|\.setAttribute\("style"/.test(text(name)));
  assert.deepEqual(refused, []);
});

it('keeps no template or style with its line breaks', () => {
  const own = names.filter((name) => !name.startsWith('hls-'));
  const broken = own.filter((name) => text(name).trim().split('\n').length > 4);
  assert.deepEqual(broken, []);
});

it('is of the version of the packages and brings the licences of what is inside', () => {
  const { version: ours } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  assert.equal(version, ours);
  assert.match(text('vitrine.js').slice(0, 100), new RegExp(`Vitrine ${ours.replaceAll('.', '\\.')}`));
  const notices = text('THIRD-PARTY.txt');
  for (const name of ['lit-html', 'hls.js', 'mitt', 'lucide-static']) {
    assert.ok(notices.includes(`\n${name} `), `the licence of ${name} is missing`);
  }
});
