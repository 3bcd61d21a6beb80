// SPDX-License-Identifier: MIT
// Builds what is out of date: packages (dist), the CDN files (cdn), custom-elements.json.
//   node scripts/build.mjs                  everything
//   node scripts/build.mjs --only cdn       one or more of: core, elements, …, cdn, manifest (custom-elements.json)
//   node scripts/build.mjs --force          also what is up to date
// Up to date means: the same content of everything that goes in, and something has come out.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { generate } from './generate.mjs';
import { manifestOf, packageNames, root, sourcesOf } from './sources.mjs';

const memory = join(root, '.cache/build.json');
const configuration = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'rollup.config.js',
  'scripts/hls.mjs',
  'scripts/literals.mjs',
  'scripts/sources.mjs',
];

function hashOf(files, more = '') {
  const hash = createHash('sha256').update(more);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

const sourceFiles = (name) => [
  `packages/${name}/package.json`,
  ...sourcesOf(name).map((file) => `packages/${name}/src/${file}`),
];

/** Workspace packages that a package imports at run time: their types are part of what goes in. */
const importsOf = (name) =>
  Object.keys(manifestOf(name).dependencies ?? {})
    .filter((one) => one.startsWith('@vitrine/'))
    .map((one) => one.slice('@vitrine/'.length));

const built = (name) => sourcesOf(name).length > 0;

async function bundle(options) {
  // Loaded late: when everything is up to date, `npm start` does not wait for the compiler to be read.
  const { rollup } = await import('rollup');
  const build = await rollup(options);
  try {
    await build.write(options.output);
  } finally {
    await build.close();
  }
}

const rollupConfig = () => import('../rollup.config.js');

/** Packages follow each other, since they read each other's types; the rest goes on beside them. */
const steps = [
  ...packageNames.filter(built).map((name) => ({
    name,
    output: `packages/${name}/dist`,
    inputs: () => [...configuration, ...[name, ...importsOf(name)].flatMap(sourceFiles)],
    async run() {
      const { packageBuild } = await rollupConfig();
      await bundle(packageBuild(name));
    },
  })),
  {
    name: 'cdn',
    output: 'cdn',
    beside: true,
    inputs: () => [
      ...configuration,
      ...['core', 'elements', 'loader', 'adapters'].filter(built).flatMap(sourceFiles),
      ...(existsSync(join(root, 'packages/elements/src/cdn.ts')) ? ['packages/elements/src/cdn.ts'] : []),
    ],
    async run() {
      const { cdnBuild, loaderBuild } = await rollupConfig();
      await bundle(cdnBuild());
      if (built('loader')) await bundle(loaderBuild());
    },
  },
  {
    name: 'manifest',
    output: 'packages/elements/custom-elements.json',
    beside: true,
    inputs: () => ['custom-elements-manifest.config.js', ...sourceFiles('elements')],
    async run() {
      const analyze = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
      const options = ['analyze', '--config', join(root, 'custom-elements-manifest.config.js'), '--quiet'];
      const cwd = join(root, 'packages/elements');
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [analyze, ...options], { cwd });
      if (!existsSync(join(root, this.output))) throw new Error(`${stdout}${stderr}`);
    },
  },
];

/** Runs a step in a thread of its own: compiling and compressing keep one busy throughout. */
function runBeside({ name }) {
  return new Promise((resolve, reject) => {
    const thread = new Worker(import.meta.filename, { workerData: { step: name } });
    thread.once('error', reject).once('exit', resolve);
  });
}

/**
 * @param {{ only?: readonly string[], force?: boolean, log?: (line: string) => void }} [options]
 * @returns {Promise<string[]>} the names of what was built
 */
export async function build({ only, force = false, log = console.log } = {}) {
  const unknown = (only ?? []).filter(
    (name) => !steps.some((step) => step.name === name) && !packageNames.includes(name),
  );
  if (unknown.length > 0) throw new Error(`Nothing to build is called ${unknown.join(', ')}.`);
  generate();
  const remembered = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  const done = [];
  const failures = [];
  const bring = async (step, run) => {
    const output = join(root, step.output);
    const hash = hashOf(step.inputs(), process.env.VITRINE_CDN_ENTRY ?? '');
    if (!force && remembered[step.name] === hash && existsSync(output)) return;
    const started = performance.now();
    // A file that is no longer made must not stay, and a build that fails must not look like one that is up to date.
    rmSync(output, { recursive: true, force: true });
    delete remembered[step.name];
    try {
      await run(step);
    } catch (error) {
      // The other steps say what is wrong with them in the same run.
      failures.push(`${step.name}: ${error.message ?? error}`);
      return;
    }
    remembered[step.name] = hash;
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(memory, JSON.stringify(remembered, null, 2));
    done.push(step.name);
    log(`built ${step.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  };
  const chosen = steps.filter(({ name }) => !only || only.includes(name));
  const lane = async (isBeside, run) => {
    for (const step of chosen.filter(({ beside = false }) => beside === isBeside)) await bring(step, run);
  };
  await Promise.all([lane(false, (step) => step.run()), lane(true, runBeside)]);
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
  if (done.length === 0) log('everything is up to date');
  return done;
}

if (!isMainThread && workerData?.step) {
  await steps.find(({ name }) => name === workerData.step).run();
} else if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { only: { type: 'string' }, force: { type: 'boolean' } } });
  try {
    await build({ ...(values.only && { only: values.only.split(',') }), force: values.force ?? false });
  } catch (error) {
    console.error(error.message ?? error);
    process.exitCode = 1;
  }
}
