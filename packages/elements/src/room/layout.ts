// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveController } from 'lit';

/** What is drawn; what it looks like in detail is up to container queries. */
export type Layout = 'entry' | 'mini' | 'stage' | 'landscape' | 'inline' | 'theatre';

/**
 * The layout of a room's box.
 * @param height null where the page has given none, so that it follows from the layout
 */
export function layoutOf(width: number, height: number | null): Layout {
  if (width < 120) return 'entry';
  if (width < 240) return 'mini';
  if (width < 560) return 'stage';
  // A phone on its side: it may be as wide as a small theatre.
  if (height !== null && height < 440) return 'landscape';
  // From 840 on a theatre fits even where it is higher than wide (a tablet held upright).
  if (width >= 840) return 'theatre';
  return height !== null && (height >= 640 || height > width) ? 'stage' : 'inline';
}

/** Follows the size of the room's box and renders the element again when that makes another layout. */
export class LayoutController implements ReactiveController {
  readonly #host: LitElement;
  #observer: ResizeObserver | null = null;
  #probe: HTMLElement | null = null;
  #isDefinite = false;
  #layout: Layout = 'stage';
  #isModal = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get layout(): Layout {
    return this.#isModal ? 'stage' : this.#layout;
  }

  /** Whether the page gave the element a height of its own. */
  get isDefinite(): boolean {
    return this.#isModal || this.#isDefinite;
  }

  /** Shown as a dialog, the room is a stage, however wide its place on the page is. */
  set isModal(value: boolean) {
    this.#isModal = value;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    // A frame later: drawing another layout changes the very sizes that are observed here, and a browser calls that a
    // loop and tells the page's error log of it.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#observer.observe(this.#host);
    if (this.#probe) this.#observer.observe(this.#probe);
    this.#measure();
  }

  hostUpdated(): void {
    // A percentage of a height that is not given comes to nothing: the probe is how a script learns of it.
    const probe = this.#host.renderRoot.querySelector<HTMLElement>('.probe');
    if (!probe || probe === this.#probe) return;
    this.#probe = probe;
    this.#observer?.observe(probe);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  #measure(): void {
    const { clientWidth: width, clientHeight } = this.#host;
    // Not displayed: keep what there was.
    if (width === 0) return;
    const height = this.#probe ? this.#probe.offsetHeight : clientHeight;
    const layout = layoutOf(width, height || null);
    const isDefinite = height > 0;
    if (layout === this.#layout && isDefinite === this.#isDefinite) return;
    this.#layout = layout;
    this.#isDefinite = isDefinite;
    this.#host.requestUpdate();
  }
}
