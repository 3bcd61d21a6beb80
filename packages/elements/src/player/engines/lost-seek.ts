// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import { mediaAhead } from '../live-edge.js';

/** A seek to media that is there arrives sooner than this; one that was made again may take twice as long. */
const arrival: Ms = 500;
const slowest: Ms = 8000;

/**
 * Makes a seek again that does not arrive although its media is there. WebKit's GStreamer port loses one that is made
 * while it prepares its first picture, as where a live stream is joined or a gap before the first picture is stepped
 * over, and would stand there for ever.
 */
export function mendLostSeeks(video: HTMLVideoElement, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = arrival;
  const watch = (): void => {
    clearTimeout(timer);
    const hadMedia = mediaAhead(video) > 0;
    timer = setTimeout(() => {
      if (!video.seeking) return;
      if (!hadMedia || mediaAhead(video) === 0) return watch();
      wait = Math.min(wait * 2, slowest);
      // (The video tells of it as of any other, so it is watched too.)
      const { currentTime } = video;
      video.currentTime = currentTime;
    }, wait);
  };
  const end = (): void => {
    clearTimeout(timer);
    wait = arrival;
  };
  video.addEventListener('seeking', watch, { signal });
  for (const name of ['seeked', 'emptied']) video.addEventListener(name, end, { signal });
  signal.addEventListener('abort', end, { once: true });
}
