// SPDX-License-Identifier: MIT
// The host's console by its element, and what a viewer sees of it.
import type { Locator, Page } from 'playwright-core';
import { inRoom, untilRoom } from './room.js';

/** A pin as a viewer was told of it, in moments of the show. */
export interface Sighting {
  readonly productId: string;
  /** The moment it belongs to. */
  readonly at: number;
  /** The picture when it appeared, and the picture before. */
  readonly shown: number;
  readonly before: number;
}

/** Writes down where the viewer's picture is whenever a pin appears. */
export const watchPins = (page: Page): Promise<void> =>
  inRoom(page, (room) => {
    const told = globalThis as unknown as { sightings: Sighting[] };
    told.sightings = [];
    let before = room.playhead.now().programTime;
    room.bus.on(
      'product:pinned',
      ({ productId, at }) =>
        void told.sightings.push({ productId, at, shown: room.playhead.now().programTime, before }),
      { signal: room.signal },
    );
    // After the room's own listener: when a pin is told, this still holds the frame before.
    room.playhead.onMove(() => (before = room.playhead.now().programTime), { signal: room.signal });
  });

/** The pins since `watchPins`. */
export const sightings = (page: Page): Promise<Sighting[]> =>
  page.evaluate(() => (globalThis as unknown as { sightings: Sighting[] }).sightings);

/** Waits until the page's picture is where this product is pinned; null: none. */
export const untilPinned = (page: Page, id: string | null): Promise<void> =>
  untilRoom(page, (room, wanted) => room.store.state.catalog.pinned === wanted, id);

/** Waits until the console shows what viewers see, in motion. */
export async function untilPreview(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const board = document.querySelector('vitrine-console')?.shadowRoot;
      const video = board?.querySelector('vitrine-player')?.shadowRoot?.querySelector('video');
      return video && video.currentTime > 0 && !video.paused && video.readyState >= 3;
    },
    undefined,
    { timeout: 30_000, polling: 100 },
  );
}

/** The rows of the run of show. */
export const productRows = (page: Page): Locator => page.locator('vitrine-console li[data-id]');

export const productRow = (page: Page, id: string): Locator => page.locator(`vitrine-console li[data-id="${id}"]`);
