// SPDX-License-Identifier: MIT
// The built packages as a server sees them: every entry can be imported where there is no DOM, and does nothing.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { entriesOf, filesBelow, packageNames, root } from '../../scripts/sources.mjs';
import { specifiers } from './specifiers.js';

const run = promisify(execFile);

const script = (specifier: string): string => `
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const module = await import(${JSON.stringify(specifier)});
  const left = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
  const timers = process.getActiveResourcesInfo().filter((one) => /Timeout|TCP|Immediate/.test(one));
  console.log(JSON.stringify({ left, timers, names: Object.keys(module).length }));`;

// lit says which versions are loaded, for pages with two, and brings a registry to Node; that is lit's, not ours.
const ofLit = /^(lit|reactiveElement|customElements$)/;

for (const name of packageNames.filter((one) => existsSync(join(root, 'packages', one, 'dist')))) {
  describe(`@vitrine/${name} in Node`, () => {
    // The loader is a script for a page: it has no other use.
    if (name === 'loader') return;
    for (const specifier of specifiers(name)) {
      it(`imports ${specifier} without a trace`, async () => {
        const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script(specifier)], {
          cwd: root,
          env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
        });
        const printed = stdout.trim().split('\n');
        const { left, timers } = JSON.parse(printed.pop() ?? '') as { left: string[]; timers: string[] };
        assert.deepEqual([...printed, stderr], [''], 'something was printed');
        assert.deepEqual(
          left.filter((one) => !ofLit.test(one)),
          [],
          'globals were left behind',
        );
        assert.deepEqual(timers, [], 'something is still running');
      });
    }

    it('has types for every entry', () => {
      const dist = join(root, 'packages', name, 'dist');
      const missing = Object.keys(entriesOf(name)).filter((entry) => !existsSync(join(dist, `${entry}.d.ts`)));
      assert.deepEqual(missing, []);
    });

    it('does not show mitt in its types', () => {
      const dist = join(root, 'packages', name, 'dist');
      const showing = filesBelow(dist)
        .filter((file) => file.endsWith('.d.ts'))
        .filter((file) => /(?:from|import\()\s*['"]mitt['"]/.test(readFileSync(join(dist, file), 'utf8')));
      assert.deepEqual(showing, []);
    });
  });
}
