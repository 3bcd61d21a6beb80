// SPDX-License-Identifier: MIT
// A plain reporter for node:test: every failure with its file and error, then one line of counts.
// With VITRINE_COUNTS=<file> it also leaves { passed, failed, skipped, failures } there for scripts/test.mjs.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

const indent = (text) => text.replace(/^/gm, '      ');

function describe(error) {
  const cause = error?.cause ?? error;
  if (!(cause instanceof Error)) return String(cause);
  const stack = (cause.stack ?? cause.message)
    .split('\n')
    .filter((line) => !/node:internal|\/node_modules\//.test(line));
  // A comparison of two long texts helps nobody after its first screen.
  const text = [...stack.slice(0, 40), ...(stack.length > 40 ? ['…'] : [])].join('\n');
  if (!('expected' in cause) || cause.code === 'ERR_ASSERTION') return text;
  return `${text}\nexpected: ${inspect(cause.expected)}\nactual:   ${inspect(cause.actual)}`;
}

export default async function* plain(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const path = [];
  const slow = [];
  // Written as it goes: a run that is stopped has counted what it did.
  const keep = () => {
    if (process.env.VITRINE_COUNTS) writeFileSync(process.env.VITRINE_COUNTS, JSON.stringify(counts));
  };
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      path.length = data.nesting;
      path[data.nesting] = data.name;
    } else if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message;
    } else if (type === 'test:pass' || type === 'test:fail') {
      // A suite is its tests; a file is one only when it broke outside of them.
      if (data.details?.type === 'suite') continue;
      const file = data.file ? relative(process.cwd(), data.file) : '';
      const title = [...path.slice(0, data.nesting), data.name].filter(Boolean).join(' › ');
      if (type === 'test:pass') {
        counts[data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed'] += 1;
        keep();
        if (data.details?.duration_ms > 5000)
          slow.push(`slow: ${Math.round(data.details.duration_ms)} ms ${file} ${title}`);
      } else if (data.details?.error?.failureType !== 'subtestsFailed') {
        const told = `${file}\n    ${title}\n${indent(describe(data.details?.error))}`;
        counts.failed += 1;
        counts.failures.push(told);
        keep();
        yield `✗ ${told}\n`;
      }
    }
  }
  for (const line of slow) yield `${line}\n`;
  keep();
  yield `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}
