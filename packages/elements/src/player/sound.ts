// SPDX-License-Identifier: MIT
import { keepPreferences, readPreferences } from './preferences.js';

/** Loud enough to hear that there is sound, where the slider stood at nothing. */
const audible = 0.5;

/** The sound of a video: off until the viewer wants it, then as they want it, here and next time. */
export class Sound {
  readonly #video: HTMLVideoElement;
  #isChosen = false;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    // Chromium allows autoplay by the state of the element, Safari by its attribute.
    video.defaultMuted = video.muted = true;
  }

  /** Whether the viewer has neither taken nor refused sound yet. */
  get isOffered(): boolean {
    return this.#video.muted && !this.#isChosen;
  }

  get volume(): number {
    return this.#video.volume;
  }

  set volume(volume: number) {
    this.#video.volume = Math.min(Math.max(volume, 0), 1);
    this.#choose(volume <= 0);
  }

  /** Takes up what was chosen before; what plays by itself is silent all the same. */
  prepare(playsByItself: boolean, isMuted: boolean): void {
    const { muted, volume } = readPreferences();
    if (volume !== undefined) this.#video.volume = volume;
    this.#video.muted = playsByItself || (muted ?? isMuted);
    // Who wanted sound before is offered it again, who refused it is not.
    this.#isChosen = muted === true;
  }

  toggle(): void {
    const muted = !this.#video.muted;
    if (!muted && this.#video.volume === 0) this.#video.volume = audible;
    this.#choose(muted);
  }

  #choose(muted: boolean): void {
    this.#video.muted = muted;
    this.#isChosen = true;
    keepPreferences({ muted, volume: this.#video.volume });
  }
}
