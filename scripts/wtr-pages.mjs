// SPDX-License-Identifier: MIT
// Tests that share a page. A page of its own costs a test in three engines more than a second and a half, which is more
// than most tests of plain code take; a test that puts something on the page keeps one.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './sources.mjs';

/** What the tests below a folder have in common is the page, so they must leave nothing on it and in its storage. */
const sharing = [
  'packages/core/src',
  'packages/adapters/src',
  'packages/adapter-tests/src',
  'packages/elements/src/player/engines',
  'packages/elements/src/player/upkeep',
  'packages/elements/src/shared',
];

const folder = join(root, '.cache/pages');

/** Mocha's `describe`, telling the file too: the page has many. */
const naming = `const { describe } = globalThis;
let depth = 0;
const named = (title, tests) => {
  const name = depth === 0 ? \`\${globalThis.testFile} › \${title}\` : title;
  depth += 1;
  try {
    return describe(name, tests);
  } finally {
    depth -= 1;
  }
};
globalThis.describe = Object.assign(named, describe);
`;

/**
 * Puts tests that share a page into one file each, and leaves the others as they are.
 * @param {readonly string[]} files from the root of the repository
 * @returns {string[]} what to run instead
 */
export function paged(files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pages = new Map();
  const alone = [];
  for (const file of files) {
    const home = sharing.find((one) => file.startsWith(`${one}/`));
    if (home) pages.set(home, [...(pages.get(home) ?? []), file]);
    else alone.push(file);
  }
  const written = [...pages].map(([home, tests]) => {
    const name = home.replace(/^packages\/|\/src/g, '').replaceAll('/', '-');
    const told = tests.map((file, index) => {
      // A module, since imports are run before any line of the one that has them.
      writeFileSync(join(folder, `${name}.${index}.ts`), `globalThis.testFile = ${JSON.stringify(file)};\n`);
      return `import './${name}.${index}.js';\nimport '../../${file.replace(/\.ts$/, '.js')}';\n`;
    });
    writeFileSync(join(folder, `${name}.names.ts`), naming);
    writeFileSync(join(folder, `${name}.test.ts`), `import './${name}.names.js';\n${told.join('')}`);
    return relative(root, join(folder, `${name}.test.ts`));
  });
  return [...written, ...alone];
}
