// SPDX-License-Identifier: MIT
import { EarlySource } from './early-source.js';
import type { StartEngine } from './engine.js';
import { lightLibrary } from './library.js';
import { distanceBehind, openingVariant } from './opening.js';
import { Prefetch } from './prefetch.js';

const loadHls = (): Promise<typeof import('./hls.js')> => import('./hls.js');
const loadNative = (): Promise<typeof import('./native.js')> => import('./native.js');

/** Whether this browser can be fed media by hand. */
function canFeedMedia(): boolean {
  return 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis;
}

/** Fetches what will play a stream, before the stream is known. */
export function preloadEngine(): void {
  // The light build is right for most streams: it is not made to wait for the list that tells.
  const loading = canFeedMedia() ? [loadHls(), lightLibrary()] : [loadNative()];
  for (const one of loading) one.catch(() => undefined);
}

/**
 * Media fed by hand wherever the browser takes it: browsers that play HLS by themselves as well drift from the live edge
 * and do not come back from an outage. Only one of the two is ever started, so no stream is downloaded twice. What the
 * first picture needs is asked for at once, beside the code that will play it.
 */
export const startEngine: StartEngine = async (asked) => {
  // (Where that part cannot be had, the smallest picture is played instead.)
  const options =
    asked.quality === 'audio'
      ? await import('./sound-alone.js').then(
          (part) => part.soundAlone(asked),
          () => asked,
        )
      : asked;
  const { url, ladder, signal, lowLatency, video } = options;
  const byHand = canFeedMedia();
  const prefetch = byHand
    ? new Prefetch({
        url,
        ladder,
        signal,
        lowLatency,
        choose: (variants) => openingVariant(variants, options),
        behind: (list) => distanceBehind(list, lowLatency),
      })
    : null;
  preloadEngine();
  const source = byHand ? new EarlySource(video, signal) : null;
  for (;;) {
    try {
      if (!prefetch || !source) return new (await loadNative()).NativeEngine(options);
      return new (await loadHls()).HlsEngine(options, prefetch, source);
    } catch {
      await ladder.failed('master', url, 0, signal);
    }
  }
};
