// SPDX-License-Identifier: MIT

/**
 * A media source that opens while the engine is still on its way: a browser takes about a tenth of a second for its first.
 * (Not where it manages the source: that one opens only as one of several.)
 */
export class EarlySource {
  #source: MediaSource | null = null;

  constructor(video: HTMLVideoElement, signal: AbortSignal) {
    if ('ManagedMediaSource' in globalThis) return;
    this.#source = new MediaSource();
    const url = (video.src = URL.createObjectURL(this.#source));
    const close = (): void => {
      if (!this.take()) return;
      URL.revokeObjectURL(url);
      video.removeAttribute('src');
      video.load();
    };
    signal.addEventListener('abort', close, { once: true });
  }

  /** Gives it away; whoever takes it closes it. */
  take(): MediaSource | null {
    const source = this.#source;
    this.#source = null;
    return source;
  }
}
