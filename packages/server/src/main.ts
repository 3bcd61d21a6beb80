#!/usr/bin/env node
// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { readCommandLine, usage } from './command-line.js';
import { createServer } from './server.js';

try {
  const { options, isHelp } = readCommandLine(process.argv.slice(2), process.env, (path) => readFileSync(path, 'utf8'));
  if (isHelp) console.log(usage);
  else {
    const server = await createServer(options);
    console.log(`Vitrine server   ${server.url}`);
    if (server.ownerToken !== undefined) console.log(`Owner's secret   ${server.ownerToken}  (told once, keep it)`);
    if (options.seed !== false)
      console.log(`Host of "demo"   ${server.hostLink('demo').url}  (opens once, within an hour)`);
    let isStopping = false;
    const stop = (): void => {
      if (isStopping) return;
      isStopping = true;
      void server.close().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
