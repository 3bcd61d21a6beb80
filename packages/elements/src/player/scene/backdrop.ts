// SPDX-License-Identifier: MIT

/** Pixels of the copy; it is shown blurred, so a few are enough. */
const width = 48;
/** Between two copies, in ms. */
const pace = 250;

/**
 * A tiny copy of the picture, shown large and blurred behind it: fills the box beside a picture of another shape, and
 * stands in for a picture that is gone.
 */
export class Backdrop {
  readonly canvas: HTMLCanvasElement = document.createElement('canvas');
  readonly #video: HTMLVideoElement;
  #drawnAt = 0;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    this.canvas.className = 'backdrop';
    this.canvas.width = this.canvas.height = 1;
  }

  /** Copies the picture now. */
  draw(): void {
    const { videoWidth, videoHeight, readyState } = this.#video;
    if (videoWidth === 0 || readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    const height = Math.max(1, Math.round((width * videoHeight) / videoWidth));
    const { canvas } = this;
    // (Setting a size clears the canvas.)
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    canvas.getContext('2d', { alpha: false })?.drawImage(this.#video, 0, 0, width, height);
    this.#drawnAt = performance.now();
  }

  /** Copies the picture a few times a second until the signal aborts; once only where movement or data are to be saved. */
  follow(isStill: () => boolean, { signal }: { readonly signal: AbortSignal }): void {
    const draw = (): void => {
      const since = performance.now() - this.#drawnAt;
      if (!document.hidden && since >= pace && (this.canvas.width === 1 || !isStill())) this.draw();
    };
    draw();
    const timer = setInterval(draw, pace);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
}
