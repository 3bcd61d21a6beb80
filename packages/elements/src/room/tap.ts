// SPDX-License-Identifier: MIT

const twice = 280;

/** Tells one tap on the bare video from two: the first waits as long as a second one may take. */
export class Taps {
  readonly #once: () => void;
  readonly #twice: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(once: () => void, again: () => void) {
    this.#once = once;
    this.#twice = again;
  }

  readonly tap = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (this.#timer === undefined) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#once();
      }, twice);
    } else {
      this.stop();
      this.#twice();
    }
  };

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
