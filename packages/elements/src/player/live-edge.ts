// SPDX-License-Identifier: MIT
import type { Engine } from './engines/engine.js';

/** A window shorter than this, in seconds, is a buffer and not something to rewind in. */
const shortestRewind = 60;

/** Seconds behind the live position at which a viewer who went back is not live any more. */
const behindAfter = 5;

/** Browsers step over a hole as small as this by themselves, in seconds. */
const hole = 0.1;

/** Seconds of media that lie ahead of a video's place without a hole; 0 where there is none. */
export function mediaAhead({ buffered, currentTime }: HTMLVideoElement): number {
  for (let index = 0; index < buffered.length; index++) {
    if (buffered.start(index) <= currentTime + hole && buffered.end(index) > currentTime)
      return buffered.end(index) - currentTime;
  }
  return 0;
}

/** Where a picture is, as seen from where the show is. */
export class LiveEdge {
  /** Whether the viewer wants to be where the show is; not after they went back, until they return. */
  follows = true;
  readonly #video: HTMLVideoElement;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
  }

  /** Seconds behind the live position; null when it is not live. */
  behind(engine: Engine | null): number | null {
    const position = engine?.livePosition ?? null;
    return position === null ? null : position - this.#video.currentTime;
  }

  /** Whether the viewer has left it. */
  isBehind(engine: Engine | null): boolean {
    return !this.follows && (this.behind(engine) ?? 0) > behindAfter;
  }

  canRewind(engine: Engine | null): boolean {
    const window = engine?.window;
    return window != null && (!engine?.isLive || window.end - window.start >= shortestRewind);
  }

  jump(engine: Engine): void {
    const position = engine.livePosition;
    if (position === null) return;
    this.follows = true;
    this.#video.currentTime = position;
  }
}
