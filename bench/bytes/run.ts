// SPDX-License-Identifier: MIT
// Bytes per entry against their budgets, as `npm run size` measures them. Run: npm run bench -- bytes
import { execFileSync } from 'node:child_process';
import { table } from '../report.js';

/** Runs the measurement and returns its part of the results page. */
export async function bytes(): Promise<string> {
  execFileSync(process.execPath, ['scripts/build.mjs', '--only', 'cdn'], { stdio: 'inherit' });
  let text: string;
  try {
    text = execFileSync(process.execPath, ['scripts/size.mjs'], { encoding: 'utf8' });
  } catch (error) {
    // Over budget: the table says so itself.
    text = String((error as { stdout?: unknown }).stdout ?? '');
  }
  const rows = [...text.matchAll(/^(✓|✗|△) (.+?)\s+([\d.]+) kB of\s+([\d.]+) kB$/gm)].map(
    ([, mark = '', name = '', size = '', budget = '']) => [
      name.trim(),
      `${size} kB`,
      `${budget} kB`,
      mark === '✓' ? 'yes' : 'no',
    ],
  );
  return [
    '## Bytes',
    '',
    'Brotli at quality 11, 1 kB = 1000 bytes.',
    '',
    table(['what', 'size', 'budget', 'within'], rows),
  ].join('\n');
}
