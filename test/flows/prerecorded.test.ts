// SPDX-License-Identifier: MIT
// A recording that is shown as live: everybody sees the same second of it, what the host does comes at its frame, and it
// can be watched again with all of that in it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { enterAsHost } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { distance, frameMs, sightings, watchPins } from './support/sightings.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

const minute = 60_000;

describe('a recording that is shown as live', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  it('shows everybody the same second, pins at their frame, and is a replay afterwards', async () => {
    const host = await enterAsHost(stage.site);
    const [, , product = ''] = (await host.products()).map(({ id }) => id);
    const span = `from=${Date.now() - 60 * minute}&to=${Date.now() - 55 * minute}`;
    const url = `${stage.site.url}/channel/vod/landscape/master.m3u8?${span}`;
    const list = await (await fetch(url.replace('master.m3u8', '360p/index.m3u8'))).text();
    const recordedAt = Date.parse(/PROGRAM-DATE-TIME:(\S+)/.exec(list)?.[1] ?? '');
    // It is long past, and its dates say so; the show began a while ago.
    const startedAt = Date.now() - minute;
    await host.changeStream({
      phase: 'live',
      isPrerecorded: true,
      startedAt,
      sources: [{ url, orientation: 'landscape' }],
    });
    /** How far the picture at a pin is from the moment it belongs to, in ms, and what it may be. */
    const expectAtFrame = async (page: Page, who: string): Promise<void> => {
      const seen = (await sightings(page)).findLast(({ productId }) => productId === product);
      assert.ok(seen, who);
      const { frame, at, shown, before: earlier } = seen;
      const off = distance(stage, frame, recordedAt + at - startedAt);
      console.log(`prerecorded: ${who} off by ${off} ms`);
      assert.ok(Math.abs(off) <= 250 + Math.max(0, shown - earlier - frameMs), `${who}: ${off} ms`);
    };
    const enter = async () => {
      const visitor = await stage.visit();
      await untilLive(visitor.page);
      await watchPins(visitor.page);
      // Never before the show, and less than the catching up that is done without a jump.
      await untilRoom(visitor.page, (room) => room.playhead.now().source === 'frame');
      const behind = await inRoom(visitor.page, (room) => room.liveEdge() - room.playhead.now().programTime);
      assert.ok(behind > -250 && behind < 4000, `${behind} ms behind`);
      return visitor;
    };
    const early = await enter();
    const late = await enter();
    // A second behind what is on: what the host does comes before its frame.
    for (const { page } of [early, late]) {
      await untilRoom(page, (room) => Math.abs(room.liveEdge() - 1000 - room.playhead.now().programTime) < 300);
    }
    await host.control({ op: 'pin', product });
    for (const { page } of [early, late])
      await untilRoom(page, (room, id) => room.store.state.catalog.pinned === id, product);
    await expectAtFrame(early.page, 'who came early');
    await expectAtFrame(late.page, 'who came late');

    // A viewer may go back, and no further forward than everybody.
    const back = startedAt + 10_000;
    await inRoom(late.page, (room, to) => room.request('player:seek', { to }), back);
    await untilRoom(late.page, (room, to) => Math.abs(room.playhead.now().programTime - to) < 3000, back);
    const reach = await inRoom(late.page, (room) => room.request('player:reach', {}));
    assert.equal(reach?.from, startedAt);
    assert.equal(reach.isBehind, true);
    assert.ok(reach.to <= Date.now() + 250);
    await inRoom(late.page, (room, to) => room.request('player:seek', { to }), Date.now() + minute);
    await untilRoom(late.page, (room) => Math.abs(room.liveEdge() - room.playhead.now().programTime) < 4000);

    await host.changeStream({ phase: 'replay' });
    const again = await stage.visit();
    await untilLive(again.page);
    await watchPins(again.page);
    const at = await inRoom(early.page, (room, id) => room.store.state.catalog.seen[id] ?? 0, product);
    await inRoom(again.page, (room, to) => room.request('player:seek', { to }), at - 1500);
    await untilRoom(again.page, (room, id) => room.store.state.catalog.pinned === id, product);
    await expectAtFrame(again.page, 'who watches again');
    const visitors = [early, late, again];
    assert.deepEqual(
      visitors.flatMap(({ complaints }) => complaints.errors),
      [],
    );
    await Promise.all(visitors.map(({ context }) => context.close()));
  });
});
