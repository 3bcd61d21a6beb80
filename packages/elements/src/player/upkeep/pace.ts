// SPDX-License-Identifier: MIT
import type { Engine } from '../engines/engine.js';
import { mediaAhead, type LiveEdge } from '../live-edge.js';

/** Seconds behind the live position at which catching up begins, and at which it has been reached. */
const begins = 0.2;
const reached = 0.05;
/** Seconds of media that must lie ahead before they are played faster than they come. */
const reserve = 0.75;

/** A jump that has not arrived after so long, in ms, is made again to where the show is then; each time it takes longer. */
const arrival = 3000;
const slowest = 24_000;
/** A pause so soon after another speed, in ms, is its doing. */
const flush = 500;

/** Keeps a live picture where the show is: a little faster when it is a little late, by a jump when it is far behind. */
export class Pace {
  readonly #video: HTMLVideoElement;
  readonly #edge: LiveEdge;
  readonly #mayDisturb: () => boolean;
  #rate = 1;
  #ratedAt = Number.NEGATIVE_INFINITY;
  #canRate = true;
  #soughtAt = 0;
  #arrival = arrival;

  /** @param mayDisturb asked before each change of speed: whether the picture has been calm for a while */
  constructor(video: HTMLVideoElement, edge: LiveEdge, mayDisturb: () => boolean) {
    this.#video = video;
    this.#edge = edge;
    this.#mayDisturb = mayDisturb;
  }

  /** To be called often: adjusts speed or place. */
  keep(engine: Engine): void {
    const video = this.#video;
    const edge = this.#edge;
    const behind = edge.behind(engine);
    if (behind === null || video.readyState === 0 || engine.isPlacing) return;
    if (!edge.follows) {
      this.#play(1);
      // What they went back to has left the window.
      if (engine.window && video.currentTime < engine.window.start) edge.follows = true;
      else return;
    }
    if (video.paused || this.#isUnderWay()) return;
    // (A decoder that was emptied has forgotten its speed.)
    if (this.#rate > 1 && video.playbackRate === 1) this.#rate = 1;
    if (behind > engine.patience || behind < -(engine.lead ?? Infinity)) {
      this.#soughtAt = performance.now();
      return edge.jump(engine);
    }
    const isCatchingUp = this.#rate > 1;
    if (!this.#canRate || mediaAhead(video) < reserve || behind < (isCatchingUp ? reached : begins)) this.#play(1);
    else this.#play(behind > 0.4 ? 1.1 : 1.05);
  }

  /**
   * The video was paused: whether that comes of another speed. WebKit's GStreamer port starts over for each, for seconds;
   * there it is better to be a little late.
   */
  isUpset(): boolean {
    if (performance.now() - this.#ratedAt > flush) return false;
    this.#canRate = false;
    return true;
  }

  #isUnderWay(): boolean {
    const now = performance.now();
    if (!this.#video.seeking) {
      this.#soughtAt = now;
      this.#arrival = arrival;
      return false;
    }
    if (now - this.#soughtAt < this.#arrival) return true;
    this.#arrival = Math.min(this.#arrival * 2, slowest);
    return false;
  }

  // Only a speed that was set here is taken back: a viewer may have chosen another for a recording. One change at a time,
  // of a picture that moves: a second one, or one on the way to another place, and WebKit's GStreamer port stands still.
  #play(rate: number): void {
    if (rate === this.#rate || !this.#mayDisturb()) return;
    this.#rate = rate;
    this.#ratedAt = performance.now();
    this.#video.playbackRate = rate;
  }
}
