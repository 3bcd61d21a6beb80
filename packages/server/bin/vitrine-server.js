#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// npm links a command when it installs, and in a clone nothing is built then: this file is there, what it starts may not be.
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.js', import.meta.url);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

function refuse(field, message, mend) {
  console.error(`[vitrine] MISCONFIGURED (${field}): ${message} ${mend}`);
  process.exitCode = 1;
}

if (major < 22 || (major === 22 && minor < 13)) {
  refuse('node', `This is Node ${process.versions.node}.`, 'The server needs Node 22.13 or newer.');
} else if (!existsSync(main)) {
  refuse('dist', 'The server is not built.', 'Run: npm run build');
} else {
  await import(main);
}
