// SPDX-License-Identifier: MIT
import type { Playback } from '../playback.js';
import type { FrameClock } from '../upkeep/frame-clock.js';
import { targetOf } from './target.js';

/**
 * Media that is fed by hand cannot leave this device, and says so. An address beside it can: WebKit takes it when a screen
 * is chosen, and loads nothing of it before. No other browser is given one: Chromium plays such lists as well, and would
 * begin to load the stream a second time.
 */
function offerAddress(video: HTMLVideoElement, url: string): void {
  const [fed, other] = video.querySelectorAll('source');
  if (!fed?.src.startsWith('blob:') || other) return;
  const source = document.createElement('source');
  source.type = 'application/vnd.apple.mpegurl';
  source.src = url;
  video.append(source);
  video.disableRemotePlayback = false;
}

/** Looks for other screens, and fetches what plays there with the first that is found. */
export function lookOut(playback: Playback, clock: FrameClock, signal: AbortSignal): void {
  const { video } = playback;
  const target = targetOf(video);
  if (!target) return;
  let isFound = false;
  const heard = async (): Promise<void> => {
    if (!isFound && target.state === 'disconnected' && !playback.remote) return;
    // (Where it cannot be had it is asked for again with the next news.)
    const part = await import('./remote.js').catch(() => null);
    if (!part || signal.aborted) return;
    playback.remote ??= new part.Remote(playback, target, clock, signal);
    playback.remote.look(isFound);
  };
  if (target.needsAddress) {
    const offer = (): void => offerAddress(video, playback.sources.attempt?.url ?? '');
    // hls.js takes it away with its own source, and forbids other screens again.
    video.addEventListener('loadeddata', offer, { signal });
    offer();
  }
  const found = (isThere: boolean): void => {
    isFound = isThere;
    void heard();
  };
  target.watch({ found, moved: () => void heard() }, signal);
}
