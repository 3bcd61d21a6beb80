// SPDX-License-Identifier: MIT
// Which frame is on the screen when a pin appears: read from the picture, where every frame carries its number.
import { readFileSync } from 'node:fs';
import type { Room } from '@vitrine/core';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { inRoom } from './room.js';
import type { Stage } from './stage.js';

const framesInLoop = 1200;
export const frameMs = 40;

export interface Sighting {
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
export async function watchPins(page: Page): Promise<void> {
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
      // Once for nothing: the first picture that is read takes long, and the one on the screen goes on meanwhile.
      const watched = element.shadowRoot?.querySelector('vitrine-player') ?? document.querySelector('vitrine-player');
      const picture = watched?.shadowRoot?.querySelector('video') as HTMLVideoElement;
      canvas.width = picture.videoWidth;
      canvas.height = picture.videoHeight;
      const ready = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
      ready.drawImage(picture, 0, 0);
      const shape = canvas.width > canvas.height ? 'landscape' : 'portrait';
      told.readStamp(
        ready.getImageData(0, 0, canvas.width, canvas.height),
        (compositions as Record<string, unknown>)[shape],
      );
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

export const sightings = (page: Page): Promise<Sighting[]> =>
  page.evaluate(() => (globalThis as unknown as { sightings: Sighting[] }).sightings);

/** How far a frame on the screen is from a moment of the show, in ms, over the loop's end too. */
export function distance(stage: Stage, frame: number | null, moment: number): number {
  if (frame === null) throw new Error('The frame number could not be read from the picture.');
  const difference = (frame - stage.site.channel.frameAt(moment) + framesInLoop * 1.5) % framesInLoop;
  return (difference - framesInLoop / 2) * frameMs;
}
