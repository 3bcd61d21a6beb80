// SPDX-License-Identifier: MIT
// Eight hours of a live show, at sixteen times its speed: a page that stays open holds no more at the end than after three
// of them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { reencodedMedia } from '../../examples/channel/scripts/reencode.js';
import { haste } from './support/haste.js';
import { Holdings, type Stock } from './support/holdings.js';
import { inRoom, untilRoom } from './support/room.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

/** What V8 makes of code that runs often lies on the heap too, and is there sooner or later: not what the page holds. */
const interpreted = ['--js-flags=--no-opt --no-maglev --no-sparkplug'];
const factor = 16;
const hours = 8;
const hour = 3_600_000;
/** By then the page has all that it keeps of a show: a chat remembers the ids of its last 4000 messages. */
const filled = 3;

/** How much more there may be after the last hour than once it is filled. */
const bounds: Readonly<Record<keyof Stock, number>> = {
  // Beside the rows of the chat. One more for each message would be 7000, a tick of the scrubber each minute 300.
  nodes: 200,
  listeners: 40,
  documents: 0,
  // Ten bytes for each frame that was shown come to 4.5 MB, and one segment kept to 100 kB.
  heap: 1_000_000,
};

/** How many nodes the rows of the chat have: rows are long and short, and a few more or less. */
const inRows = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const chat = document.querySelector('vitrine-room')?.shadowRoot?.querySelector('vitrine-chat')?.shadowRoot;
    let count = 0;
    for (const row of chat?.querySelectorAll('.row') ?? []) {
      const nodes = document.createNodeIterator(row);
      while (nodes.nextNode()) count++;
    }
    return count;
  });

describe('a page that stays open', () => {
  const fast = haste(factor);
  let stage: Stage;
  before(async () => {
    // Small pictures: what takes the time is to decode four hundred of them a second.
    const mediaDir = reencodedMedia('vitrine-media-small', [{ name: '360p', width: 160, height: 90, bitrate: 60 }]);
    stage = await openStage({ channel: { ...fast.channel, mediaDir } }, interpreted);
  });
  after(() => stage.close());

  it(`holds no more after ${hours} hours of a live show than once it is filled`, async () => {
    let watched: Holdings | undefined;
    const { page, context, complaints } = await stage.visit('/empty', {
      before: async (fresh) => {
        await fast.quicken(fresh);
        watched = await Holdings.of(fresh);
      },
    });
    const holdings = watched as Holdings;
    await page.waitForFunction(() => customElements.get('vitrine-room') !== undefined);
    // The demo adapter talks, pins and polls in the page, so its show is as fast as the rest.
    await page.evaluate(() => {
      const room = document.createElement('vitrine-room');
      const given = { room: 'demo', adapter: 'demo', 'data-media-url': '/media' };
      for (const [name, value] of Object.entries(given)) room.setAttribute(name, value);
      room.setAttribute('data-stream-url', '/channel/plain/landscape/master.m3u8');
      document.body.append(room);
    });
    await untilLive(page);
    const began = await page.evaluate(() => Date.now());
    const stocks: Stock[] = [];
    for (let passed = 1; passed <= hours; passed++) {
      await untilRoom(page, (room, then) => room.clock.now() >= then, began + passed * hour, (2 * hour) / factor);
      // It is a live show that is watched, not a picture that stands still. (At this speed it waits for media at times.)
      await untilRoom(page, ({ playhead }) => {
        const { programTime, source } = playhead.now();
        return source === 'frame' && Date.now() - programTime < 60_000;
      });
      // (Rows that have just left are counted until the list is drawn again.)
      const looks: Stock[] = [];
      for (let look = 0; look < 3; look++) looks.push(await holdings.stock(() => inRows(page)));
      const stock = looks.reduce((least, one) => (one.nodes < least.nodes ? one : least));
      const rows = await inRoom(page, (room) => room.store.state.chat.total);
      console.log(`hour ${passed}: ${JSON.stringify(stock)}, ${rows} messages`);
      stocks.push(stock);
    }
    const first = stocks[filled - 1];
    const last = stocks.at(-1);
    assert.ok(first && last);
    for (const [what, bound] of Object.entries(bounds) as [keyof Stock, number][]) {
      const more = last[what] - first[what];
      assert.ok(
        more <= bound,
        `${more} more ${what} after ${hours} hours than after ${filled}: ${first[what]} → ${last[what]}`,
      );
    }
    assert.deepEqual(complaints, { errors: [], violations: [] });
    await context.close();
  });
});
