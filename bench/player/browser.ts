// SPDX-License-Identifier: MIT
import { chromium, type Browser } from 'playwright-core';
import { ensureTools } from '../../scripts/tools.mjs';

/** A browser that knows no other machine: some players ask for a script of theirs from elsewhere. */
export async function launch(): Promise<Browser> {
  const { headless: executablePath } = ensureTools(['headless']);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--autoplay-policy=no-user-gesture-required',
    '--enable-precise-memory-info',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
  return await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
}
