// SPDX-License-Identifier: MIT
import { type Browser, type Page, chromium } from 'playwright-core';
import type { Composition } from './scene/compose.js';

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/** Starts the browser that draws the frames; `VITRINE_CHROMIUM` names another executable. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['VITRINE_CHROMIUM'] ?? '/usr/bin/chromium', args: browserArguments });

/** Takes pictures of single frames of a composition. */
export interface FrameCamera {
  /** One frame as PNG. */
  shoot(frame: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a page of the composition's size with its still part in place. */
export const openCamera = async (browser: Browser, composition: Composition): Promise<FrameCamera> => {
  const { width, height } = composition;
  const page: Page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1 });
  await page.setContent(
    `<!doctype html><style>body{margin:0}svg{display:block}</style><svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><g>${composition.still()}</g><g id="moving"></g></svg>`,
  );
  const session = await page.context().newCDPSession(page);
  return {
    shoot: async (frame) => {
      await page.evaluate((markup) => {
        const group = document.getElementById('moving');
        if (group !== null) group.innerHTML = markup;
      }, composition.moving(frame));
      const shot = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
      return Buffer.from(shot.data, 'base64');
    },
    close: () => page.close(),
  };
};
