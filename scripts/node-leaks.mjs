// SPDX-License-Identifier: MIT
// Preloaded into each file of node tests: when all its tests are over and something still keeps the process alive (a
// server, a timer, a socket), node:test would wait for ever. This says what it is and fails the file instead.
import { after } from 'node:test';

// The process that starts the files loads this too: it has no tests.
if (process.env.NODE_TEST_CONTEXT) {
  after(() => {
    // Does not keep the process alive itself: it fires only where something else does.
    const grace = setTimeout(() => {
      const open = process.getActiveResourcesInfo().filter((name) => !/^(PipeWrap|TTYWrap)$/.test(name));
      console.error(`Still open 5 s after the last test: ${[...new Set(open)].join(', ')}`);
      process.exit(1);
    }, 5000);
    grace.unref();
  });
}
