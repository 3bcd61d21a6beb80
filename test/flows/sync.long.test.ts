// SPDX-License-Identifier: MIT
// Twenty pins at random moments, for viewers at the live edge, some seconds behind, far back, leaping about, and in a
// recording: each appears with the frame it belongs to, over the loop's discontinuity too.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { reencodedMedia } from '../../examples/channel/scripts/reencode.js';
import type { ChannelOptions } from '../../examples/channel/src/index.js';
import { enterAsHost, type Host } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { distance, frameMs, sightings, watchPins, type Sighting } from './support/sightings.js';
import { openStage, untilLive, type Stage, type Visitor } from './support/stage.js';

const pins = 20;
/** Between two pins, in ms. */
const shortest = 1500;
const longest = 4000;
/** The picture leaps by more than this, in ms, when a viewer seeks. */
const leap = 1500;

/** Media by what they are made of; the demo's own have no B-frames. */
const sets = {
  'without B-frames': (): ChannelOptions => ({}),
  'with B-frames': (): ChannelOptions => ({
    mediaDir: reencodedMedia('vitrine-media-b-frames', [
      { name: '360p', width: 640, height: 360, bitrate: 500, bFrames: 2 },
    ]),
  }),
};

for (const [set, channel] of Object.entries(sets)) twentyPins(set, channel);

function twentyPins(set: string, channel: () => ChannelOptions): void {
  describe(`twenty pins and the picture, ${set}`, () => {
    let stage: Stage;
    let host: Host;
    before(async () => {
      stage = await openStage({ channel: channel() });
      host = await enterAsHost(stage.site);
    });
    after(() => stage.close());

    const goBack = async (page: Page, ms: number): Promise<void> => {
      await inRoom(page, (room, back) => room.request('player:seek', { to: room.liveEdge() - back }), ms);
      await untilRoom(
        page,
        (room, back) => {
          const { programTime, source } = room.playhead.now();
          const behind = room.liveEdge() - programTime;
          return source === 'frame' && Math.abs(behind - back) < 2500;
        },
        ms,
      );
    };

    /** Pins one after the other; resolves with when. */
    async function pinTwenty(meanwhile: () => Promise<void>): Promise<void> {
      const [{ page }] = viewers as [Visitor];
      const products = await inRoom(page, (room) => room.store.state.catalog.products.map(({ id }) => id));
      for (let index = 0; index < pins; index++) {
        await host.control({ op: 'pin', product: products[index % products.length] });
        await Promise.all([pause(shortest + Math.random() * (longest - shortest)), meanwhile()]);
      }
    }

    let viewers: readonly Visitor[] = [];

    const enter = async (count: number): Promise<void> => {
      viewers = [];
      for (let index = 0; index < count; index++) viewers = [...viewers, await stage.visit()];
      await Promise.all(viewers.map(({ page }) => untilLive(page)));
    };

    afterEach(() => Promise.all(viewers.map(({ context }) => context.close())));

    /** Pins that came while the picture ran, and not by a leap to another time. */
    const met = (seen: readonly Sighting[]): Sighting[] =>
      seen.filter(({ at, shown, before }) => before < at && at <= shown + 1 && shown - before < leap);

    function judge(name: string, seen: readonly Sighting[], least: number): void {
      assert.ok(seen.length >= least, `${name}: ${seen.length} pins were seen`);
      const errors = seen.map(({ frame, at, shown, before }) => {
        // A machine that drops frames moves the picture in leaps; the pin can be no more exact than the picture.
        const late = Math.abs(distance(stage, frame, at));
        return Math.max(0, late - Math.max(0, Math.round(shown - before) - frameMs));
      });
      const raw = seen.map(({ frame, at }) => Math.abs(distance(stage, frame, at))).sort((a, b) => a - b);
      errors.sort((a, b) => a - b);
      const [median, worst] = [errors[Math.floor((errors.length - 1) / 2)] ?? 0, errors.at(-1) ?? 0];
      const clock = Math.max(...seen.map(({ frame, shown }) => Math.abs(distance(stage, frame, shown))));
      console.log(
        `${set}, ${name}: ${seen.length} pins, off by ${median} ms (median) and ${worst} ms (worst) beyond the picture's own steps, ` +
          `${raw[Math.floor((raw.length - 1) / 2)]} and ${raw.at(-1)} ms with them; the clock by at most ${clock} ms`,
      );
      assert.ok(median <= frameMs, `${name}: the median is ${median} ms`);
      assert.ok(worst <= 250, `${name}: the worst is ${worst} ms`);
    }

    it('meet at the live edge and eight seconds behind', async () => {
      await enter(2);
      const [edge, behind] = viewers as [Visitor, Visitor];
      await goBack(behind.page, 8000);
      for (const { page } of viewers) await watchPins(page);
      await pinTwenty(() => Promise.resolve());
      for (const [name, { page }] of Object.entries({ edge, behind })) {
        await untilSeen(page, pins);
        judge(name, met(await sightings(page)), pins);
      }
    });

    it('meet far back in the window, and for a viewer who leaps about', async () => {
      await enter(2);
      const [back, leaping] = viewers as [Visitor, Visitor];
      await goBack(back.page, 25_000);
      for (const { page } of viewers) await watchPins(page);
      let turn = 0;
      await pinTwenty(async () => {
        // Every other pin from another distance.
        if (turn++ % 2 === 0) await goBack(leaping.page, 3000 + Math.random() * 12_000);
      });
      await untilSeen(back.page, pins);
      judge('back', met(await sightings(back.page)), pins);
      judge('leaping', met(await sightings(leaping.page)), pins / 2);
    });

    it('meet in a recording of the show, from its start to its end', async () => {
      await enter(1);
      const [witness] = viewers as [Visitor];
      const from = await inRoom(witness.page, (room) => Math.floor(room.liveEdge()));
      await pinTwenty(() => Promise.resolve());
      const to = await inRoom(witness.page, (room) => Math.ceil(room.liveEdge()) + 2000);
      await untilRoom(witness.page, (room, then) => room.liveEdge() > then, to);
      const live = await inRoom(witness.page, (room) => room.store.state.stream.info?.sources[0]?.url ?? '');
      const url = live.replace(/\/live\/.*/, `/vod/landscape/master.m3u8?from=${from}&to=${to}`);
      await host.changeStream({ phase: 'replay', sources: [{ url, orientation: 'landscape' }] });

      const viewer = await stage.visit();
      viewers = [witness, viewer];
      await untilLive(viewer.page);
      await untilRoom(viewer.page, (room, count) => room.store.state.catalog.shown.length >= count, pins);
      await inRoom(viewer.page, (room, start) => room.request('player:seek', { to: start }), from);
      await untilRoom(viewer.page, (room, start) => room.playhead.now().programTime < start + 1000, from);
      await watchPins(viewer.page);
      await untilSeen(viewer.page, pins - 1, to - from + 60_000);
      // (The first of them may have come before anybody looked.)
      judge('recording', met(await sightings(viewer.page)), pins - 1);
    });

    /** Waits until so many pins have been told, however the picture came to them. */
    async function untilSeen(page: Page, count: number, patience = 60_000): Promise<void> {
      const end = Date.now() + patience;
      for (;;) {
        const told = new Set((await sightings(page)).map(({ at }) => at)).size;
        if (told >= count) return;
        assert.ok(Date.now() < end, `Only ${told} pins came.`);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
      }
    }
  });
}
