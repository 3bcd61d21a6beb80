// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icon.js';
import { chipStyles } from './chip.styles.js';
import { historyIcon, xIcon } from './icons.js';
import { StoryElement } from './story.js';

/** Shows whose offer was taken or dismissed, for as long as the page is there. */
const settled = new Set<string>();

/**
 * A chip over the picture that leads to what was shown so far, and back to what is live.
 *
 * @element vitrine-catch-up-chip
 * @fires vitrine-catch-up-open - It was pressed: whoever placed it shows the list.
 * @fires vitrine-player-seek - The viewer wants to see what is live; `detail.to`. Cancelable.
 * @csspart chip - The chip.
 * @cssstate rtl - Written from right to left.
 * @cssstate behind - The viewer is not where the show is.
 * @cssstate absent - It has nothing to lead to.
 */
export class VitrineCatchUpChip extends StoryElement {
  static override styles = [StoryElement.styles, controls, chipStyles];

  /** Says in words that there is something to catch up on, until it is pressed or dismissed. */
  @property({ type: Boolean }) offer = false;

  /** Is there only while it has something to say in words: something else leads to the list. */
  @property({ type: Boolean }) brief = false;

  protected override readonly showsReach = false;

  protected override get needsStory(): boolean {
    return this.offer && !settled.has(this.#show);
  }

  get #show(): string {
    return `${this.rooms.current?.id} ${this.state?.stream.info?.startedAt}`;
  }

  protected override render(): TemplateResult {
    const { text, isBehind } = this;
    const isOffered = this.needsStory && !isBehind && this.entries.some((one) => this.isMissed(one));
    const label = isBehind
      ? text.backToLive
      : isOffered
        ? text.catchMeUp
        : this.isReplay && !this.brief
          ? text.chapters
          : null;
    // (What has the focus would take it along.)
    const isIdle = this.brief && label === null && this.shadowRoot?.activeElement === null;
    this.toggleState('absent', this.state === null || isIdle);
    const name = this.isReplay ? text.chapters : text.soFar;
    return html`<div class="chip over-video" part="chip" @focusout=${() => this.requestUpdate()}>
      <button
        class="main ${label ? 'worded' : ''}"
        aria-label=${label ? nothing : name}
        @click=${isBehind ? this.#goLive : this.#open}
      >
        ${isBehind ? nothing : icon(historyIcon, 16)} ${label}
      </button>
      ${
        isOffered
          ? html`<button class="dismiss" aria-label=${text.dismiss} @click=${this.#dismiss}>${icon(xIcon, 14)}</button>`
          : nothing
      }
    </div>`;
  }

  /** What was pressed goes, of a brief chip all of it: the focus goes to what is around, or stays here, and the chip too. */
  #keepFocus(): void {
    if (!this.matches(':focus-within')) return;
    const around = this.brief ? this.closest<HTMLElement>('[tabindex]') : null;
    (around ?? this.renderRoot.querySelector<HTMLElement>('.main'))?.focus({ preventScroll: true });
  }

  readonly #goLive = (): void => {
    this.#keepFocus();
    this.seek('live');
  };

  readonly #open = (): void => {
    settled.add(this.#show);
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('vitrine-catch-up-open', { bubbles: true, composed: true }));
  };

  readonly #dismiss = (): void => {
    settled.add(this.#show);
    this.#keepFocus();
    this.requestUpdate();
  };
}
