// SPDX-License-Identifier: MIT
import type { Ms, ProgramTime } from '@vitrine/core';
import type { Engine, EngineOptions, Rendition, Span } from './engine.js';

/** Safari's date of second 0 of the video (https://developer.apple.com/documentation/webkitjs/htmlmediaelement). */
interface Dated {
  getStartDate?(): Date;
}

/** The browser's own HLS, where it takes no media by hand. It loads, adapts and keeps its distance by itself. */
export class NativeEngine implements Engine {
  readonly patience: number = 8;
  readonly renditions: readonly Rendition[] = [];
  readonly #video: HTMLVideoElement & Dated;
  readonly #options: EngineOptions;
  /** The second of a recording at which it goes on once it is loaded anew. */
  #resumeAt: number | null = null;

  constructor(options: EngineOptions) {
    const { video, signal } = options;
    this.#video = video;
    this.#options = options;
    video.addEventListener('loadedmetadata', () => this.#loaded(), { signal });
    video.addEventListener('progress', () => this.#progress(), { signal });
    video.addEventListener('error', () => this.#failed(), { signal });
    this.#load();
  }

  get isLive(): boolean {
    return this.#video.duration === Number.POSITIVE_INFINITY;
  }

  get window(): Span | null {
    const { seekable, duration } = this.#video;
    if (seekable.length === 0) return null;
    const end = seekable.end(seekable.length - 1);
    return { start: seekable.start(0), end: this.isLive ? end : duration };
  }

  get livePosition(): number | null {
    // The end of what may be sought to already keeps the distance the server asks for.
    return this.isLive ? (this.window?.end ?? null) : null;
  }

  get latency(): Ms | null {
    const position = this.livePosition;
    return position === null ? null : Math.round((position - this.#video.currentTime) * 1000);
  }

  programTimeAt(mediaTime: number): ProgramTime | null {
    const began = this.#video.getStartDate?.().getTime() ?? Number.NaN;
    return Number.isFinite(began) ? began + mediaTime * 1000 : null;
  }

  mediaTimeAt(programTime: ProgramTime): number | null {
    const began = this.programTimeAt(0);
    return began === null ? null : (programTime - began) / 1000;
  }

  setQuality(): void {
    // The browser alone decides.
  }

  leave(): void {
    // It knows of the lists, and goes over by itself.
  }

  rest(): void {
    // Nothing to stop: a paused video loads little.
  }

  wake(): void {
    const { readyState, currentTime } = this.#video;
    // (What has no metadata is nowhere: where it was to go on still holds.)
    if (readyState > 0) this.#resumeAt = this.isLive ? null : currentTime;
    this.#load();
  }

  recovered(): void {
    // Nothing was learnt.
  }

  repair(): void {
    this.wake();
  }

  destroy(): void {
    this.#video.removeAttribute('src');
    this.#video.load();
  }

  #load(): void {
    this.#video.src = this.#options.url;
  }

  #loaded(): void {
    if (this.#resumeAt !== null) this.#video.currentTime = this.#resumeAt;
    this.#resumeAt = null;
    this.#options.listener.ready();
  }

  #progress(): void {
    this.#options.ladder.worked('playlist');
    this.#options.listener.moved();
  }

  #failed(): void {
    const { error } = this.#video;
    const kind = error?.code === MediaError.MEDIA_ERR_DECODE ? 'media' : 'network';
    this.#options.listener.fault({ kind, reason: error?.message || `media error ${error?.code ?? 0}` });
  }
}
