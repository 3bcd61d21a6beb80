// SPDX-License-Identifier: MIT
// The built .d.ts as a consumer's compiler sees them, under both ways of resolving that are in use.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import ts from 'typescript';
import { packageNames, root } from '../../scripts/sources.mjs';
import { specifiers } from './specifiers.js';

const file = join(root, 'test/exports/consumer.mts');

const imports = packageNames
  .filter((name) => existsSync(join(root, 'packages', name, 'dist')))
  .flatMap(specifiers)
  .map((specifier, index) => `import * as entry${index} from '${specifier}';\nexport { entry${index} };\n`)
  .join('');

function diagnose(module: ts.ModuleKind, moduleResolution: ts.ModuleResolutionKind): string[] {
  const options: ts.CompilerOptions = {
    module,
    moduleResolution,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: ['node'],
    strict: true,
    noEmit: true,
    // Our own types are looked into; those of others are theirs to keep right.
    skipLibCheck: false,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, imports, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter((one) => !one.file?.fileName.includes('/node_modules/'))
    .map(
      (one) =>
        `${one.file?.fileName.slice(root.length) ?? ''}: ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`,
    );
}

it('compiles against every entry as Node resolves', () => {
  assert.deepEqual(diagnose(ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext), []);
});

it('compiles against every entry as a bundler resolves', () => {
  assert.deepEqual(diagnose(ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler), []);
});
