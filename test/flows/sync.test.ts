// SPDX-License-Identifier: MIT
// A pin appears with the frame it belongs to, whatever the viewer's delay: read from the picture, where every frame
// carries its number.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enterAsHost, type Host } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { distance, frameMs, sightings, watchPins } from './support/sightings.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

describe('a pin and the picture', () => {
  let stage: Stage;
  let host: Host;
  before(async () => {
    stage = await openStage();
    host = await enterAsHost(stage.site);
  });
  after(() => stage.close());

  it("meet at the viewer's frame, at the live edge and eight seconds behind", async () => {
    const edge = await stage.visit();
    const behind = await stage.visit();
    await Promise.all([edge, behind].map(({ page }) => untilLive(page)));
    await inRoom(behind.page, (room) => room.request('player:seek', { to: room.playhead.now().programTime - 8000 }));
    await untilRoom(behind.page, (room) => {
      const { programTime, source } = room.playhead.now();
      return source === 'frame' && room.liveEdge() - programTime > 8000;
    });
    await Promise.all([edge, behind].map(({ page }) => watchPins(page)));
    const products = await inRoom(edge.page, (room) =>
      room.store.state.catalog.products.slice(0, 4).map(({ id }) => id),
    );
    for (const product of products) {
      await host.control({ op: 'pin', product });
      for (const { page } of [edge, behind]) {
        await untilRoom(page, (room, id) => room.store.state.catalog.pinned === id, product);
      }
    }
    for (const [name, { page, complaints }] of Object.entries({ edge, behind })) {
      const seen = (await sightings(page))
        .filter(({ productId }) => products.includes(productId))
        .slice(-products.length);
      assert.deepEqual(
        seen.map(({ productId }) => productId),
        products,
      );
      const clock = seen.map(({ frame, shown }) => distance(stage, frame, shown));
      const errors = seen.map(({ frame, at }) => distance(stage, frame, at));
      const skips = seen.map(({ shown, before }) => Math.round(shown - before));
      console.log(`${name}: pins off by ${errors} ms; the clock by ${clock} ms; the picture moved by ${skips} ms`);
      for (const [index, { at, shown, before }] of seen.entries()) {
        // The clock tells the frame that is on the screen, give or take the one that is being painted.
        assert.ok(Math.abs(clock[index] as number) <= frameMs, `${name}: the clock is off by ${clock[index]} ms`);
        // The pin comes with the first frame painted from its moment on.
        assert.ok(before < at && at <= shown + 1, `${name}: shown at ${shown} after ${before}, for ${at}`);
        // A machine that drops frames moves the picture in leaps; the pin can be no more exact than the picture.
        const leap = Math.max(0, (skips[index] as number) - frameMs);
        assert.ok(Math.abs(errors[index] as number) <= 250 + leap, `${name}: ${errors[index]} ms`);
      }
      const sorted = errors.map((error, index) =>
        Math.max(0, Math.abs(error) - Math.max(0, (skips[index] as number) - frameMs)),
      );
      sorted.sort((a, b) => a - b);
      assert.ok((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) <= frameMs, `${name}: median of ${sorted}`);
      assert.deepEqual(complaints.errors, []);
    }
  });
});
