// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { formatCount } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { heartIcon } from './icons.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { most, Particles } from './particles.js';
import { laneStyles } from './reactions.styles.js';

/** Others' hearts come as one count a second: they rise spread over that second. */
const spread = 1000;

/**
 * Where hearts rise: at most twelve at a time, nothing while nobody sees it. Where motion is not wanted it is a number.
 * Decoration: hidden from screen readers, and the pointer goes through it.
 *
 * @element vitrine-reaction-lane
 * @csspart count - The number of hearts, where there is no motion.
 * @cssstate calm - A number instead of motion.
 * @cssstate rtl - Written from right to left.
 */
export class VitrineReactionLane extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, laneStyles];

  /** `off` shows a number instead of motion, as the viewer's own setting for reduced motion does. */
  @property({ reflect: true }) motion: 'auto' | 'off' = 'auto';

  readonly #particles = new Particles();
  #life: AbortController | null = null;
  #isCalm = false;
  /** 0 while the lane is off the screen. */
  #height = 0;
  #given = 0;

  constructor() {
    super();
    this.rooms.watch(({ presence }) => (this.#isCalm ? presence.hearts : null));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
    this.#life = new AbortController();
    const { signal } = this.#life;
    const setting = window.matchMedia('(prefers-reduced-motion: reduce)');
    setting.addEventListener('change', () => this.requestUpdate(), { signal });
    const seen = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      this.#height = last?.isIntersecting ? last.boundingClientRect.height : 0;
      if (this.#height === 0) this.#particles.stop();
    });
    seen.observe(this);
    signal.addEventListener('abort', () => seen.disconnect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
    this.#life = null;
    this.#height = 0;
    this.#particles.stop();
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    this.#given = 0;
    room.bus.on('presence:reacted', ({ count, own }) => this.#rise(count, own), { signal });
  }

  protected override willUpdate(): void {
    this.#isCalm = this.motion === 'off' || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.toggleState('calm', this.#isCalm);
    if (this.#isCalm) this.#particles.stop();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#isCalm) return html`${Array.from({ length: most }, () => icon(heartIcon, 24, true))}`;
    const hearts = this.state?.presence.hearts ?? this.#given;
    if (hearts === 0) return nothing;
    return html`<span class="tag count numbers" part="count">${icon(heartIcon, 14, true)}${formatCount(hearts, this.locale)}</span>`;
  }

  #rise(count: number, own: boolean): void {
    this.#given += count;
    if (this.#isCalm) return this.requestUpdate();
    if (this.#height === 0 || document.hidden) return;
    this.#particles.release(this.renderRoot.querySelectorAll('svg'), count, this.#height, own ? 0 : spread);
  }
}
