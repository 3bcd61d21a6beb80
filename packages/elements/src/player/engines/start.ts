// SPDX-License-Identifier: MIT
import { EarlySource } from './early-source.js';
import type { StartEngine } from './engine.js';
import { lightLibrary } from './library.js';
import { distanceBehind, openingVariant } from './opening.js';
import { lengthOf } from './playlist.js';
import { Prefetch } from './prefetch.js';

const loadHls = (): Promise<typeof import('./hls.js')> => import('./hls.js');
const loadHeadStart = (): Promise<typeof import('./head-start.js')> => import('./head-start.js');
const loadPrerecorded = (): Promise<typeof import('./prerecorded.js')> => import('./prerecorded.js');
const loadNative = (): Promise<typeof import('./native.js')> => import('./native.js');

/** Whether this browser can be fed media by hand. */
function canFeedMedia(): boolean {
  return 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis;
}

/** Fetches what will play a stream, before the stream is known. */
export function preloadEngine(): void {
  // The light build is right for most streams: it is not made to wait for the list that tells.
  const loading = canFeedMedia() ? [loadHls(), loadHeadStart(), lightLibrary()] : [loadNative()];
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
  const { url, ladder, signal, lowLatency, video, room } = options;
  const insist = async <T>(load: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await load();
      } catch {
        await ladder.failed('master', url, 0, signal);
      }
    }
  };
  const show = room?.store.state.stream.info?.isPrerecorded ? (await insist(loadPrerecorded)).showIn(room) : null;
  const byHand = canFeedMedia();
  const prefetch = byHand
    ? new Prefetch({
        url,
        ladder,
        signal,
        lowLatency,
        choose: (variants) => openingVariant(variants, { size: options.size(), quality: options.quality }),
        behind: (list) => (list.isLive ? distanceBehind(list, lowLatency) : (show?.behind(lengthOf(list)) ?? Infinity)),
      })
    : null;
  const source = byHand ? new EarlySource(video, signal) : null;
  if (prefetch && source?.media && !options.isResumed)
    source.begun = loadHeadStart().then(
      (part) => part.takeHeadStart(source, prefetch, options),
      () => undefined,
    );
  else preloadEngine();
  const engine =
    prefetch && source
      ? new (await insist(loadHls)).HlsEngine(options, prefetch, source)
      : new (await insist(loadNative)).NativeEngine(options);
  return show?.play(engine, video) ?? engine;
};
