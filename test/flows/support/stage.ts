// SPDX-License-Identifier: MIT
// A shop with a live room on free ports, and a Chromium to look at it with.
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startSite, type Site, type SiteOptions } from '../../../examples/site/src/site.js';
import { ensureTools } from '../../../scripts/tools.mjs';

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  // A page whose answer a test makes up has no address, and would not be let near loopback.
  '--disable-features=LocalNetworkAccessChecks',
];

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

/** What happened on a page that should not have. */
export interface Complaints {
  readonly errors: string[];
  readonly violations: string[];
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: Complaints;
}

export interface Stage {
  readonly site: Site;
  readonly browser: Browser;
  /** A new visitor with storage of their own, on a page of the shop. */
  visit(
    path?: string,
    options?: { viewport?: { width: number; height: number }; dark?: boolean; before?: (page: Page) => Promise<void> },
  ): Promise<Visitor>;
  close(): Promise<void>;
}

/** @param more arguments for this browser alone */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const { headless: executablePath } = ensureTools(['headless']);
  return await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...browserArguments, ...more],
    // Playwright switches the back/forward cache off; visitors have it on.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** @param more arguments of the browser */
export async function openStage(options: SiteOptions = {}, more: readonly string[] = []): Promise<Stage> {
  const site = await startSite(options);
  const browser = await launch(more);
  return {
    site,
    browser,
    visit: (path = '/', more) => visit(browser, new URL(path, site.url).href, more),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/** Opens a page for a new visitor, and writes down every script error and every violation of the content policy. */
export async function visit(
  browser: Browser,
  url: string,
  {
    viewport = desktop,
    dark = false,
    before,
  }: { viewport?: { width: number; height: number }; dark?: boolean; before?: (page: Page) => Promise<void> } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: viewport.width < 600,
  });
  const page = await context.newPage();
  const complaints: Complaints = { errors: [], violations: [] };
  page.on('pageerror', (error) => complaints.errors.push(String(error.stack ?? error)));
  await page.exposeFunction('__violation', (text: string) => void complaints.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (globalThis as unknown as { __violation(text: string): void }).__violation(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber ?? ''} ${event.sample ?? ''}`,
      );
    });
  });
  if (before) await before(page);
  await page.goto(url);
  return { page, context, complaints };
}

/** Waits until the room on the page is connected and shows moving pictures. */
export async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const source = document.querySelector('vitrine-room') as
        (Element & { connectedRoom?: { store: { state: { connection: { status: string } } } } | null }) | null;
      if (source?.connectedRoom?.store.state.connection.status !== 'connected') return false;
      const player = source.shadowRoot?.querySelector('vitrine-player') ?? document.querySelector('vitrine-player');
      const video = player?.shadowRoot?.querySelector('video');
      return video && video.currentTime > 0 && !video.paused && video.readyState >= 3;
    },
    undefined,
    { timeout: 30_000, polling: 100 },
  );
}
