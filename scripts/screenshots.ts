// SPDX-License-Identifier: MIT
// Takes the pictures in docs/screenshots of the example pages as they are: a live show, scripted shoppers, a host who
// pins. Run: node --conditions=vitrine-source --import tsx scripts/screenshots.ts (after npm run
// build); names of pictures after it take those alone.
import { mkdirSync } from 'node:fs';
import type { StreamInfo } from '@vitrine/core';
import type { Page } from 'playwright-core';
import { enterAsHost } from '../test/flows/support/host.js';
import { inRoom, untilRoom } from '../test/flows/support/room.js';
import { desktop, openStage, phone } from '../test/flows/support/stage.js';

const folder = 'docs/screenshots';
mkdirSync(folder, { recursive: true });

interface Picture {
  readonly name: string;
  /** Where on the site; the host's page is reached by a link made for this picture. */
  readonly path: string | null;
  readonly viewport: { width: number; height: number };
  readonly dark?: boolean;
  readonly act?: (page: Page) => Promise<void>;
}

const openProduct = async (page: Page): Promise<void> => {
  // One with options, whatever is on camera.
  await inRoom(page, (room) => room.request('product:open', { productId: 'dancong' }));
  await page.locator('vitrine-product [part~="name"]').first().waitFor({ state: 'visible' });
};

const fillBag = async (page: Page): Promise<void> => {
  await inRoom(page, async (room) => {
    const [first, second] = room.store.state.catalog.products.filter(({ variants }) => variants.length === 1);
    for (const product of [first, second]) {
      const variantId = product?.variants[0]?.id;
      if (variantId) await room.request('cart:add', { variantId });
    }
    await room.request('cart:open', {});
  });
  await page.locator('vitrine-cart [part~="line"]').first().waitFor({ state: 'visible' });
};

/** The picture has moved for so many seconds, wherever it is: in the room, in a part of it, in the console's preview. */
async function untilPlayed(page: Page, seconds: number): Promise<void> {
  const video = page.locator('video').first();
  await video.waitFor({ state: 'attached' });
  await page.waitForFunction(
    ({ one, least }) => {
      if (!(one instanceof HTMLVideoElement) || one.paused) return false;
      let played = 0;
      for (let index = 0; index < one.played.length; index++) played += one.played.end(index) - one.played.start(index);
      return played >= least;
    },
    { one: await video.elementHandle(), least: seconds },
    { timeout: 60_000, polling: 200 },
  );
}

/** The player shows its controls while a pointer is over the picture; and the rail has come to the product on camera. */
const showControls = async (page: Page): Promise<void> => {
  const back = page.locator('vitrine-carousel [part~="live"]').first();
  if (await back.isVisible()) await back.click();
  await page
    .locator('video')
    .first()
    .hover({ position: { x: 400, y: 240 }, force: true });
  await page.locator('vitrine-player [part~="controls"]').first().waitFor({ state: 'visible' });
};

/** Numbers and their line are there once there is something to measure. */
const measureHealth = async (page: Page): Promise<void> => {
  await untilPlayed(page, 20);
  await page.locator('vitrine-console .spark').waitFor({ state: 'visible' });
  await page.locator('vitrine-console .metric').nth(2).waitFor({ state: 'visible' });
};

const tablet = { width: 1024, height: 768 };

const pictures: readonly Picture[] = [
  { name: 'storefront-desktop', path: '/', viewport: desktop, act: showControls },
  { name: 'storefront-desktop-dark', path: '/?theme=dark', viewport: desktop, dark: true, act: showControls },
  { name: 'storefront-desktop-ar', path: '/?lang=ar', viewport: desktop, act: showControls },
  { name: 'storefront-tablet', path: '/', viewport: tablet, act: showControls },
  { name: 'storefront-phone', path: '/', viewport: phone },
  { name: 'storefront-phone-ar', path: '/?lang=ar', viewport: phone },
  { name: 'storefront-phone-zh', path: '/?lang=zh-CN', viewport: phone },
  { name: 'product-phone', path: '/', viewport: phone, act: openProduct },
  { name: 'bag-desktop', path: '/', viewport: desktop, act: fillBag },
  { name: 'parts-apart', path: '/parts-apart/', viewport: desktop, act: showControls },
  { name: 'no-server', path: '/no-server/', viewport: desktop, act: showControls },
  { name: 'no-server-phone', path: '/no-server/', viewport: phone },
  { name: 'console', path: null, viewport: desktop, act: measureHealth },
  { name: 'console-dark', path: null, viewport: desktop, dark: true, act: measureHealth },
];

/** A state of the show, as somebody sees it who was there before. */
interface State {
  readonly name: string;
  readonly viewport: { width: number; height: number };
  readonly dark?: boolean;
  /** What becomes of the show; by itself it goes on. */
  readonly turn?: (url: string) => Partial<StreamInfo>;
  readonly act?: (page: Page) => Promise<void>;
}

/** A time of the show that can be watched again, epoch ms. */
const recorded = { from: Date.now(), to: Date.now() + 60_000 };

const recording = (url: string): Partial<StreamInfo> => ({
  phase: 'replay',
  sources: (['landscape', 'portrait'] as const).map((orientation) => ({
    url: `${url}/channel/vod/${orientation}/master.m3u8?from=${recorded.from}&to=${recorded.to}`,
    orientation,
  })),
});

const seek = (page: Page, to: number): Promise<unknown> =>
  inRoom(page, (room, moment) => room.request('player:seek', { to: moment }), to);

/** Half a minute before what is live: the show has been on for as long. */
const goBack = async (page: Page): Promise<void> => {
  await seek(page, (await inRoom(page, (room) => room.liveEdge())) - 30_000);
  await page.locator('vitrine-player [part~="live"]:not([aria-disabled="true"])').first().waitFor({ state: 'visible' });
};

const watchAgain = async (page: Page): Promise<void> => {
  await seek(page, recorded.from + 45_000);
  await untilRoom(page, (room, from) => room.playhead.now().programTime > from, recorded.from + 45_000);
  await page
    .locator('video')
    .first()
    .hover({ position: { x: 180, y: 240 }, force: true });
  await page.locator('vitrine-player [part~="controls"]').first().waitFor({ state: 'visible' });
};

/** Words of the host's at the top of the chat. */
const announce = async (page: Page): Promise<void> => {
  await host.control({
    op: 'notice',
    text: 'Free delivery until eight this evening, for what was ordered before, too.',
  });
  await page.locator('vitrine-chat [part~="unpin"], vitrine-chat .pinned').first().waitFor({ state: 'visible' });
};

const openRow = async (page: Page): Promise<void> => {
  await page.locator('vitrine-chat .row:not(.order):not(.own)').last().click();
  await page.locator('vitrine-chat .actions').first().waitFor({ state: 'visible' });
};

const openSettings = async (page: Page): Promise<void> => {
  await page.locator('vitrine-chat [part~="settings"]').first().click();
  await page.locator('vitrine-chat-settings [part~="choice"]').first().waitFor({ state: 'visible' });
};

const inMinutes = (count: number): number => Date.now() + count * 60_000;

const states: readonly State[] = [
  { name: 'row-menu-desktop', viewport: desktop, act: openRow },
  { name: 'row-menu-phone', viewport: phone, act: openRow },
  { name: 'chat-settings-desktop', viewport: desktop, act: openSettings },
  { name: 'chat-settings-phone-dark', viewport: phone, dark: true, act: openSettings },
  { name: 'announcement-desktop', viewport: desktop, act: announce },
  { name: 'announcement-phone', viewport: phone, act: announce },
  { name: 'behind-phone', viewport: phone, act: goBack },
  { name: 'replay-phone', viewport: phone, turn: recording, act: watchAgain },
  { name: 'replay-desktop', viewport: desktop, turn: recording, act: watchAgain },
  { name: 'paused-phone', viewport: phone, turn: () => ({ phase: 'paused' }) },
  {
    name: 'interrupted-phone',
    viewport: phone,
    turn: () => ({ phase: 'interrupted', graceUntil: inMinutes(12) }),
  },
  {
    name: 'interrupted-desktop-dark',
    viewport: desktop,
    dark: true,
    turn: () => ({ phase: 'interrupted', graceUntil: inMinutes(12) }),
  },
  {
    name: 'upcoming-phone',
    viewport: phone,
    turn: (url) => ({
      phase: 'upcoming',
      startsAt: inMinutes(95),
      trailer: `${url}/channel/vod/portrait/master.m3u8?from=${recorded.from}&to=${recorded.from + 8000}`,
    }),
  },
  { name: 'ended-phone', viewport: phone, turn: () => ({ phase: 'ended' }) },
  { name: 'ended-desktop', viewport: desktop, turn: () => ({ phase: 'ended' }) },
];

const [, , ...wanted] = process.argv;
const isWanted = ({ name }: { readonly name: string }): boolean => wanted.length === 0 || wanted.includes(name);
const stage = await openStage({ audience: true });

/** (A row on its way in is not there yet; the dot that breathes never ends.) */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ effect, playState }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
  console.log(`${folder}/${name}.png`);
}

for (const { name, path, viewport, dark = false, act } of pictures.filter(isWanted)) {
  const address = path ?? stage.site.server.hostLink('demo').url;
  const { page, context } = await stage.visit(address, { viewport, dark });
  await page.locator('vitrine-room').first().waitFor({ state: 'attached' });
  await untilRoom(page, (room) => room?.store.state.connection.status === 'connected', undefined, 30_000);
  await untilPlayed(page, 1);
  // A talk worth looking at, and the tea that the show is about on camera.
  await untilRoom(
    page,
    (room) => {
      const { chat, catalog } = room.store.state;
      // In her hand from the third second of the loop to the sixth.
      const { programTime, source } = room.playhead.now();
      const second = (programTime % 48_000) / 1000;
      const isHeld = source !== 'frame' || (second > 2.5 && second < 6);
      return chat.rows.length >= 10 && catalog.pinned === 'dancong' && isHeld;
    },
    undefined,
    90_000,
  );
  await act?.(page);
  await take(page, name);
  await context.close();
}

const host = await enterAsHost(stage.site);
let sources: StreamInfo['sources'] | null = null;
for (const { name, viewport, dark = false, turn, act } of states.filter(isWanted)) {
  if (sources) await host.changeStream({ phase: 'live', sources });
  const { page, context } = await stage.visit('/', { viewport, dark });
  await untilPlayed(page, 1);
  await untilRoom(
    page,
    (room, to) => room.store.state.chat.rows.length >= 8 && room.liveEdge() > to,
    recorded.to + 5000,
    90_000,
  );
  sources ??= await inRoom(page, (room) => room.store.state.stream.info?.sources ?? []);
  const change = turn?.(stage.site.url);
  if (change) await host.changeStream(change);
  await untilRoom(page, (room, phase) => room.store.state.stream.info?.phase === phase, change?.phase ?? 'live');
  await act?.(page);
  await untilRoom(page, (room) => room.store.state.catalog.status === 'ready');
  await take(page, name);
  await host.control({ op: 'notice' });
  await context.close();
}
await stage.close();
process.exit(0);
