// SPDX-License-Identifier: MIT
// The table of sizes in README.md, between `<!-- generated:sizes -->` and `<!-- /generated -->`. Sizes change with every
// change, so a build leaves the table alone: `node scripts/generate.mjs` writes it, and it may lag behind a little.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, sourcesOf } from './sources.mjs';

const readme = join(root, 'README.md');
const measured = join(root, 'cdn/manifest.json');
const place = /(?<=<!-- generated:sizes -->\n)[^]*?(?=<!-- \/generated -->)/;

/** How far the table may be from the build, in bytes. */
const tolerance = 200;

/** What the bundler has put aside because several files use it: its parts have no names that say anything. */
const together = 'small files that others share';

/** Bytes of each row of the table, by the name that stands there. */
function builtSizes() {
  const sizes = new Map();
  let shared = 0;
  for (const [file, { brotli }] of Object.entries(JSON.parse(readFileSync(measured, 'utf8')).files)) {
    const name = file.replace(/-[\w-]{7}\.js$/, '.js');
    if (name === 'shared.js') shared += brotli;
    else sizes.set(`\`${name}\``, (sizes.get(`\`${name}\``) ?? 0) + brotli);
  }
  return shared > 0 ? sizes.set(together, shared) : sizes;
}

/** The same of the table as it is written. */
function writtenSizes() {
  const [table = ''] = place.exec(readFileSync(readme, 'utf8')) ?? [];
  const rows = [...table.matchAll(/^\| (\S.*?) +\| +([\d.]+) kB \|$/gm)];
  return new Map(rows.map(([, name, kilobytes]) => [name, Number(kilobytes) * 1000]));
}

/** Whether there is a build, of the sources as they are. */
export function hasFreshBuild() {
  if (!existsSync(measured)) return false;
  const built = statSync(measured).mtimeMs;
  const sources = ['core', 'elements', 'loader', 'adapters'].flatMap((name) =>
    sourcesOf(name).map((file) => `packages/${name}/src/${file}`),
  );
  return [...sources, 'packages/elements/src/cdn.ts', 'rollup.config.js'].every(
    (file) => statSync(join(root, file)).mtimeMs <= built,
  );
}

/** What the table says otherwise than the build: one line each. */
export function outdatedSizes() {
  const built = builtSizes();
  const written = writtenSizes();
  const kilobytes = (bytes) => (bytes === undefined ? 'not there' : `${(bytes / 1000).toFixed(1)} kB`);
  return [...new Set([...built.keys(), ...written.keys()])]
    .filter((name) => !(Math.abs(built.get(name) - written.get(name)) <= tolerance))
    .map((name) => `${name}: ${kilobytes(written.get(name))} in README.md, ${kilobytes(built.get(name))} in the build`);
}

/** README.md with the sizes of the build, as prettier would write it; null where there is no build. */
export async function readmeWithSizes() {
  if (!existsSync(measured)) return null;
  const rows = [...builtSizes()].map(([name, bytes]) => `| ${name} | ${(bytes / 1000).toFixed(1)} kB |`);
  const table = ['| file | brotli |', '|---|--:|', ...rows].join('\n');
  const { format, resolveConfig } = await import('prettier');
  const text = readFileSync(readme, 'utf8').replace(place, () => `\n${table}\n\n`);
  return await format(text, { ...(await resolveConfig(readme)), filepath: readme });
}
