// SPDX-License-Identifier: MIT
import type { Browser } from 'playwright-core';
import { launch as launchBrowser } from '../test/flows/support/stage.js';

/** A browser that knows no other machine: some players ask for a script of theirs from elsewhere. */
export const launch = (): Promise<Browser> =>
  launchBrowser([
    '--autoplay-policy=no-user-gesture-required',
    '--enable-precise-memory-info',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ]);
