// SPDX-License-Identifier: MIT
import type { PlayheadReading, ProgramTime } from '@vitrine/core';

/** Told the moment of the show on the screen; null when there is no picture any more. */
export type Publish = (reading: PlayheadReading | null) => void;

/** Frames that stop for longer than this, in ms, while the video plays on are not watched any more (hidden tab). */
const silence = 400;

/** Reads the show's clock from the frames of a video, or from its media clock where frames cannot be watched. */
export class FrameClock {
  readonly #video: HTMLVideoElement;
  readonly #programTimeAt: (mediaTime: number) => ProgramTime | null;
  readonly #publish: Publish;
  #last: PlayheadReading | null = null;
  #lastFrame = Number.NEGATIVE_INFINITY;
  #request = 0;

  constructor(video: HTMLVideoElement, programTimeAt: (mediaTime: number) => ProgramTime | null, publish: Publish) {
    this.#video = video;
    this.#programTimeAt = programTimeAt;
    this.#publish = publish;
  }

  start(signal: AbortSignal): void {
    const video = this.#video;
    const on = (name: string, listener: () => void): void => video.addEventListener(name, listener, { signal });
    on('timeupdate', () => this.#media());
    on('seeked', () => this.#media());
    for (const name of ['pause', 'waiting', 'seeking', 'seeked', 'emptied', 'ratechange', 'playing'])
      on(name, () => this.#rated());
    signal.addEventListener('abort', () => this.#stop(), { once: true });
    // (It may come after the first picture.)
    this.#media();
    // Not in Firefox before 132.
    if (!(video as Partial<HTMLVideoElement>).requestVideoFrameCallback) return;
    const frame = (now: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
      this.#request = video.requestVideoFrameCallback(frame);
      this.#lastFrame = now;
      this.#read(mediaTime, 'frame');
    };
    this.#request = video.requestVideoFrameCallback(frame);
  }

  /** There is no picture any more, and none is expected soon: the show goes on without it. */
  clear(): void {
    if (!this.#last) return;
    this.#last = null;
    this.#publish(null);
  }

  get #rate(): number {
    const { paused, ended, seeking, readyState, playbackRate } = this.#video;
    return paused || ended || seeking || readyState < HTMLMediaElement.HAVE_FUTURE_DATA ? 0 : playbackRate;
  }

  #read(mediaTime: number, source: PlayheadReading['source']): void {
    const programTime = this.#programTimeAt(mediaTime);
    if (programTime === null) return;
    this.#publish((this.#last = { programTime, source, rate: this.#rate }));
  }

  #media(): void {
    const { currentTime, readyState, seeking } = this.#video;
    if (seeking || readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    if (performance.now() - this.#lastFrame < silence || (this.#rate === 0 && this.#last?.source === 'frame')) return;
    this.#read(currentTime, 'media');
  }

  /** The same moment at another speed: a picture that stands must not be carried forward. */
  #rated(): void {
    if (this.#last && this.#last.rate !== this.#rate) this.#publish((this.#last = { ...this.#last, rate: this.#rate }));
  }

  #stop(): void {
    if (this.#request) this.#video.cancelVideoFrameCallback(this.#request);
    this.clear();
  }
}
