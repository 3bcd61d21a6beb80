// SPDX-License-Identifier: MIT
import type { ProgramTime } from '@vitrine/core';
import type { MediaAttachingData } from 'hls.js';

/**
 * A media source that opens while the engine is still on its way: a browser takes about a tenth of a second for its first.
 * (Not where it manages the source: that one opens only as one of several.)
 */
export class EarlySource {
  /** What is to be handed over; null where there is nothing, or not any more. */
  media: (MediaAttachingData & { readonly mediaSource: MediaSource }) | null = null;
  /** Resolves when the first picture is on its way, or left to the engine: until then the line is all its own. */
  begun: Promise<unknown> = Promise.resolve();
  /** The program date-time of second 0 of what was appended already. */
  began: ProgramTime | null = null;
  readonly #video: HTMLVideoElement;

  constructor(video: HTMLVideoElement, signal: AbortSignal) {
    this.#video = video;
    if ('ManagedMediaSource' in globalThis) return;
    const mediaSource = new MediaSource();
    this.media = { media: video, mediaSource };
    video.src = URL.createObjectURL(mediaSource);
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  /** Gives it away; whoever takes it closes it. */
  take(): MediaAttachingData | null {
    const { media } = this;
    this.media = null;
    return media;
  }

  /** It is not wanted any more, or good for nothing. */
  close(): void {
    const video = this.#video;
    if (!this.take()) return;
    URL.revokeObjectURL(video.src);
    video.removeAttribute('src');
    video.load();
  }
}
