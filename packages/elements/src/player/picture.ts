// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';

export interface PictureListener {
  /** A picture is shown, the first or the next after a stall. */
  seen(): void;
  /** The clock of the video moved, or a part of it should be looked at again. */
  ticked(): void;
  /** The video was paused, and not by the viewer's button: whether that was nobody's wish. */
  isUpset(): boolean;
  changed(): void;
}

/** A picture that stands for less than this is no stall. */
const blink: Ms = 300;
/** Browsers stop a video for a moment when its source, place or speed changes, and some say so late. */
const upheaval: Ms = 1000;

/** Whether nobody can see the page; a picture-in-picture window can be seen from anywhere. */
export function isUnseen(): boolean {
  return document.hidden && document.pictureInPictureElement == null;
}

/** What the viewer wants of a video element and what it does. */
export class Picture {
  /** The viewer wants it to play; the browser may have other ideas for a while. */
  wantsPlay = true;
  /** The browser wants a tap first. */
  isBlocked = false;
  /** Something is on the screen, moving or not. */
  isThere = false;
  /** Nothing to show next has come for a while. */
  isStarving = false;
  /** When the clock of the video last moved. */
  movedAt: EpochMs = 0;
  /** When it was last seen to come. */
  seenAt: EpochMs = 0;
  readonly #video: HTMLVideoElement;
  readonly #listener: PictureListener;
  readonly #now: () => EpochMs;
  #time = -1;
  #upsetAt: EpochMs = 0;
  #blinking: ReturnType<typeof setTimeout> | undefined;
  /** While it is open whose wish a pause was. */
  #judging: ReturnType<typeof setTimeout> | undefined;

  constructor(video: HTMLVideoElement, listener: PictureListener, now: () => EpochMs) {
    this.#video = video;
    this.#listener = listener;
    this.#now = now;
  }

  attach(signal: AbortSignal): void {
    const on = (name: string, listener: () => void): void => this.#video.addEventListener(name, listener, { signal });
    // First: what listens to the same events asks how calm it is.
    for (const name of ['loadeddata', 'seeking', 'seeked', 'ratechange', 'playing'])
      on(name, () => (this.#upsetAt = this.#now()));
    // A new source takes the promise of `play` away.
    on('loadstart', () => this.wantsPlay && void this.tryToPlay());
    on('loadeddata', () => this.#seen());
    on('playing', () => this.#seen());
    on('timeupdate', () => this.#ticked());
    on('waiting', () => this.#waits());
    on('pause', () => this.#pausedByOthers());
    on('play', () => this.#wants(true));
    on('ended', () => this.#wants(false));
    on('emptied', () => this.reset());
    signal.addEventListener('abort', () => this.reset(), { once: true });
  }

  async play(): Promise<void> {
    this.#wants(true);
    await this.tryToPlay();
  }

  pause(): void {
    this.isBlocked = false;
    this.#wants(false);
    this.#video.pause();
  }

  /** Plays again what the browser stopped by itself. */
  goOn(): void {
    if (this.#judging !== undefined || !this.wantsPlay || this.isBlocked) return;
    if (this.#video.paused && !isUnseen()) void this.tryToPlay();
  }

  /** There is no picture any more, and none is expected before a new source. */
  reset(): void {
    clearTimeout(this.#blinking);
    clearTimeout(this.#judging);
    this.#judging = undefined;
    this.isThere = this.isStarving = false;
    this.movedAt = this.#upsetAt = this.#now();
    this.#listener.changed();
  }

  /** Looks whether the clock of the video has moved. */
  look(): void {
    const { currentTime, readyState } = this.#video;
    if (currentTime === this.#time) return;
    this.#time = currentTime;
    this.movedAt = this.#now();
    if (this.isStarving && readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) this.#seen();
  }

  /** Whether nothing has disturbed the picture for a while; if so, the caller is about to, by another speed. */
  mayDisturb(): boolean {
    const isCalm = !this.#video.seeking && this.#isCalm;
    if (isCalm) this.#upsetAt = this.#now();
    return isCalm;
  }

  async tryToPlay(): Promise<void> {
    const video = this.#video;
    try {
      await video.play();
      this.isBlocked = false;
    } catch (error) {
      // (AbortError: the source changed meanwhile.)
      if ((error as DOMException).name !== 'NotAllowedError' || !this.wantsPlay) return;
      // Sound was allowed by a tap that has been forgotten: the picture matters more.
      if (!video.muted) {
        video.muted = true;
        return this.tryToPlay();
      }
      this.isBlocked = true;
    }
    this.#listener.changed();
  }

  get #isCalm(): boolean {
    return this.#now() - this.#upsetAt > upheaval;
  }

  #wants(play: boolean): void {
    if (this.wantsPlay === play) return;
    this.wantsPlay = play;
    this.#listener.changed();
  }

  /**
   * A media key or a picture-in-picture window stopped a video that had more to show. Otherwise it was the browser, in a
   * hidden tab, for want of media or over broken media, and nobody's wish.
   */
  #pausedByOthers(): void {
    if (!this.wantsPlay || this.#listener.isUpset()) return;
    clearTimeout(this.#judging);
    // What upsets a video is often told after the pause it makes.
    this.#judging = setTimeout(() => {
      this.#judging = undefined;
      const { readyState, isConnected, paused, error } = this.#video;
      const isWell = paused && isConnected && error === null && readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
      if (isWell && this.#isCalm && !this.isStarving && !isUnseen()) this.#wants(false);
    }, blink);
  }

  #seen(): void {
    clearTimeout(this.#blinking);
    this.isStarving = false;
    this.isThere = true;
    this.movedAt = this.seenAt = this.#now();
    this.#listener.seen();
  }

  #ticked(): void {
    this.look();
    this.#listener.ticked();
  }

  #waits(): void {
    clearTimeout(this.#blinking);
    this.#blinking = setTimeout(() => {
      if (this.#video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA || this.isStarving) return;
      this.isStarving = true;
      this.#listener.changed();
    }, blink);
  }
}
