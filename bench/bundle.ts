// SPDX-License-Identifier: MIT
// The script of a page, bundled and compressed as servers do.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import resolveModules from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
import { hls, isHls, squeezeHls } from '../scripts/hls.mjs';

/** What a page of a bench runs. */
export interface PageModule {
  readonly module: string;
  /** Comes from the folder of the peers. */
  readonly isPeer?: boolean;
  /** Comes as the CDN build has it. */
  readonly isOurs?: boolean;
}

/** Where peers are installed: apart, for nothing else needs them. */
const peersFolder = fileURLToPath(new URL('peers', import.meta.url));

const { dependencies } = JSON.parse(readFileSync(`${peersFolder}/package.json`, 'utf8')) as {
  dependencies: Readonly<Record<string, string>>;
};

/** Installs them where one is missing. */
export function installPeers(): void {
  if (Object.keys(dependencies).every((name) => existsSync(`${peersFolder}/node_modules/${name}`))) return;
  execFileSync('npm', ['ci', '--prefix', peersFolder], { stdio: 'inherit' });
}

/** Peers with their versions. */
export const named = (...names: readonly string[]): string =>
  names.map((name) => `${name} ${dependencies[name] ?? ''}`).join(' + ');

const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
  compilerOptions: { experimentalDecorators: boolean; useDefineForClassFields: boolean };
};

/** Compressed scripts by path. */
export type Scripts = ReadonlyMap<string, Buffer>;

const sourceExtension = /\.ts$/;

/** Sources as they are, without types. */
const transpiled: Plugin = {
  name: 'transpiled',
  async resolveId(source, importer, { isEntry }) {
    // A relative import says `.js` and means the `.ts` beside it.
    if (!importer || !sourceExtension.test(importer) || !/^\..*\.js$/.test(source)) return null;
    return this.resolve(source.replace(/\.js$/, '.ts'), importer, { isEntry, skipSelf: true });
  },
  async transform(code, id) {
    if (!sourceExtension.test(id)) return null;
    const { experimentalDecorators, useDefineForClassFields } = compilerOptions;
    const tsconfigRaw = { compilerOptions: { experimentalDecorators, useDefineForClassFields, target: 'es2022' } };
    return (await transform(code, { loader: 'ts', tsconfigRaw, define: { __VITRINE_VERSION__: '"bench"' } })).code;
  },
};

/** The hls.js of the CDN build, which is what viewers of ours get. */
const ownHls: Plugin = {
  ...hls,
  renderChunk(code, chunk, ...rest) {
    return isHls(chunk) ? squeezeHls.call(this, code, chunk, ...rest) : null;
  },
};

/**
 * A page by rollup, as Vite would bundle it. Each by itself: what two pages share would else be a file of its own, and a
 * round trip more for one of them.
 */
async function bundleOwn({ module, isOurs = false }: PageModule, name: string): Promise<[string, Buffer][]> {
  const page = {
    name: 'page',
    resolveId: (id: string) => (id === 'page' ? path.resolve('page.js') : null),
    load: (id: string) => (id === path.resolve('page.js') ? module : null),
  };
  const exportConditions = ['vitrine-source', 'production', 'browser', 'import', 'module', 'default'];
  const built = await rollup({
    input: 'page',
    onwarn: () => undefined,
    plugins: [
      page,
      transpiled,
      ...(isOurs ? [ownHls] : []),
      resolveModules({ exportConditions, extensions: ['.mjs', '.js', '.ts'] }),
    ],
  });
  const { output } = await built.generate({ format: 'es', entryFileNames: 'page.js' });
  await built.close();
  return Promise.all(
    output
      .filter((file) => file.type === 'chunk')
      .map(async ({ fileName, code }): Promise<[string, Buffer]> => {
        const small = await transform(code, { minify: true, format: 'esm', target: 'es2022' });
        return [`/${name}/${fileName}`, brotliCompressSync(small.code)];
      }),
  );
}

/** A peer's page by esbuild: some of them are CommonJS, which rollup alone does not read. */
async function bundlePeer({ module }: PageModule, name: string): Promise<[string, Buffer][]> {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: peersFolder, sourcefile: 'page.js' },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: path.resolve('/', name),
    entryNames: 'page',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles.map((file): [string, Buffer] => [file.path, brotliCompressSync(file.contents)]);
}

/** The scripts of pages, under the number of each: `/0/page.js`. */
export async function bundle(pages: readonly PageModule[]): Promise<Scripts> {
  installPeers();
  const bundles = await Promise.all(
    pages.map((page, index) => (page.isPeer ? bundlePeer : bundleOwn)(page, String(index))),
  );
  return new Map(bundles.flat());
}
