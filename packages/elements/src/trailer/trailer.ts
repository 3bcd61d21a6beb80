// SPDX-License-Identifier: MIT
import { safeUrl } from '@vitrine/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icon.js';
import { words } from '../shared/localize.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { pauseIcon, playIcon } from './icons.js';
import { english } from './trailer.strings.js';
import { trailerStyles } from './trailer.styles.js';

/** What the trailer needs of what plays it: a `video`, or a `vitrine-player` for a playlist. */
interface Film extends HTMLElement {
  readonly paused: boolean;
  /** Of a player: the element that loops. */
  readonly video?: HTMLVideoElement;
  /** Of a player. */
  readonly phase?: string;
  readonly hasPicture?: boolean;
  play?(): Promise<void>;
  pause?(): void;
}

const calm = '(prefers-reduced-motion: reduce)';

function savesData(): boolean {
  return (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
}

/**
 * A film that plays without sound, again and again, over the poster behind it, and can be paused. Where the viewer wants
 * little motion or saves data nothing is fetched before they ask for it.
 *
 * @element vitrine-trailer
 * @csspart button - Plays or pauses.
 * @cssstate rtl - Written from right to left.
 * @cssstate showing - There is a picture.
 */
export class VitrineTrailer extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, trailerStyles];

  /** An MP4 or WebM file, or an HLS playlist that ends. */
  @property() src: string | null = null;

  /** `off`: it waits to be asked, whatever the device says. */
  @property() motion: 'auto' | 'off' = 'auto';

  /** What the viewer has chosen, or what the browser leaves them. */
  #choice: boolean | null = null;
  #hasBegun = false;
  #hasFailed = false;
  #life: AbortController | null = null;

  get #plays(): boolean {
    return this.#choice ?? !(this.motion === 'off' || matchMedia(calm).matches || savesData());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#life = new AbortController();
    this.requestUpdate();
    matchMedia(calm).addEventListener('change', () => this.requestUpdate(), { signal: this.#life.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
    // What is taken out of the page loads on, until it is collected.
    const film = this.renderRoot.querySelector('video');
    film?.removeAttribute('src');
    film?.load();
    this.toggleState('showing', false);
  }

  // What plays in here is no player of the room's show: it finds no room, and nobody renews its address as if it were.
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const name of ['context-request', 'vitrine-stream-renew'])
      root.addEventListener(name, (event) => event.stopPropagation());
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('src')) {
      this.#hasBegun = this.#hasFailed = false;
      this.toggleState('showing', false);
    }
    if (this.#plays) this.#hasBegun = true;
  }

  protected override render(): TemplateResult | typeof nothing {
    const src = safeUrl(this.src, 'media');
    if (!src || this.#hasFailed) return nothing;
    const text = words('trailer', english, this.locale, () => this.requestUpdate());
    const name = this.#plays ? text.pause : text.play;
    return html`${this.#hasBegun ? keyed(this.#life, this.#film(src)) : nothing}
      <div class="shade"></div>
      <button class="chip" part="button" aria-label=${name} title=${name} @click=${this.#toggle}>
        ${icon(this.#plays ? pauseIcon : playIcon, 20)}
      </button>`;
  }

  #film(src: string): TemplateResult {
    if (/\.m3u8$/i.test(new URL(src).pathname))
      return html`<vitrine-player
        class="film"
        src=${src}
        controls="none"
        muted
        aria-hidden="true"
        @vitrine-player-change=${this.#changed}
      ></vitrine-player>`;
    return html`<video
      class="film"
      src=${src}
      .muted=${true}
      loop
      playsinline
      tabindex="-1"
      aria-hidden="true"
      @playing=${this.#seen}
      @error=${this.#failed}
    ></video>`;
  }

  protected override updated(): void {
    const film = this.renderRoot.querySelector<Film>('.film');
    // (A page may have a playlist and no player yet.)
    if (!film?.play) return;
    if (film.video) film.video.loop = true;
    if (this.#plays && film.paused) {
      film.play().catch((error: DOMException) => {
        // (AbortError: it was paused or taken away meanwhile.)
        if (error.name === 'NotAllowedError') this.#choose(false);
      });
    } else if (!this.#plays && !film.paused) film.pause?.();
  }

  #choose(isWanted: boolean): void {
    this.#choice = isWanted;
    this.requestUpdate();
  }

  readonly #toggle = (): void => this.#choose(!this.#plays);

  readonly #seen = (): void => this.toggleState('showing', true);

  /** The poster stays. */
  readonly #failed = (): void => {
    this.#hasFailed = true;
    this.toggleState('showing', false);
    this.requestUpdate();
  };

  readonly #changed = ({ target }: Event): void => {
    const { phase, hasPicture, video } = target as Film;
    // (It was defined after it was put here, and has been told nothing yet.)
    if (video && !video.loop) this.requestUpdate();
    if (hasPicture) this.#seen();
    if (phase === 'failed') this.#failed();
    if (phase === 'blocked') this.#choose(false);
  };
}
