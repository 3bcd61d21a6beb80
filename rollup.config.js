// SPDX-License-Identifier: MIT
// Two kinds of build:
//  - every package: its modules one to one in `dist`, with .d.ts, dependencies left as imports;
//  - the CDN build in `cdn/`: what a page loads with one tag, no bundler.
// `scripts/build.mjs` runs them (and skips what is up to date); `npx rollup -c` runs them all.
import resolveModules from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import ts from 'typescript';
import { hls, isHls, squeezeHls } from './scripts/hls.mjs';
import { literals } from './scripts/literals.mjs';
import { entriesOf, filesBelow, manifestOf, packageNames, root, sourcesOf, unpublished } from './scripts/sources.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));

const withVersion = (more = {}) =>
  replace({ preventAssignment: true, values: { __VITRINE_VERSION__: JSON.stringify(version), ...more } });

/**
 * Every warning is an error, all of them said at once before anything is written. They are gathered first: an error
 * thrown in the middle would leave the compiler watching files for ever. (A module that holds types only leaves an
 * empty chunk: nothing to say about it.)
 */
function strict() {
  const warnings = [];
  return {
    onwarn({ code, message, loc, frame }) {
      if (code === 'EMPTY_BUNDLE') return;
      const place = loc ? `${relative(root, loc.file ?? '')}:${loc.line} ` : '';
      const plain = message.replace(/^\[plugin \w+\] .*?\): @rollup\/plugin-typescript /, '');
      warnings.push(`${place}${plain}${frame ? `\n${stripVTControlCharacters(frame).trimEnd()}` : ''}`);
    },
    plugin: {
      name: 'strict',
      generateBundle() {
        const found = warnings.splice(0);
        if (found.length > 0) this.error(found.join('\n'));
      },
    },
  };
}

// The one helper that decorators need, instead of the whole of tslib (which would land in dist/node_modules, where npm
// does not publish it). An id without a path: rollup writes it to `_virtual`.
const decorateId = '\0decorate';
const decorate = {
  name: 'decorate',
  resolveId: {
    order: 'pre',
    handler: (source) => (source === 'tslib' ? { id: decorateId, moduleSideEffects: false } : null),
  },
  load(id) {
    if (id !== decorateId) return null;
    return `export function __decorate(decorators, target, key, descriptor) {
  const count = arguments.length;
  let result = count < 3 ? target : descriptor === null ? (descriptor = Object.getOwnPropertyDescriptor(target, key)) : descriptor;
  for (let index = decorators.length - 1; index >= 0; index--) {
    const decorator = decorators[index];
    if (decorator) result = (count < 3 ? decorator(result) : count > 3 ? decorator(target, key, result) : decorator(target, key)) || result;
  }
  if (count > 3 && result) Object.defineProperty(target, key, result);
  return result;
}`;
  },
};

// ---------------------------------------------------------------------------------------------------- packages

/** One package: preserved modules and .d.ts. Core must have been built before those that import its types. */
export function packageBuild(name) {
  const folder = join(root, 'packages', name);
  const { dependencies = {}, peerDependencies = {} } = manifestOf(name);
  const outside = Object.keys({ ...dependencies, ...peerDependencies });
  const { onwarn, plugin } = strict();
  return {
    input: entriesOf(name),
    external: (id) => id.startsWith('node:') || outside.some((one) => id === one || id.startsWith(`${one}/`)),
    onwarn,
    // An entry is run for its side effects (it defines an element): nothing in it may be dropped.
    treeshake: { moduleSideEffects: true },
    plugins: [
      decorate,
      typescript({
        tsconfig: join(root, 'tsconfig.json'),
        // `include` stays away: it would be resolved against rootDir, which is what picks this package's files.
        exclude: unpublished,
        compilerOptions: {
          rootDir: join(folder, 'src'),
          outDir: join(folder, 'dist'),
          declaration: true,
          declarationMap: false,
          noEmitOnError: false,
          // Other packages are seen as a consumer sees them: by their built .d.ts.
          customConditions: [],
          types: ['node'],
          sourceMap: true,
          inlineSources: true,
        },
      }),
      withVersion(),
      plugin,
    ],
    output: {
      dir: join(folder, 'dist'),
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: join(folder, 'src'),
      entryFileNames: '[name].js',
    },
  };
}

// --------------------------------------------------------------------------------------------------------- CDN

const cdn = join(root, 'cdn');
const elements = join(root, 'packages/elements/src');

/** Straight from source to source, without types: they were checked by `tsc` and by the package builds. */
const transpile = {
  name: 'transpile',
  async resolveId(source, importer, options) {
    // A relative import says `.js` and means the `.ts` beside it.
    if (!importer?.endsWith('.ts') || !source.startsWith('.') || !source.endsWith('.js')) return null;
    return this.resolve(source.replace(/\.js$/, '.ts'), importer, { ...options, skipSelf: true });
  },
  transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const { outputText, sourceMapText } = ts.transpileModule(code, {
      fileName: id,
      compilerOptions: {
        ...ts.convertCompilerOptionsFromJson(compilerOptions, root).options,
        importHelpers: true,
        noEmit: false,
        sourceMap: true,
      },
    });
    return { code: outputText.replace(/\/\/# sourceMappingURL=.*\n?$/, ''), map: sourceMapText };
  },
};

/** Every adapter folder as `adapters/<name>.js`: loaded after the entry, so what both use stays in the entry. */
function adapterChunks(entry) {
  const folder = join(root, 'packages/adapters/src');
  return {
    name: 'adapter-chunks',
    buildStart() {
      for (const file of filesBelow(folder).filter((one) => /^[^/]+\/index\.ts$/.test(one))) {
        this.emitFile({
          type: 'chunk',
          id: join(folder, file),
          fileName: `adapters/${dirname(file)}.js`,
          implicitlyLoadedAfterOneOf: [entry],
          preserveSignature: 'allow-extension',
        });
      }
    },
  };
}

const compress = promisify(brotliCompress);
const files = {};

/** `manifest.json`: what a page needs for `integrity`, `modulepreload` and budgets. */
const manifest = {
  name: 'manifest',
  async writeBundle(_, bundle) {
    const inside = (names) => [...new Set(names)].filter((name) => name in bundle).sort();
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const bytes = readFileSync(join(cdn, chunk.fileName));
      const small = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      files[chunk.fileName] = {
        integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
        bytes: bytes.length,
        brotli: small.length,
        imports: inside(chunk.imports),
        dynamicImports: inside(chunk.dynamicImports),
      };
    }
    const sorted = Object.fromEntries(
      Object.keys(files)
        .sort()
        .map((name) => [name, files[name]]),
    );
    writeFileSync(join(cdn, 'manifest.json'), `${JSON.stringify({ version, files: sorted }, null, 2)}\n`);
  },
};

/** The licences of what is inside, beside it: `THIRD-PARTY.txt`. */
const notices = {
  name: 'notices',
  generateBundle(_, bundle) {
    // Icons are copied from lucide, not imported.
    const folders = new Set([join(root, 'node_modules/lucide-static')]);
    for (const chunk of Object.values(bundle)) {
      for (const id of chunk.moduleIds ?? []) {
        const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
        if (folder) folders.add(folder);
      }
    }
    const texts = [...folders].sort().map((folder) => {
      const { name, version: of, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = filesBelow(folder).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one));
      return `${name} ${of} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}`;
    });
    this.emitFile({
      type: 'asset',
      fileName: 'THIRD-PARTY.txt',
      source: `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`,
    });
  },
};

const squeeze = terser({
  module: true,
  ecma: 2022,
  compress: { passes: 4, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true },
  format: { comments: /^! Vitrine/ },
});

const minify = {
  name: 'minify',
  renderChunk(code, chunk, ...rest) {
    return (isHls(chunk) ? squeezeHls : squeeze.renderChunk).call(this, code, chunk, ...rest);
  },
};

function bundled(...more) {
  const { onwarn, plugin } = strict();
  return {
    onwarn,
    plugins: [
      decorate,
      transpile,
      hls,
      resolveModules({
        browser: true,
        // Workspace packages by their source; lit without its development build.
        exportConditions: ['vitrine-source', 'production', 'browser', 'import', 'default'],
        extensions: ['.ts', '.mjs', '.js'],
      }),
      literals,
      withVersion({ 'process.env.NODE_ENV': '"production"' }),
      ...more,
      plugin,
    ],
  };
}

const output = {
  dir: cdn,
  format: 'es',
  sourcemap: true,
  // (Sixteen letters instead of sixty-four: a name is two bytes shorter once it is compressed, and all are of one length.)
  hashCharacters: 'hex',
  generatedCode: { preset: 'es2015', symbols: false },
  banner: ({ isEntry }) => (isEntry ? `/*! Vitrine ${version} | MIT | THIRD-PARTY.txt */` : ''),
};

// Names that say what is inside: by the folder of the module that was imported dynamically. Seven digits tell one build
// of it from another; each more, in every name, is a byte before the first picture.
function lazyName(chunk) {
  const id = (chunk.facadeModuleId ?? chunk.moduleIds.at(-1) ?? '').replaceAll('\\', '/');
  const holds = (pattern) => chunk.moduleIds.some((one) => pattern.test(one));
  if (holds(/hls\.js\/dist\/hls\.light/)) return 'hls-light-[hash:7].js';
  if (holds(/hls\.js\/dist\/hls\./)) return 'hls-full-[hash:7].js';
  const [, name, inside] = /\/packages\/([^/]+)\/src\/(.*)\.ts$/.exec(id) ?? [];
  if (!inside || !chunk.facadeModuleId) return 'shared-[hash:7].js';
  // `interactions/poll/index.ts` → interactions/poll, `locales/ar.ts` → locales/ar, the demo adapter's → adapters/demo/…
  const folder = name === 'elements' ? '' : `${name}/`;
  return `${folder}${inside.replace(/\/index$/, '').replaceAll('.', '-')}-[hash:7].js`;
}

/**
 * The CDN build.
 *
 * `vitrine.js` is the only entry, so nothing it needs at once can be moved into another file: one request, no
 * waterfall. Lazy chunks and adapters that use core or lit import it back from `./vitrine.js`, which adds exports with
 * short names for them. So core exists once, and `instanceof` holds. The price: a page must load `vitrine.js` under one
 * URL, and the files of one version belong together (put the version into the path, as CDNs do).
 * @param {string} entry the module that a page's script tag loads
 */
export function cdnBuild(entry = process.env.VITRINE_CDN_ENTRY ?? defaultEntry()) {
  return {
    ...bundled(adapterChunks(entry), minify, notices, manifest),
    input: { vitrine: entry },
    preserveEntrySignatures: 'allow-extension',
    output: { ...output, entryFileNames: '[name].js', chunkFileNames: lazyName },
  };
}

function defaultEntry() {
  const own = join(elements, 'cdn.ts');
  return existsSync(own) ? own : join(elements, 'all.ts');
}

/** The loader stands alone: it imports nothing at run time but what it loads, by URL. */
export function loaderBuild() {
  return {
    ...bundled(minify, manifest),
    input: { loader: join(root, 'packages/loader/src/index.ts') },
    external: (id) => /vitrine\.js$/.test(id),
    output: { ...output, entryFileNames: '[name].js', inlineDynamicImports: true },
  };
}

/**
 * An entry as the CDN build would bundle it alone, for scripts/size.mjs: nothing is written.
 * @param names what of its exports is wanted; the rest is shaken off as an application's bundler would
 */
export function measuredBuild(entry, { external = () => false, names = null } = {}) {
  const { onwarn, plugins } = bundled(minify);
  const wanted = '\0wanted';
  const only = {
    name: 'only',
    resolveId: (source) => (source === wanted ? source : null),
    load: (id) => (id === wanted ? `export { ${names} } from ${JSON.stringify(entry)};` : null),
  };
  return {
    onwarn,
    plugins: [only, ...plugins],
    input: { entry: names ? wanted : entry },
    external: (id, importer, isResolved) => isResolved && external(id),
    preserveEntrySignatures: 'allow-extension',
    output: { ...output, banner: '', sourcemap: false, entryFileNames: '[name].js', chunkFileNames: lazyName },
  };
}

export default () => [
  ...packageNames.filter((name) => sourcesOf(name).length > 0).map(packageBuild),
  cdnBuild(),
  loaderBuild(),
];
