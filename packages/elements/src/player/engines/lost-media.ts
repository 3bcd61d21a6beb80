// SPDX-License-Identifier: MIT
import type { Fragment } from 'hls.js';

/** Seconds behind a break at which to go on. */
const beyond = 0.1;

/**
 * Media that was appended and is not there. WebKit's GStreamer port drops what comes after timestamps have leapt back,
 * without an error: nothing grows, and the picture stands at the break. hls.js tries some times and then takes the
 * segment for a gap, to be stepped over for ever.
 */
export class LostMedia {
  readonly #video: HTMLVideoElement;
  readonly #lost = new Set<Fragment>();

  constructor(video: HTMLVideoElement) {
    this.#video = video;
  }

  /** A segment of which nothing arrived. */
  add(segment: Fragment): void {
    this.#lost.add(segment);
  }

  /** Where the first begins before which the picture stands. (Some arrive when they are tried again.) */
  get near(): number | null {
    const { buffered, currentTime } = this.#video;
    for (const { start } of this.#lost) {
      let isThere = false;
      for (let index = 0; index < buffered.length; index++)
        isThere ||= buffered.start(index) <= start + beyond && start + beyond < buffered.end(index);
      if (!isThere && Math.abs(start - currentTime) <= 1) return start;
    }
    return null;
  }

  /**
   * Goes on behind the break: the same media in the same order would be lost again. It is no gap any more.
   * @param forgive is given, as a module that both import would cost every viewer a request more
   */
  stepOver(segments: readonly Fragment[], forgive: (segment: Fragment) => void): void {
    const { near } = this;
    if (near !== null) this.#video.currentTime = near + beyond;
    for (const segment of [...this.#lost, ...segments]) forgive(segment);
    this.#lost.clear();
  }
}
