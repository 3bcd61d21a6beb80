// SPDX-License-Identifier: MIT
// A plain reporter for the browser tests: every failure with its file, engine and error; then one line per engine.
// With VITRINE_COUNTS=<file> it also leaves { passed, failed, skipped, failures } there for scripts/test.mjs.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

function* walk(suite, path = []) {
  const here = suite.name ? [...path, suite.name] : path;
  for (const test of suite.tests ?? []) yield { ...test, title: [...here, test.name].join(' › ') };
  for (const inner of suite.suites ?? []) yield* walk(inner, here);
}

const indent = (text) => text.replace(/^/gm, '      ');

function describe(error) {
  if (!error) return '';
  const { expected, actual } = error;
  const compared = expected === undefined && actual === undefined ? '' : `\nexpected: ${expected}\nactual:   ${actual}`;
  const stack = (error.stack ?? '').split('\n').filter((line) => !/node_modules|__web-test-runner/.test(line));
  const text = stack.join('\n').includes(error.message) ? stack.join('\n') : `${error.message}\n${stack.join('\n')}`;
  return indent((text.trim() || String(error.name)) + compared);
}

/** @returns {import('@web/test-runner-core').Reporter} */
export function plainReporter({ logs = true } = {}) {
  let names = [];
  const failures = [];
  return {
    start({ browserNames }) {
      // One may be there twice, once for some tests of their own.
      names = [...new Set(browserNames)];
    },
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      const file = relative(process.cwd(), testFile);
      for (const session of sessionsForTestFile) {
        const broken = session.testResults
          ? [...walk(session.testResults)].filter((test) => !test.passed && !test.skipped)
          : [];
        const missing = session.request404s?.filter((url) => !url.includes('favicon')) ?? [];
        if (session.passed && broken.length === 0) continue;
        logger.log(`✗ ${file} [${session.browser.name}]`);
        const told = [
          ...broken.map((test) => `    ${test.title}\n${describe(test.error)}`),
          ...(session.errors ?? []).map((error) => `    the file itself\n${describe(error)}`),
        ];
        if (told.length === 0) told.push('    no test ran');
        for (const text of told) {
          logger.log(text);
          failures.push(`${file} [${session.browser.name}]\n${text}`);
        }
        for (const url of missing) logger.log(`      404: ${url}`);
        if (logs) for (const line of session.logs ?? []) logger.log(indent(`log: ${line.map(String).join(' ')}`));
      }
    },
    onTestRunFinished({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      const slow = [];
      for (const name of names) {
        const count = { passed: 0, failed: 0, skipped: 0 };
        for (const session of sessions.filter((one) => one.browser.name === name)) {
          const tests = session.testResults ? [...walk(session.testResults)] : [];
          for (const test of tests) {
            count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
            if (test.duration > 2000) {
              slow.push(`${test.duration} ms ${relative(process.cwd(), session.testFile)} [${name}] ${test.title}`);
            }
          }
          // A file that could not be loaded, or that broke outside a test, is a failure of its own.
          if (!session.passed && tests.every((test) => test.passed || test.skipped)) count.failed += 1;
        }
        for (const key of Object.keys(total)) total[key] += count[key];
        console.log(`${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
      }
      for (const line of slow) console.log(`slow: ${line}`);
      if (process.env.VITRINE_COUNTS) writeFileSync(process.env.VITRINE_COUNTS, JSON.stringify({ ...total, failures }));
    },
  };
}
