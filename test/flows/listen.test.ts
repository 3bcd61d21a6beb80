// SPDX-License-Identifier: MIT
// A viewer who only listens: far less is downloaded, the show goes on at the same moment, and the picture comes back.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openTheatre } from './support/healing.js';
import { view } from './support/viewing.js';

describe('a viewer who only listens', () => {
  const theatre = openTheatre();

  it('downloads the sound alone, and gets the picture back where the show is', async (context) => {
    const { browser, screening } = theatre();
    const viewing = await view(browser, screening);
    context.after(() => viewing.close());
    const { page, channel } = viewing;
    const player = page.locator('vitrine-player');
    /** What was asked for of the picture and of the sound, in bytes. */
    const loaded = { picture: 0, sound: 0 };
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!response.url().startsWith(channel.url) || !/\.(?:m4s|mp4)$/.test(pathname)) return;
      loaded[pathname.includes('/sound/') ? 'sound' : 'picture'] += Number(response.headers()['content-length'] ?? 0);
    });
    await viewing.until(({ phases }) => phases.at(-1)?.phase === 'playing', 20_000, 'It does not play.');
    const moment = (): Promise<number> =>
      player.evaluate((element) => {
        const { playback } = element as unknown as { playback: { programTime: number | null } };
        return playback.programTime ?? Number.NaN;
      });
    const seconds = (): Promise<number> =>
      player.evaluate((element) => (element as unknown as { video: HTMLVideoElement }).video.currentTime);

    // (The menu wants a wide player.)
    await page.setViewportSize({ width: 960, height: 540 });
    await page.addStyleTag({ content: 'vitrine-player { inline-size: 800px; block-size: 450px }' });
    const before = await moment();
    await page.mouse.move(200, 100);
    await player.getByRole('button', { name: 'Settings' }).click();
    await player.getByRole('menuitemradio', { name: 'Audio only' }).click();
    await player.getByText('Listening').waitFor();
    await page.waitForFunction(
      (from) => {
        const { video, playback } = document.querySelector('vitrine-player') as unknown as {
          video: HTMLVideoElement;
          playback: { programTime: number | null };
        };
        return video.videoWidth === 0 && (playback.programTime ?? 0) > from + 2000;
      },
      before,
      { timeout: 20_000 },
    );
    const from = await seconds();
    const began = Date.now();
    const since = { ...loaded };
    await page.waitForFunction(
      (start) =>
        (document.querySelector('vitrine-player') as unknown as { video: HTMLVideoElement }).video.currentTime >
        start + 2,
      from,
      { timeout: 20_000 },
    );
    assert.equal(loaded.picture, since.picture, 'a picture was downloaded');
    // 6 kB a second, and what lay ahead: the smallest picture would be four times as much.
    const listened = loaded.sound - since.sound;
    const most = 8 * (Date.now() - began + 3000);
    assert.ok(listened > 0 && listened < most, `${listened} bytes of sound, ${most} at most`);

    await page.keyboard.press('Escape');
    await player.getByRole('button', { name: 'Show the picture' }).click();
    const there = await moment();
    const turned = Date.now();
    await page.waitForFunction(
      () => (document.querySelector('vitrine-player') as unknown as { video: HTMLVideoElement }).video.videoWidth > 0,
      undefined,
      { timeout: 20_000 },
    );
    const back = await moment();
    const [gone, passed] = [back - there, Date.now() - turned];
    assert.ok(gone > -1000 && gone < passed + 3000, `the picture came back ${gone} ms further, after ${passed} ms`);
  });
});
