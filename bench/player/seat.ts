// SPDX-License-Identifier: MIT
// Runs in a page of the bench: finds the video wherever it is, and notes when it shows a frame and which one.
import { readStamp, type StampLayout } from '../../examples/channel/src/stamp.js';

/** What was on the screen; times in epoch ms. */
export interface Seen {
  /** When each frame was presented. */
  readonly frames: number[];
  /** When a frame was read, and the number that it carries. */
  readonly stamps: (readonly [at: number, frame: number])[];
  /** Of all tasks longer than 50 ms, in ms. */
  longTasks: number;
}

declare global {
  var seen: Seen;
}

/** How often a number is read from the picture, in ms. */
const readEvery = 500;

/** Begins to watch; a player may put another video in the place of its first. */
export function sitDown(layout: StampLayout): void {
  const seen: Seen = (globalThis.seen = { frames: [], stamps: [], longTasks: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks += duration;
  }).observe({ type: 'longtask', buffered: true });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const watched = new WeakSet<HTMLVideoElement>();
  let read = 0;
  const watch = (video: HTMLVideoElement): void => {
    watched.add(video);
    const frame = (): void => {
      video.requestVideoFrameCallback(frame);
      const now = Date.now();
      seen.frames.push(now);
      if (now - read < readEvery || !context) return;
      read = now;
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      context.drawImage(video, 0, 0);
      const number = readStamp(context.getImageData(0, 0, canvas.width, canvas.height), layout);
      if (number !== null) seen.stamps.push([now, number]);
    };
    video.requestVideoFrameCallback(frame);
  };
  setInterval(() => {
    const roots: ParentNode[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element instanceof HTMLVideoElement && !watched.has(element)) watch(element);
      }
    }
  }, 250);
}
