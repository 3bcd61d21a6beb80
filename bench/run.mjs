// SPDX-License-Identifier: MIT
// npm run bench [-- <name> …]: starts bench/main.ts on the sources.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const options = ['--conditions=vitrine-source', '--disable-warning=ExperimentalWarning', '--import', 'tsx'];
const run = spawnSync(process.execPath, [...options, 'bench/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
