// SPDX-License-Identifier: MIT
// A page of one address shows room after room: whatever a room takes it gives back when it leaves.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Room } from '@vitrine/core';
import type { Page } from 'playwright-core';
import { Holdings, none, type Notes } from './support/holdings.js';
import { inRoom } from './support/room.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

const warmUps = 5;
const mounts = 100;

/** How much more there may be after a hundred mounts than after the first five. */
const bounds = {
  // One a mount is too many, and so is a single room: it has more than 400 nodes and 50 listeners. Seen: none.
  nodes: 80,
  listeners: 40,
  documents: 0,
  // What is compiled and optimized meanwhile counts, too, and comes to an end (seen: 1 MB); 20 kB a mount do not.
  heap: 2_000_000,
};

type Part = HTMLElement & { readonly connectedRoom: Room | null };

/**
 * Puts a room on the page, by itself or with its parts beside it, and takes it away once it is served; so many times.
 * The last one stays. One in ten leaves before anything has been answered.
 */
const mount = (page: Page, parts: readonly string[], times: number): Promise<void> =>
  page.evaluate(
    async ({ names, count }) => {
      const { notes } = globalThis as unknown as { notes: Notes };
      for (let left = count; left > 0; left--) {
        notes.clear();
        const element = document.createElement('vitrine-room') as Part;
        element.setAttribute('server', '/api');
        element.setAttribute('room', 'demo');
        if (names.length > 0) {
          element.id = 'show';
          element.setAttribute('layout', 'none');
        }
        for (const name of names) {
          const part = document.createElement(`vitrine-${name}`);
          part.setAttribute('room', 'show');
          document.body.append(part);
        }
        document.body.append(element);
        if (left % 10 === 5) continue;
        const end = Date.now() + 20_000;
        for (let isServed = false; !isServed;) {
          if (Date.now() > end) throw new Error('The room was not served in 20 s.');
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const { connection, catalog, chat } = element.connectedRoom?.store.state ?? {};
          isServed = connection?.status === 'connected' && catalog?.status === 'ready' && chat?.status === 'ready';
        }
      }
    },
    { names: parts, count: times },
  );

const clear = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as unknown as { notes: Notes }).notes.clear());

/** Plays, and opens what a viewer would. */
async function use(page: Page): Promise<void> {
  await untilLive(page);
  await inRoom(page, async (room) => {
    const [product] = room.store.state.catalog.products;
    await room.request('product:open', { productId: product?.id ?? '' });
  });
  await page.locator('vitrine-product h2').first().waitFor({ state: 'visible' });
  await inRoom(page, (room) => room.request('cart:open', {}));
  await page.locator('vitrine-cart h2').first().waitFor({ state: 'visible' });
}

describe('a page that shows and removes rooms', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  const looks = [
    { name: 'a whole room', parts: [] },
    {
      name: 'parts placed apart',
      parts: ['player', 'chat', 'reactions', 'carousel', 'product', 'cart', 'checkout'],
    },
  ];
  for (const { name, parts } of looks) {
    it(`holds nothing more after ${mounts} of them: ${name}`, async () => {
      let watched: Holdings | undefined;
      const { page, context, complaints } = await stage.visit('/empty', {
        before: async (fresh) => void (watched = await Holdings.of(fresh)),
      });
      const holdings = watched as Holdings;
      await page.waitForFunction(() => customElements.get('vitrine-room') !== undefined);

      // The first ones fetch and compile what all later ones share.
      for (let count = 0; count < warmUps; count++) {
        await mount(page, parts, 1);
        await use(page);
      }
      await clear(page);
      assert.deepEqual(await holdings.live(), none);
      const first = await holdings.stock();

      for (let count = 0; count < mounts; count += 20) {
        await mount(page, parts, 20);
        await use(page);
      }
      await clear(page);
      assert.deepEqual(await holdings.live(), none);
      const last = await holdings.stock();

      for (const [what, bound] of Object.entries(bounds) as [keyof typeof bounds, number][]) {
        const more = last[what] - first[what];
        console.log(`${name}: ${what} ${first[what]} → ${last[what]}`);
        assert.ok(more <= bound, `${more} more ${what} after ${mounts} mounts: ${first[what]} → ${last[what]}`);
      }
      assert.deepEqual(complaints, { errors: [], violations: [] });
      await context.close();
    });
  }
});
