// SPDX-License-Identifier: MIT

/** Seconds behind a break at which to go on. */
const beyond = 0.1;

/**
 * Media that was appended and is not there. WebKit's GStreamer port drops what comes after timestamps have leapt back,
 * without an error: nothing grows, and the picture stands at the break.
 */
export class LostMedia {
  readonly #video: HTMLVideoElement;
  /** Where the first piece begins that did not arrive. */
  #at: number | null = null;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
  }

  /** Whether the picture stands before it. */
  get isNear(): boolean {
    return this.#at !== null && Math.abs(this.#at - this.#video.currentTime) <= 1;
  }

  /** A piece was appended: looks whether it is there. */
  look({ start, duration }: { readonly start: number; readonly duration: number }): void {
    const { buffered, currentTime } = this.#video;
    const middle = start + duration / 2;
    let isThere = middle < currentTime;
    for (let index = 0; index < buffered.length; index++)
      isThere ||= buffered.start(index) <= middle && middle <= buffered.end(index);
    this.#at = isThere ? null : (this.#at ?? start);
  }

  /** Goes on behind the break: the same media in the same order would be lost again. */
  stepOver(): void {
    if (this.#at !== null) this.#video.currentTime = this.#at + beyond;
    this.#at = null;
  }
}
