// SPDX-License-Identifier: MIT
// A show that is over and can be watched again: what was on camera appears with its frame, from the start, after a seek,
// and for a viewer who was there.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enterAsHost } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { distance, frameMs, sightings, watchPins } from './support/sightings.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

describe('a show that is watched again', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  it('shows each product at its frame, and every one on the way', async () => {
    const host = await enterAsHost(stage.site);
    const witness = await stage.visit();
    await untilLive(witness.page);
    const products = await inRoom(witness.page, (room) =>
      room.store.state.catalog.products.slice(1, 4).map(({ id }) => id),
    );
    const began = await inRoom(witness.page, (room) => room.liveEdge());
    const moments: number[] = [];
    for (const product of products) {
      const passed = moments.at(-1) ?? began;
      await untilRoom(witness.page, (room, then) => room.liveEdge() > then + 3000, passed);
      await host.control({ op: 'pin', product });
      await untilRoom(witness.page, (room, id) => room.store.state.catalog.pinned === id, product);
      moments.push(await inRoom(witness.page, (room, id) => room.store.state.catalog.seen[id] ?? 0, product));
    }
    const [first = 0, second = 0, last = 0] = moments;
    await untilRoom(witness.page, (room, then) => room.liveEdge() > then + 4000, last);

    const span = `from=${Math.floor(began)}&to=${Math.floor(last + 3000)}`;
    const url = await inRoom(witness.page, (room) => room.store.state.stream.info?.sources[0]?.url ?? '');
    const recorded = url.replace(/\/live\/.*/, `/vod/landscape/master.m3u8?${span}`);
    await host.changeStream({
      phase: 'replay',
      sources: [
        { url: recorded, orientation: 'landscape', label: 'Table' },
        { url: `${recorded}&camera=hands`, orientation: 'landscape', label: 'Hands' },
      ],
    });
    // Who was there is led to the recording, and finds all in it.
    await untilRoom(
      witness.page,
      (room, to) => {
        const { programTime, source } = room.playhead.now();
        return room.store.state.stream.info?.phase === 'replay' && source === 'frame' && programTime < to;
      },
      last,
    );

    const { page, complaints } = await stage.visit();
    await untilLive(page);
    await untilRoom(page, (room) => room.store.state.catalog.shown.length >= 3);
    await watchPins(page);
    await inRoom(page, (room, to) => room.request('player:seek', { to }), first - 2000);
    await untilRoom(page, (room, to) => room.playhead.now().programTime < to, first);
    await untilRoom(page, (room, id) => room.store.state.catalog.pinned === id, products[2], 60_000);
    // (Some may have been passed before the seek.)
    const seen = (await sightings(page)).filter(({ productId }) => products.includes(productId)).slice(-3);
    assert.deepEqual(
      seen.map(({ productId }) => productId),
      products,
    );
    const errors = seen.map(({ frame, at }) => distance(stage, frame, at));
    console.log(`replay: pins off by ${errors} ms`);
    for (const [index, { shown, before: earlier }] of seen.entries()) {
      const leap = Math.max(0, shown - earlier - frameMs);
      assert.ok(Math.abs(errors[index] as number) <= 250 + leap, `${errors[index]} ms`);
    }

    for (const [to, at] of [
      [second + 500, 1],
      [first + 500, 0],
      [last + 500, 2],
    ] as const) {
      await inRoom(page, (room, moment) => room.request('player:seek', { to: moment }), to);
      await untilRoom(page, (room, id) => room.store.state.catalog.pinned === id, products[at]);
    }
    // Another camera goes on at the same moment.
    await page.locator('vitrine-player').evaluate(
      (element: HTMLElement & { video: HTMLVideoElement; setCamera(camera: string): void }) =>
        new Promise<void>((resolve) => {
          const { video } = element;
          video.addEventListener(
            'loadeddata',
            () => video.addEventListener('timeupdate', () => video.seeking || resolve()),
            { once: true },
          );
          element.setCamera('Hands');
        }),
    );
    await untilRoom(page, (room) => room.playhead.now().source === 'frame');
    const moment = await inRoom(page, (room) => room.playhead.now().programTime);
    assert.ok(moment > last && moment <= last + 5000, `${moment - last} ms after the last pin`);
    await inRoom(page, (room, to) => room.request('player:seek', { to }), first - 1500);
    await untilRoom(page, (room, id) => room.store.state.catalog.pinned !== id, products[2]);
    assert.ok(!products.includes((await inRoom(page, (room) => room.store.state.catalog.pinned)) ?? ''));
    for (const { errors: thrown } of [complaints, witness.complaints]) assert.deepEqual(thrown, []);
    await Promise.all([page.context().close(), witness.context.close()]);
  });
});
