// SPDX-License-Identifier: MIT
// Other screens: a viewer without one downloads the stream once and sees no button; a viewer with one has the show there,
// and back here, at the same moment and never twice at a time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openTheatre } from './support/healing.js';
import { openStage, untilLive } from './support/stage.js';
import { view } from './support/viewing.js';

/** What is read of a player in these tests. */
interface Player extends HTMLElement {
  readonly video: HTMLVideoElement;
  readonly playback: { readonly programTime: number | null };
}

/** Who asks for lists and media of streams: the browser by itself, or a script. */
function requestsOf(page: Page): { readonly browser: string[]; readonly script: string[] } {
  const asked = { browser: [] as string[], script: [] as string[] };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!/\.(?:m3u8|m4s|mp4)$/.test(pathname)) return;
    asked[request.resourceType() === 'fetch' || request.resourceType() === 'xhr' ? 'script' : 'browser'].push(pathname);
  });
  return asked;
}

describe('other screens', () => {
  const theatre = openTheatre();

  it('cost a viewer of the shop nothing where there is none', async (context) => {
    const stage = await openStage();
    context.after(() => stage.close());
    let asked: ReturnType<typeof requestsOf> | undefined;
    const files: string[] = [];
    const { page, complaints } = await stage.visit('/', {
      before: async (opened) => {
        asked = requestsOf(opened);
        opened.on('request', (request) => files.push(new URL(request.url()).pathname));
        await opened.addInitScript(() => {
          const looked: string[] = [];
          Object.assign(globalThis, { looked });
          const { watchAvailability } = RemotePlayback.prototype;
          RemotePlayback.prototype.watchAvailability = function (told) {
            looked.push('watched');
            return watchAvailability.call(this, told);
          };
        });
      },
    });
    await untilLive(page);
    await page.waitForFunction(() => (globalThis as unknown as { looked: string[] }).looked.length > 0);
    await page.waitForFunction(() => {
      const room = document.querySelector('vitrine-room');
      const player = room?.shadowRoot?.querySelector('vitrine-player') ?? document.querySelector('vitrine-player');
      const { video } = player as unknown as Player;
      return player?.shadowRoot?.querySelector('.bar') && video.currentTime - video.played.start(0) > 5;
    });
    assert.ok(asked && asked.script.length > 3, 'nothing was asked for');
    assert.deepEqual(asked.browser, []);
    const masters = asked.script.filter((path) => path.endsWith('/master.m3u8'));
    assert.equal(masters.length, 1, masters.join());
    assert.equal(await page.locator('vitrine-player video source').count(), 0);
    assert.equal(await page.locator('vitrine-player [part~="settings"]').count(), 1);
    assert.equal(await page.locator('vitrine-player [part~="screen"]').count(), 0);
    assert.deepEqual(
      files.filter((path) => path.includes('/player/remote/')),
      [],
    );
    assert.deepEqual(complaints, { errors: [], violations: [] });
  });

  it('get the stream by its address while nothing is fed by hand, and the other way round', async (context) => {
    const { browser, screening } = theatre();
    // (The browser stands for the screen: it plays such lists by itself as well.)
    const viewing = await view(browser, screening, {
      before: async ({ page }) =>
        void (await page.addInitScript(() => {
          Object.assign(HTMLVideoElement.prototype, {
            webkitCurrentPlaybackTargetIsWireless: false,
            webkitShowPlaybackTargetPicker(this: HTMLVideoElement) {
              const is = 'webkitCurrentPlaybackTargetIsWireless';
              Object.assign(this, { [is]: !(this as unknown as Record<string, boolean>)[is] });
              this.dispatchEvent(new Event('webkitcurrentplaybacktargetiswirelesschanged'));
            },
          });
        })),
    });
    context.after(() => viewing.close());
    const { page } = viewing;
    const asked = requestsOf(page);
    const player = page.locator('vitrine-player');
    await viewing.until(({ phases }) => phases.at(-1)?.phase === 'playing', 20_000, 'It does not play.');
    await page.setViewportSize({ width: 960, height: 540 });
    await page.addStyleTag({ content: 'vitrine-player { inline-size: 800px; block-size: 450px }' });
    const moment = (): Promise<number> =>
      player.evaluate((element) => (element as unknown as Player).playback.programTime ?? Number.NaN);
    const plays = (seconds: number): Promise<unknown> =>
      page.waitForFunction(
        (least) => {
          const { video } = document.querySelector('vitrine-player') as unknown as Player;
          return !video.seeking && video.played.length > 0 && video.currentTime - video.played.start(0) > least;
        },
        seconds,
        { timeout: 30_000 },
      );
    await plays(2);
    await player.evaluate((element) =>
      (element as unknown as Player).video.dispatchEvent(
        Object.assign(new Event('webkitplaybacktargetavailabilitychanged'), { availability: 'available' }),
      ),
    );
    assert.deepEqual(asked.browser, []);

    await page.mouse.move(200, 100);
    await player.getByRole('button', { name: 'Play on TV' }).click();
    await player.getByRole('paragraph').getByText('Playing on another screen').waitFor();
    const since = asked.script.length;
    await plays(3);
    assert.ok(asked.browser.length > 0, 'the screen loaded nothing');
    assert.deepEqual(asked.script.slice(since), [], 'media was fed by hand as well');

    await player.getByRole('button', { name: 'Choose where to watch' }).click();
    await player.getByRole('paragraph').getByText('Playing on another screen').waitFor({ state: 'detached' });
    await page.waitForFunction(() => {
      const { video } = document.querySelector('vitrine-player') as unknown as Player;
      return video.currentSrc.startsWith('blob:') && video.readyState > 2;
    });
    const before = asked.browser.length;
    await plays(2);
    assert.deepEqual(asked.browser.slice(before), [], 'the browser loads on by itself');
    const behind = Date.now() - (await moment());
    assert.ok(behind > 0 && behind < 20_000, `${behind} ms behind`);
  });
});
