// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { offerDanmaku, readDanmaku, watchDanmaku } from '../shared/danmaku-choice.js';
import { words, type Strings } from '../shared/localize.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { english } from './danmaku.strings.js';
import { danmakuStyles } from './danmaku.styles.js';

/**
 * Bullet chat: what is said flies over the picture, against the line of writing, while the viewer wants it; they switch
 * it in the settings of the chat. It is part of what is said only: what finds no free lane is in the chat.
 * Where motion is not wanted there is nothing. Decoration: hidden from screen readers, and the pointer goes through it.
 *
 * It fills the box it stands in; whoever places it keeps it off controls and captions.
 *
 * @element vitrine-danmaku
 * @cssstate flying - What is said flies.
 * @cssstate rtl - Written from right to left.
 */
export class VitrineDanmaku extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, danmakuStyles];

  /** `off`: nothing flies, as with the viewer's own setting for reduced motion. */
  @property({ reflect: true }) motion: 'auto' | 'off' = 'auto';

  /** The picture stands, and nothing flies over it. */
  @property({ type: Boolean, reflect: true }) paused = false;

  #life: AbortController | null = null;
  #isSeen = false;
  #part: typeof import('./flight.js') | null = null;
  #isFetching = false;
  /** While something may fly, in which room. */
  #flight: { readonly room: Room; readonly life: AbortController } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
    this.#life = new AbortController();
    const { signal } = this.#life;
    const again = (): void => this.requestUpdate();
    window.matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', again, { signal });
    document.addEventListener('visibilitychange', again, { signal });
    watchDanmaku(again, signal);
    const seen = new IntersectionObserver((entries) => {
      this.#isSeen = entries.at(-1)?.isIntersecting === true;
      again();
    });
    seen.observe(this);
    signal.addEventListener('abort', () => seen.disconnect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
    this.#life = null;
    this.#isSeen = false;
    this.#land();
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    offerDanmaku(room, signal);
  }

  protected override render(): TemplateResult {
    return html`<div class="sky"></div>`;
  }

  protected override updated(): void {
    const room = this.rooms.current;
    if (!room || !this.#isWanted) this.#land();
    else if (!this.#part) void this.#fetch();
    else this.#start(room, this.#part);
    this.toggleState('flying', this.#flight !== null);
  }

  get #isWanted(): boolean {
    const isStill = this.motion === 'off' || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    return readDanmaku().isOn && !isStill && !this.paused && this.#isSeen && !document.hidden;
  }

  async #fetch(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    try {
      this.#part = await import('./flight.js');
      this.requestUpdate();
    } catch {
      // Fetched again when something changes.
      this.#isFetching = false;
    }
  }

  #start(room: Room, { Flight }: typeof import('./flight.js')): void {
    const sky = this.renderRoot.querySelector<HTMLElement>('.sky');
    if (!sky) return;
    sky.style.opacity = `${readDanmaku().opacity}%`;
    if (this.#flight?.room === room) return;
    this.#land();
    const life = new AbortController();
    this.#flight = { room, life };
    // (Called once beforehand: then the words of another language are there when a row needs them.)
    const said = (): Strings<typeof english> => words('danmaku', english, this.locale, () => this.requestUpdate());
    said();
    new Flight(room, { sky, share: () => readDanmaku().share, words: said }, life.signal);
  }

  #land(): void {
    this.#flight?.life.abort();
    this.#flight = null;
  }
}
