// SPDX-License-Identifier: MIT
// Browser unit tests in three engines.
//   npx wtr                                   everything, everywhere
//   npx wtr --files 'packages/core/**/bus.test.ts'
//   npx wtr --group elements                  one package
//   VITRINE_ENGINES=chromium npx wtr …        one engine (chromium, firefox, webkit; comma separated)
// Packages resolve to their sources through the `vitrine-source` condition: no build is needed.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './scripts/sources.mjs';
import { ensureTools } from './scripts/tools.mjs';
import { startWebKitDriver } from './scripts/webkit-driver.mjs';
import { reading, serveBundles } from './scripts/wtr-bundles.mjs';
import { paged } from './scripts/wtr-pages.mjs';
import { plainReporter } from './scripts/wtr-reporter.mjs';

const engines = (process.env.VITRINE_ENGINES ?? 'chromium,firefox,webkit').split(',').map((name) => name.trim());
const tools = { chromium: ['headless'], firefox: ['firefox'], webkit: ['webkit', 'xvfb'] };
const found = ensureTools(engines.flatMap((name) => tools[name]));

/** What looks at the frames of a video: in WebKit that takes layers, which cost every other test more than itself. */
const films = ['packages/elements/src/player/playing.test.ts'];
const isWhole = !process.argv.some((word) => /^--(files|group|watch)/.test(word));
const webkits = engines.includes('webkit')
  ? { all: await startWebKitDriver({ layers: !isWhole }), films: isWhole ? await startWebKitDriver() : undefined }
  : {};

const launchers = {
  chromium: () =>
    playwrightLauncher({
      product: 'chromium',
      concurrency: 1,
      launchOptions: {
        executablePath: found.headless,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--autoplay-policy=no-user-gesture-required',
        ],
      },
    }),
  firefox: () =>
    puppeteerLauncher({
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: found.firefox,
        extraPrefsFirefox: { 'media.autoplay.default': 0 },
      },
    }),
  // WebDriver has one window: with a global concurrency of 1 each test file is a page of its own, not a frame.
  webkit: ({ port, capabilities } = webkits.all) =>
    webdriverLauncher({ automationProtocol: 'webdriver', hostname: '127.0.0.1', port, path: '/', capabilities }),
};
const browsers = engines.map((name) => launchers[name]());

const packages = ['core', 'elements', 'loader', 'adapters', 'adapter-tests'];
const isTest = (file) =>
  /(?<!\.node)\.test\.ts$/.test(file) && (process.env.VITRINE_LONG || !file.endsWith('.long.test.ts'));
const filesOf = (name) =>
  filesBelow(new URL(`packages/${name}/src`, import.meta.url).pathname)
    .filter(isTest)
    .map((file) => `packages/${name}/src/${file}`);

/** axe-core is UMD: what it would put on `module.exports` becomes the default export. */
const axeAsModule = {
  name: 'axe-as-module',
  transform({ path, body }) {
    if (!/\/axe-core\/axe(\.min)?\.js$/.test(path)) return undefined;
    return `const module = { exports: {} };\n${body}\nexport default module.exports;`;
  },
};

const stopWebKit = {
  name: 'stop-webkit',
  serverStop() {
    for (const driver of Object.values(webkits)) driver?.stop();
  },
};

const tests = isWhole ? paged(packages.flatMap(filesOf)) : packages.flatMap(filesOf);

/** Groups run beside the files given on the command line, so there are none then. */
function selected() {
  if (process.argv.includes('--group')) return { groups: packages.map((name) => ({ name, files: filesOf(name) })) };
  if (!isWhole) return { files: tests };
  const filming = engines.map((name, at) => (name === 'webkit' ? launchers.webkit(webkits.films) : browsers[at]));
  return {
    files: tests.filter((file) => !films.includes(file)),
    groups: [{ name: 'films', files: films, browsers: filming }],
  };
}

export default {
  ...selected(),
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: reading.conditions },
  browsers,
  staticLogging: true,
  concurrency: 1,
  // One page each: most of what a test takes it waits for a frame or a timer.
  concurrentBrowsers: engines.length,
  testFramework: { config: { ui: 'bdd', timeout: 30_000 } },
  // The first page of a cold browser on a busy machine takes its time.
  browserStartTimeout: 90_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  reporters: [plainReporter()],
  filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).includes('Lit is in dev mode')),
  // Watching follows what is served, so there each module is.
  middleware: process.argv.includes('--watch') ? [] : [serveBundles(tests)],
  plugins: [
    axeAsModule,
    esbuildPlugin({
      ts: true,
      // Libraries are served as they are: transformed, with a source map inside, they are three times as long.
      loaders: { '.js': undefined },
      target: reading.target,
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      define: reading.define,
    }),
    stopWebKit,
  ],
};
