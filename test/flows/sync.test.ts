// SPDX-License-Identifier: MIT
// A pin appears with the frame it belongs to, whatever the viewer's delay: read from the picture, where every frame
// carries its number.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Room } from '@vitrine/core';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { enterAsHost, type Host } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

const framesInLoop = 1200;
const frameMs = 40;

interface Sighting {
  readonly productId: string;
  /** The moment of the show the pin belongs to. */
  readonly at: number;
  /** The frame on the screen when the pin appeared, as its stamp says. */
  readonly frame: number | null;
  /** The moment the player says is on the screen, and the one it said for the frame before. */
  readonly shown: number;
  readonly before: number;
}

/** Notes the number of the frame on the screen at each pin. */
async function watchPins(page: Page): Promise<void> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { readStamp } from './examples/channel/src/stamp.ts'; globalThis.readStamp = readStamp;`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  const layouts = JSON.parse(readFileSync('examples/channel/media/stamp.json', 'utf8')) as { compositions: unknown };
  await page.evaluate(outputFiles[0]?.text ?? '');
  await inRoom(
    page,
    (room: Room, compositions) => {
      const told = globalThis as unknown as {
        sightings: Sighting[];
        readStamp(pixels: ImageData, layout: unknown): number | null;
      };
      told.sightings = [];
      const element = document.querySelector('vitrine-room') as HTMLElement;
      const canvas = document.createElement('canvas');
      let before = room.playhead.now().programTime;
      room.bus.on(
        'product:pinned',
        ({ productId, at }) => {
          const player =
            element.shadowRoot?.querySelector('vitrine-player') ?? document.querySelector('vitrine-player');
          const video = player?.shadowRoot?.querySelector('video') as HTMLVideoElement;
          canvas.width = video.videoWidth;
          canvas.height = video.videoHeight;
          const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
          context.drawImage(video, 0, 0);
          const layout = (compositions as Record<string, unknown>)[
            video.videoWidth > video.videoHeight ? 'landscape' : 'portrait'
          ];
          const frame = told.readStamp(context.getImageData(0, 0, canvas.width, canvas.height), layout);
          told.sightings.push({ productId, at, frame, shown: room.playhead.now().programTime, before });
        },
        { signal: room.signal },
      );
      // After the room's own listener: when a pin is told, this still holds the frame before.
      room.playhead.onMove(() => (before = room.playhead.now().programTime), { signal: room.signal });
    },
    layouts.compositions,
  );
}

const sightings = (page: Page): Promise<Sighting[]> =>
  page.evaluate(() => (globalThis as unknown as { sightings: Sighting[] }).sightings);

/** How far a frame on the screen is from a moment of the show, in ms, over the loop's end too. */
function distance(stage: Stage, frame: number | null, moment: number): number {
  if (frame === null) throw new Error('The frame number could not be read from the picture.');
  const difference = (frame - stage.site.channel.frameAt(moment) + framesInLoop * 1.5) % framesInLoop;
  return (difference - framesInLoop / 2) * frameMs;
}

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
