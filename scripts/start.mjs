// SPDX-License-Identifier: MIT
// `npm start`: builds the CDN files if they are out of date, then runs the shop with its live room.
// It needs nothing but Node: no browser, no ffmpeg, no server package.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const build = spawnSync(process.execPath, ['scripts/build.mjs', '--only', 'cdn'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

const site = spawn(
  process.execPath,
  [
    '--conditions=vitrine-source',
    '--disable-warning=ExperimentalWarning',
    '--import',
    'tsx',
    'examples/site/src/main.ts',
  ],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => site.kill(signal));
site.on('exit', (code) => process.exit(code ?? 0));
