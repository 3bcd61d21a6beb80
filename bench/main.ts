// SPDX-License-Identifier: MIT
// npm run bench [-- bytes player chat gateway]: runs the benches and writes bench/RESULTS.md.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { bytes } from './bytes/run.js';
import { chat } from './chat/run.js';
import { gateway } from './gateway/run.js';
import { player } from './player/run.js';

const benches: Readonly<Record<string, () => Promise<string>>> = { bytes, player, chat, gateway };
const file = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const wanted = process.argv.slice(2);

/** The parts of the results page that are there already, by bench. */
function written(): Record<string, string> {
  try {
    const parts = readFileSync(file, 'utf8')
      .split(/<!-- bench:([a-z-]+) -->\n/)
      .slice(1);
    return Object.fromEntries(
      parts.flatMap((name, index) => (index % 2 === 0 ? [[name, (parts[index + 1] ?? '').trim()]] : [])),
    );
  } catch {
    return {};
  }
}

const parts = written();
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const before = loadavg()[0] ?? 0;
  console.log(`${name} …`);
  const text = await run();
  const chromium = execFileSync('sh', ['-c', 'chromium --version 2>/dev/null || true'], { encoding: 'utf8' }).trim();
  parts[name] =
    `${text}\n\nMeasured ${new Date().toISOString().slice(0, 10)} by \`npm run bench -- ${name}\`; ${cpus().length} cores, load ${before.toFixed(1)} at the start, Node ${process.versions.node}${chromium ? `, ${chromium}` : ''}.`;
  console.log(parts[name]);
}
// (What a test has measured has a part of its own, too.)
const results = [...new Set([...Object.keys(benches), ...Object.keys(parts)])].flatMap((name) =>
  parts[name] ? [`<!-- bench:${name} -->\n${parts[name]}\n`] : [],
);
const head =
  'What was measured, with the command that measured it. Ratios travel between machines; milliseconds do not.';
writeFileSync(file, await format(`# Results\n\n${head}\n\n${results.join('\n')}`, { parser: 'markdown' }));
process.exit(0);
