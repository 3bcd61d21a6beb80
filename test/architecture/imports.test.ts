// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { root } from '../../scripts/sources.mjs';

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

process.chdir(root);
const { enhancedResolveOptions, ...options } = configuration.options;
const { output } = await cruise(
  ['packages/*/src'],
  { ...options, ruleSet: { forbidden: configuration.forbidden }, validate: true },
  // A relative import says `.js` and means the `.ts` beside it. (The command line does not know this option.)
  { ...enhancedResolveOptions, extensionAlias: { '.js': ['.ts', '.js'] } },
);
const { summary } = output as ICruiseResult;

test('the sources of the packages are looked at', () => {
  assert.ok(summary.totalCruised > 10, `only ${summary.totalCruised} modules were found`);
});

for (const { name, comment } of configuration.forbidden as { name: string; comment?: string }[]) {
  test(name.replaceAll('-', ' '), () => {
    const found = summary.violations.filter((violation) => violation.rule.name === name);
    const lines = found.map(({ from, to, cycle }) =>
      [from, ...(cycle ? cycle.map((one) => one.name) : [to])].join(' → '),
    );
    assert.deepEqual(lines, [], comment);
  });
}
