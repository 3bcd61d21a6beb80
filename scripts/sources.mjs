// SPDX-License-Identifier: MIT
// Which packages there are, in which order they build, and which source files are theirs to publish.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Published packages, each after those it imports. */
export const packageNames = ['core', 'elements', 'loader', 'adapters', 'adapter-tests', 'server'];

/**
 * What stands beside the source and is not the package's code: tests, stories, what only these use (`*.fixture.ts`,
 * `<folder>/testing/`), and `cdn.ts`, the root of the CDN build, which alone joins packages that do not know each other.
 */
export const unpublished = ['**/*.test.ts', '**/*.stories.ts', '**/*.fixture.ts', '*/**/testing/**', 'cdn.ts'];
const isUnpublished = (file) => /\.(test|stories|fixture)\.ts$|.\/testing\/|^cdn\.ts$/.test(file);

/** The package.json of a package. */
export const manifestOf = (name) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));

/** Every file below a folder, as paths with `/` relative to it, sorted; an absent folder has none. */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort();
}

/** The publishable TypeScript of a package, relative to its `src`. */
export const sourcesOf = (name) =>
  filesBelow(join(root, 'packages', name, 'src')).filter((file) => file.endsWith('.ts') && !isUnpublished(file));

/**
 * The entries of a package, derived from its `exports` (and `bin`): output name without extension → absolute source.
 * `*` stands for any path, as Node reads it, so a new folder is an entry without anything being edited.
 */
export function entriesOf(name) {
  const { exports, bin } = manifestOf(name);
  const patterns = Object.values(exports).map((target) => target['vitrine-source'] ?? '');
  // A command is a file in `bin/` that is there before anything is built, so that npm can link it; it starts this one.
  if (bin) patterns.push('./src/main.ts');
  const matchers = patterns
    .filter(Boolean)
    .map((pattern) =>
      pattern
        .replace('./src/', '')
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replace('*', '.+'),
    )
    .map((pattern) => new RegExp(`^${pattern}$`));
  const entries = {};
  for (const file of sourcesOf(name)) {
    if (file.endsWith('.d.ts') || !matchers.some((matcher) => matcher.test(file))) continue;
    entries[file.replace(/\.ts$/, '')] = join(root, 'packages', name, 'src', file);
  }
  return entries;
}
