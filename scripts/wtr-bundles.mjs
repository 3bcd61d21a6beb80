// SPDX-License-Identifier: MIT
// Browser tests as bundles: a page asks for some files instead of more than a hundred modules, each of which costs every
// engine more than running it. Each page is a build of its own, so that within a page every module is there once,
// and what is imported lazily stays a file that is fetched when it is asked for.
import { build } from 'esbuild';
import { relative } from 'node:path';
import { root } from './sources.mjs';

/** How sources are read, bundled or one by one. */
export const reading = {
  target: 'es2022',
  conditions: ['vitrine-source', 'development'],
  define: { 'process.env.NODE_ENV': '"test"', __VITRINE_VERSION__: '"0.0.0-test"' },
};

const isTest = /^\/(packages|\.cache\/pages)\/.*(?<!\.node)\.test\.ts$/;

/** Where the server has a file. */
const addressOf = (file) => `/${relative(root, file)}`;

/** Big libraries of one file each stay as they are: built into every test, they would cost more than they save. */
const apart = {
  name: 'apart',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(axe-core|chai|sinon|hls\.js.*)$/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === apart) return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: apart });
      return found.errors.length > 0 ? { errors: found.errors } : { path: addressOf(found.path), external: true };
    });
  },
};

/** A package whose modules do nothing by themselves has tests that do. */
const kept = {
  name: 'kept',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /\.test\.js$/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === kept) return undefined;
      return { ...(await resolve(path, { kind, resolveDir, pluginData: kept })), sideEffects: true };
    });
  },
};

/**
 * Builds one test. In its modules `import.meta.url` is the address of a file of the bundle: beside the test, or below.
 * @param {string} path of the test file on the server
 * @returns {Promise<Map<string, string>>} path on the server → text, of the test, its lazy parts and their source maps
 */
async function bundle(path) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`.${path}`],
    outbase: root,
    outdir: root,
    outExtension: { '.js': '.ts' },
    chunkNames: `${path.slice(1)}.parts/[name]-[hash]`,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: reading.target,
    // As the server resolves what is not bundled.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: [...reading.conditions, 'module'],
    define: reading.define,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [apart, kept],
  });
  return new Map(outputFiles.map((file) => [addressOf(file.path), file.text]));
}

/**
 * Serves the tests of the packages as bundles. It stands before the plugins, which would transform them once more.
 * @param {readonly string[]} order of the tests, from the root: while one runs, the next is built
 * @returns {import('@web/dev-server-core').Middleware}
 */
export function serveBundles(order) {
  const built = new Map();
  const files = new Map();
  const begin = (path) => {
    // What cannot be built fails as a test file does, with what is wrong in it.
    const failed = ({ message }) => new Map([[path, `throw new Error(${JSON.stringify(message)});`]]);
    if (!built.has(path)) built.set(path, bundle(path).catch(failed));
    return built.get(path);
  };
  return async (context, next) => {
    const { path } = context;
    if (isTest.test(path)) {
      for (const [address, text] of await begin(path)) files.set(address, text);
      const coming = order[order.indexOf(path.slice(1)) + 1];
      if (coming) void begin(`/${coming}`);
    }
    const text = files.get(path);
    if (text === undefined) return next();
    context.type = path.endsWith('.map') ? 'json' : 'js';
    context.body = text;
  };
}
