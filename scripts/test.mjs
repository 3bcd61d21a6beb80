// SPDX-License-Identifier: MIT
// `npm test`: every check, in the order in which a failure is cheapest to read. It goes on after a failing stage unless
// what follows needs it, and ends with one line: "N passed, M failed".
//   node scripts/test.mjs [--only lint,node,…] [--long]
// Stages: generated, lint, format, typecheck, build, node, size, browser, flows.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow, root } from './sources.mjs';
import { ensureTools } from './tools.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, long: { type: 'boolean' } } });
const only = values.only?.split(',').map((name) => name.trim());
/** Where each stage leaves what it has counted. */
const countsFolder = mkdtempSync(join(tmpdir(), 'vitrine-test-'));

// What waits for minutes (faults, soak) is named `*.long.test.ts` and runs with --long only.
const isWanted = (file) => values.long || !file.endsWith('.long.test.ts');

function testFiles(...patterns) {
  return ['packages', 'examples', 'test']
    .flatMap((folder) => filesBelow(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => isWanted(file) && patterns.some((pattern) => matchesGlob(file, pattern)));
}

const bin = (name) => join(root, 'node_modules/.bin', name);

const nodeTests = (files, ...options) => [
  process.execPath,
  '--conditions=vitrine-source',
  '--import=tsx',
  `--import=${join(root, 'scripts/node-leaks.mjs')}`,
  '--test',
  `--test-reporter=${join(root, 'scripts/node-reporter.mjs')}`,
  '--test-reporter-destination=stdout',
  ...options,
  ...files,
];

const unitFiles = () =>
  testFiles(
    'packages/server/src/**/*.test.ts',
    'packages/*/src/**/*.node.test.ts',
    'examples/*/{src,scripts}/**/*.test.ts',
    'test/**/*.test.ts',
  ).filter((file) => !file.startsWith('test/flows/'));
const browserFiles = () =>
  testFiles('packages/{core,elements,loader,adapters,adapter-tests}/src/**/*.test.ts').filter(
    (file) => !file.endsWith('.node.test.ts'),
  );
const flowFiles = () => testFiles('test/flows/**/*.test.ts');

/**
 * Stages in one group run side by side; `needs` are stages whose failure makes this one senseless; `minutes` is when a
 * stage that hangs is stopped (5 where nothing is said).
 */
const groups = [
  [{ name: 'generated', command: () => [process.execPath, 'scripts/generate.mjs', '--check'] }],
  [
    { name: 'lint', command: () => [bin('eslint'), '--cache', '--cache-location', '.cache/eslint', '.'] },
    { name: 'format', command: () => [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
    { name: 'typecheck', command: () => [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  ],
  [{ name: 'build', command: () => [process.execPath, 'scripts/build.mjs'] }],
  [
    {
      name: 'node',
      counted: true,
      minutes: 8,
      tools: ['ffmpeg'],
      files: unitFiles,
      command: (files) => nodeTests(files, '--test-concurrency=2', '--test-timeout=120000'),
    },
    { name: 'size', counted: true, needs: ['build'], command: () => [process.execPath, 'scripts/size.mjs'] },
  ],
  [
    {
      name: 'browser',
      counted: true,
      minutes: 15,
      tools: ['headless', 'firefox', 'webkit', 'xvfb', 'ffmpeg', 'fonts'],
      files: browserFiles,
      command: () => [process.execPath, bin('wtr')],
    },
  ],
  [
    {
      name: 'flows',
      counted: true,
      minutes: 15,
      needs: ['build'],
      tools: ['headless', 'firefox', 'webkit', 'xvfb', 'ffmpeg', 'fonts'],
      files: flowFiles,
      command: (files) => nodeTests(files, '--test-concurrency=1', '--test-timeout=300000'),
    },
  ],
];

const results = new Map();

/** Every failure, told once more at the end: what came in between is long. */
const told = [];

/** How to stop each stage that runs now. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const stop of running) stop(signal);
    process.exit(1);
  });
}
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

function execute([program, ...options], { shown, minutes, counts, env }) {
  return new Promise((resolve) => {
    const child = spawn(program, options, {
      cwd: root,
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
      env: { ...process.env, VITRINE_COUNTS: counts, ...env, ...(values.long && { VITRINE_LONG: '1' }) },
      // A process group of its own: what a stage has started ends with it.
      detached: true,
    });
    const stop = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // it has ended already
      }
    };
    const late = setTimeout(() => {
      console.log(`stopped after ${minutes} minutes`);
      // First as a request, so that browsers and servers are put away, then as an order.
      stop('SIGTERM');
      setTimeout(() => stop('SIGKILL'), 10_000).unref();
    }, minutes * 60_000);
    running.add(stop);
    child.on('close', () => {
      clearTimeout(late);
      running.delete(stop);
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', (error) => resolve({ code: 1, text: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

async function run(stage, alone) {
  const started = performance.now();
  const end = (passed, failed, note) => {
    results.set(stage.name, { passed, failed });
    console.log(`${failed > 0 ? '✗' : '✓'} ${stage.name}: ${note} (${seconds(started)})`);
  };
  const broken = stage.needs?.filter((name) => results.get(name)?.failed > 0) ?? [];
  if (broken.length > 0) return end(0, 1, `not run, it needs ${broken.join(', ')}`);
  const files = stage.files?.();
  if (files?.length === 0) return end(0, 0, 'no tests');
  if (alone) console.log(`\n── ${stage.name}`);
  const counts = join(countsFolder, `${stage.name}.json`);
  const { code, text } = await execute(stage.command(files), {
    shown: alone,
    minutes: values.long ? 120 : (stage.minutes ?? 5),
    counts,
    env: stage.env,
  });
  if (!alone && code !== 0) console.log(`\n── ${stage.name}\n${text.trim()}`);
  if (!stage.counted) return end(code === 0 ? 1 : 0, code === 0 ? 0 : 1, code === 0 ? 'passed' : 'failed');
  const counted = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 0 };
  const { passed, failed, failures = [] } = counted;
  told.push(...failures);
  // A runner that died, or that failed for another reason than a test, is a failure too.
  const unexplained = code !== 0 && failed === 0 ? 1 : 0;
  return end(passed, failed + unexplained, `${passed} passed, ${failed + unexplained} failed`);
}

const wanted = groups.map((group) => group.filter(({ name }) => !only || only.includes(name)));
const known = groups.flat().map(({ name }) => name);
for (const name of only ?? []) {
  if (!known.includes(name)) {
    console.error(`No stage is called "${name}". Stages: ${known.join(', ')}.`);
    process.exit(1);
  }
}
ensureTools([...new Set(wanted.flat().flatMap((stage) => stage.tools ?? []))]);

const started = performance.now();
for (const group of wanted) await Promise.all(group.map((stage) => run(stage, group.length === 1)));
rmSync(countsFolder, { recursive: true, force: true });

if (told.length > 0) console.log('\n── what failed');
for (const text of told) console.log(`✗ ${text}`);

const sum = (key) => [...results.values()].reduce((total, result) => total + result[key], 0);
const failedStages = [...results].filter(([, { failed }]) => failed > 0).map(([name]) => name);
console.log(`\n${seconds(started)}${failedStages.length > 0 ? `; failing: ${failedStages.join(', ')}` : ''}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
