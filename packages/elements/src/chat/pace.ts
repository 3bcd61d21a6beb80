// SPDX-License-Identifier: MIT

/** At most eight commits a second: no reader follows more, and each one costs a layout. */
const shortest = 125;

/**
 * Gathers changes and commits them on a frame, at most every 125 ms. A hidden page paints no frames, so nothing is
 * rendered for nobody.
 */
export class Pace {
  /** Commits; answers `true` when it wants the very next frame too. */
  readonly #commit: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  #last = Number.NEGATIVE_INFINITY;

  constructor(commit: () => boolean) {
    this.#commit = commit;
  }

  /** Something has changed. */
  schedule(): void {
    if (this.#timer !== undefined || this.#frame !== undefined) return;
    const wait = this.#last + shortest - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#ask(), wait);
    else this.#ask();
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#timer = this.#frame = undefined;
  }

  #ask(): void {
    this.#timer = undefined;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#last = performance.now();
      if (this.#commit()) this.#ask();
    });
  }
}
