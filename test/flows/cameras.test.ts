// SPDX-License-Identifier: MIT
// A show with two cameras: a viewer goes from one to the other and misses nothing of the show.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { enterAsHost } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

/** How far this viewer's frame is behind the show, in ms. */
const behind = (page: Page): Promise<number> =>
  inRoom(page, (room) => room.liveEdge() - room.playhead.now().programTime);

describe('the cameras of a show', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  it('show the same moment, live and further back', async () => {
    const host = await enterAsHost(stage.site);
    const { page, context, complaints } = await stage.visit();
    await untilLive(page);
    const url = await inRoom(
      page,
      (room) => room.store.state.stream.info?.sources.find(({ orientation }) => orientation === 'landscape')?.url ?? '',
    );
    const hands = `${url}?camera=hands`;
    await host.changeStream({
      sources: [
        { url, orientation: 'landscape', label: 'Table' },
        { url: hands, orientation: 'landscape', label: 'Hands' },
      ],
    });
    await untilRoom(page, (room) => room.store.state.stream.info?.sources[1]?.label === 'Hands');
    const player = page.locator('vitrine-player');
    const choose = async (camera: string): Promise<void> => {
      const came = player.evaluate(
        (element: HTMLElement & { video: HTMLVideoElement }) =>
          new Promise<void>((resolve) => {
            const { video } = element;
            video.addEventListener(
              'loadeddata',
              () => video.addEventListener('timeupdate', () => video.seeking || resolve()),
              { once: true },
            );
          }),
      );
      await page.mouse.move(400, 400);
      await player.getByRole('button', { name: 'Settings' }).click();
      await player.getByRole('menuitemradio', { name: camera }).click();
      await page.keyboard.press('Escape');
      await came;
      await untilRoom(page, (room) => room.playhead.now().source === 'frame');
    };

    const live = await behind(page);
    await choose('Hands');
    const after = await behind(page);
    assert.ok(Math.abs(after - live) < 2000, `live: ${live} ms behind, then ${after} ms`);

    await inRoom(page, (room) => room.bus.request('player:seek', { to: room.playhead.now().programTime - 20_000 }));
    await untilRoom(page, (room) => {
      const { programTime, source } = room.playhead.now();
      return source === 'frame' && room.liveEdge() - programTime > 15_000;
    });
    const back = await behind(page);
    await choose('Table');
    const there = await behind(page);
    // (The picture stands while the other comes.)
    assert.ok(there - back > -500 && there - back < 5000, `further back: ${back} ms behind, then ${there} ms`);
    assert.deepEqual(complaints.errors, []);
    await context.close();
  });
});
