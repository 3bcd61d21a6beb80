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
import { ensureTools } from './scripts/tools.mjs';
import { startWebKitDriver } from './scripts/webkit-driver.mjs';
import { reading, serveBundles } from './scripts/wtr-bundles.mjs';
import { plainReporter } from './scripts/wtr-reporter.mjs';

const engines = (process.env.VITRINE_ENGINES ?? 'chromium,firefox,webkit').split(',').map((name) => name.trim());
const tools = { chromium: ['headless'], firefox: ['firefox'], webkit: ['webkit', 'xvfb'] };
const found = ensureTools(engines.flatMap((name) => tools[name]));
const webkit = engines.includes('webkit') ? await startWebKitDriver() : undefined;

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
  webkit: () =>
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: webkit.port,
      path: '/',
      capabilities: webkit.capabilities,
    }),
};

const packages = ['core', 'elements', 'loader', 'adapters', 'adapter-tests'];
const filesOf = (name) => [
  `packages/${name}/src/**/*.test.ts`,
  `!packages/${name}/src/**/*.node.test.ts`,
  ...(process.env.VITRINE_LONG ? [] : [`!packages/${name}/src/**/*.long.test.ts`]),
];

/** axe-core is UMD: what it would put on `module.exports` becomes the default export. */
const axeAsModule = {
  name: 'axe-as-module',
  transform({ path, body }) {
    if (!/\/axe-core\/axe(\.min)?\.js$/.test(path)) return undefined;
    return `const module = { exports: {} };\n${body}\nexport default module.exports;`;
  },
};

const stopWebKit = { name: 'stop-webkit', serverStop: () => webkit?.stop() };

// Groups would run beside the files given on the command line, so they exist only when one is asked for.
const selected = process.argv.includes('--group')
  ? { groups: packages.map((name) => ({ name, files: filesOf(name) })) }
  : { files: packages.flatMap(filesOf) };

export default {
  ...selected,
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: reading.conditions },
  browsers: engines.map((name) => launchers[name]()),
  staticLogging: true,
  concurrency: 1,
  concurrentBrowsers: engines.length,
  testFramework: { config: { ui: 'bdd', timeout: 30_000 } },
  // The first page of a cold browser on a busy machine takes its time.
  browserStartTimeout: 90_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  reporters: [plainReporter()],
  filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).includes('Lit is in dev mode')),
  // Watching follows what is served, so there each module is.
  middleware: process.argv.includes('--watch') ? [] : [serveBundles()],
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
