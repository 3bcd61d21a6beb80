// SPDX-License-Identifier: MIT
// A show to come: its trailer, a reminder that outlives page and server, and the turn to live without a reload.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RemindedShow } from '@vitrine/server';
import type { Locator, Page } from 'playwright-core';
import { openKeptShop, type KeptShop } from './support/kept-shop.js';
import { phone, untilLive, visit } from './support/stage.js';

const reminder = (page: Page): Locator => page.locator('vitrine-reminder [part~="button"]');

/** Waits until the reminder is set, or is not, and the back end has said so. */
const untilReminder = async (page: Page, isSet: boolean): Promise<void> =>
  page
    .locator(`vitrine-reminder [part~="button"][aria-pressed="${isSet}"]:not([aria-busy])`)
    .waitFor({ state: 'visible' });

describe('a show to come', () => {
  let shop: KeptShop;
  const told: RemindedShow[] = [];
  const began = Date.now() - 60_000;

  before(async () => {
    shop = await openKeptShop((url) => ({
      demoStream: {
        phase: 'upcoming',
        startsAt: Date.now() + 3_600_000,
        trailer: `${url}/channel/vod/portrait/master.m3u8?from=${began}&to=${began + 8000}`,
      },
      reminders: { send: (show) => void told.push(show) },
    }));
  });
  after(() => shop.close());

  it('plays its trailer, reminds who asked for it, and begins without a reload', async () => {
    const { page, complaints } = await visit(shop.browser, new URL('/', shop.url).href, { viewport: phone });
    await page.waitForFunction(() => {
      const trailer = document.querySelector('vitrine-room')?.shadowRoot?.querySelector('vitrine-trailer');
      const player = trailer?.shadowRoot?.querySelector('vitrine-player');
      const video = player?.shadowRoot?.querySelector('video');
      return video && video.currentTime > 0.5 && video.muted && video.loop;
    });

    await untilReminder(page, false);
    await reminder(page).click();
    await untilReminder(page, true);
    await page.reload();
    await untilReminder(page, true);
    await page.locator('vitrine-reminder .undo').click();
    await untilReminder(page, false);
    await reminder(page).click();
    await untilReminder(page, true);

    await shop.stopServer();
    await shop.startServer();
    await page.reload();
    await untilReminder(page, true);

    const { server } = shop;
    const token = await server.issueToken({ room: 'demo', role: 'host' });
    const turned = await fetch(`${server.url}/rooms/demo/stream`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ phase: 'live' }),
    });
    assert.equal(turned.status, 200);
    await untilLive(page);
    assert.equal(await page.locator('vitrine-trailer, vitrine-reminder').count(), 0);
    assert.deepEqual(
      told.map(({ room, viewers }) => [room, viewers.length, viewers[0]?.isGuest]),
      [['demo', 1, true]],
    );
    assert.deepEqual(complaints, { errors: [], violations: [] });
  });
});
