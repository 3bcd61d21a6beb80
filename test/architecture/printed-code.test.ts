// SPDX-License-Identifier: MIT
// Code printed in README.md and docs/ compiles as a reader would paste it: strictly, against the sources. What a block
// takes from the reader's own page is declared in a comment before it, which a page that shows the file leaves out:
//   <!-- given
//   declare const shop: { find(id: string): string };
//   -->
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { filesBelow, root } from '../../scripts/sources.mjs';

interface Block {
  /** Where it stands: `README.md:23`. */
  readonly place: string;
  /** A file that is nowhere on the disk, in a folder from which packages are found. */
  readonly path: string;
  readonly code: string;
}

const isHere = (file: string): boolean => !file.includes('/') && file.endsWith('.md');

function blocksOf(file: string): Block[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:<!-- given\n([^]*?)-->\s*)?^```ts\n([^]*?)^```$/gm)].map(
    ({ 0: all, 1: given = '', 2: code = '', index }) => {
      const line = text.slice(0, index + all.indexOf('```ts')).split('\n').length;
      const path = join(root, 'test/architecture', `${file.replaceAll(/\W/g, '-')}-${line}.ts`);
      return { place: `${file}:${line}`, path, code: `${code}${given}` };
    },
  );
}

const blocks = [
  'README.md',
  ...filesBelow(join(root, 'docs'))
    .filter(isHere)
    .map((file) => `docs/${file}`),
].flatMap(blocksOf);
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  customConditions: ['vitrine-source'],
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: ['mocha', 'node'],
  strict: true,
  // The sources are written with them.
  experimentalDecorators: true,
  useDefineForClassFields: false,
  skipLibCheck: true,
  noEmit: true,
};

const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists } = host;
const printed = new Map(blocks.map(({ path, code }) => [path, code]));
host.fileExists = (name) => printed.has(name) || fileExists.call(host, name);
host.getSourceFile = (name, ...rest) => {
  const code = printed.get(name);
  return code === undefined
    ? getSourceFile.call(host, name, ...rest)
    : ts.createSourceFile(name, code, ts.ScriptTarget.ES2022);
};
const program = ts.createProgram([...printed.keys()], options, host);

test('code is printed in the documentation', () => {
  assert.ok(blocks.length > 5, `only ${blocks.length} blocks were found`);
});

for (const { place, path } of blocks) {
  test(`the code at ${place} compiles`, () => {
    const source = program.getSourceFile(path);
    const faults = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ start = 0, messageText }) => {
        const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
        return `line ${line} of it: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
      },
    );
    assert.deepEqual(faults, []);
  });
}
