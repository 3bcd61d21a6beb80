// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** For so long after the viewer has touched it, nothing moves by itself. */
const restAfter = 8000;
/** The share of the rail that fades where there is more. */
const fade = 0.06;

/** Where a rail of cards stands: what can be scrolled to, whether the viewer has a hand on it. */
export class RailController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #track: () => HTMLElement | null;
  readonly #shown: () => Element | null;
  #observer: ResizeObserver | null = null;
  #observed: HTMLElement | null = null;
  #frame = 0;
  #touched = Number.NEGATIVE_INFINITY;
  #movingUntil = 0;
  /** Whether there is more before and after what is seen. */
  hasBefore = false;
  hasAfter = false;
  /** Whether what is on camera is somewhere out of sight. */
  isAway = false;

  /**
   * @param track what scrolls
   * @param shown the card of what is on camera
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    track: () => HTMLElement | null,
    shown: () => Element | null,
  ) {
    this.#host = host;
    this.#track = track;
    this.#shown = shown;
    host.addController(this);
  }

  hostUpdated(): void {
    const track = this.#track();
    if (track) this.#later();
    if (track === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = track;
    if (!track) return;
    this.#observer = new ResizeObserver(() => this.#later());
    this.#observer.observe(track);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = this.#observed = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The viewer has a hand on it, or a focus in it. */
  get isTouched(): boolean {
    return performance.now() - this.#touched < restAfter || this.#host.matches(':focus-within');
  }

  readonly touch = (): void => {
    this.#touched = performance.now();
  };

  readonly scrolled = (): void => {
    if (performance.now() > this.#movingUntil) this.touch();
    this.#later();
  };

  /** Whether a card can be seen whole, clear of an edge that fades. */
  shows(card: Element): boolean {
    const track = this.#track();
    if (!track) return false;
    const [box, view] = [card.getBoundingClientRect(), track.getBoundingClientRect()];
    const ends = this.#more(track).map((isFading) => (isFading ? view.width * fade : 0) - 8);
    const [left = 0, right = 0] = getComputedStyle(track).direction === 'rtl' ? ends.reverse() : ends;
    return box.left >= view.left + left && box.right <= view.right - right;
  }

  /** Brings a card to the start of the rail, clear of the fading edge. The page itself is never scrolled. */
  moveTo(card: Element, isSmooth: boolean): void {
    const track = this.#track();
    if (!track) return;
    const [box, view] = [card.getBoundingClientRect(), track.getBoundingClientRect()];
    const isRtl = getComputedStyle(track).direction === 'rtl';
    // Out of sight nobody would see it glide, and Firefox does not glide there at all.
    const isSeen = view.bottom > 0 && view.top < innerHeight;
    const edge = view.width * fade;
    this.#scroll(track, isRtl ? box.right - view.right + edge : box.left - view.left - edge, isSmooth && isSeen);
  }

  /** Turns a page, 1 onwards, -1 back. */
  turn(by: 1 | -1): void {
    const track = this.#track();
    if (!track) return;
    const sign = getComputedStyle(track).direction === 'rtl' ? -1 : 1;
    this.touch();
    track.scrollBy({ left: by * sign * track.clientWidth * 0.8, behavior: this.#behaviour(true) });
  }

  #scroll(track: HTMLElement, left: number, isSmooth: boolean): void {
    // What moves by itself is not the viewer's hand.
    this.#movingUntil = performance.now() + 1000;
    track.scrollBy({ left, behavior: this.#behaviour(isSmooth) });
    this.#later();
  }

  #behaviour(isSmooth: boolean): ScrollBehavior {
    return isSmooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant';
  }

  #later(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#measure();
    });
  }

  #more(track: HTMLElement): [before: boolean, after: boolean] {
    const at = Math.abs(track.scrollLeft);
    return [at > 4, at + track.clientWidth < track.scrollWidth - 4];
  }

  #measure(): void {
    const track = this.#track();
    if (!track) return;
    const [hasBefore, hasAfter] = this.#more(track);
    const shown = this.#shown();
    const isAway = shown !== null && !this.shows(shown);
    // Rendered only when it makes a difference: this runs with every frame of a scroll.
    if (hasBefore === this.hasBefore && hasAfter === this.hasAfter && isAway === this.isAway) return;
    Object.assign(this, { hasBefore, hasAfter, isAway });
    this.#host.requestUpdate();
  }
}
