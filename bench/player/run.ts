// SPDX-License-Identifier: MIT
// Players beside each other on one machine, one origin and one stream: how soon they start, how close to the show they
// stay, and what they do when the stream fails. Run: npm run bench -- player
import type { Browser } from 'playwright-core';
import { createChannel, type Channel } from '../../examples/channel/src/index.js';
import { launch } from '../browser.js';
import { mediaFolder } from './ladder.js';
import { openSite } from './site.js';
import { firstFrame } from './start.js';
import { steady } from './steady.js';
import { watching } from './watch.js';

/** What the measurements share. */
export interface Bench {
  readonly browser: Browser;
  readonly channel: Channel;
  /** Of the site with the pages, `/page/<index of the contender>?stream=<path>`. */
  readonly url: string;
}

/** Runs the bench and returns its part of the results page. `BENCH_PARTS` names parts: start, watch, steady. */
export async function player(): Promise<string> {
  const parts = (process.env['BENCH_PARTS'] ?? 'start,watch,steady').split(',');
  const channel = await createChannel({ port: 0, mediaDir: mediaFolder() });
  const { server, url } = await openSite(channel.url);
  const browser = await launch();
  try {
    const bench = { browser, channel, url };
    const texts = ['## Players'];
    if (parts.includes('start')) texts.push(await firstFrame(bench));
    if (parts.includes('watch')) texts.push(await watching(bench));
    if (parts.includes('steady')) texts.push(await steady(bench));
    return texts.join('\n\n');
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
    await channel.close();
  }
}
