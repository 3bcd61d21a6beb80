// SPDX-License-Identifier: MIT
import type { ProgramTime } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { controls } from '../shared/controls.js';
import { formatClock, formatNumber, formatTime } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { words } from '../shared/localize.js';
import { priceOf, priceStyles, priceTag } from '../shared/price.js';
import { rowStyles } from '../shared/rows.js';
import { shopStrings } from '../shared/shop.strings.js';
import { catchUpStyles } from './catch-up.styles.js';
import type { Entry } from './entries.js';
import { playIcon } from './icons.js';
import { StoryElement } from './story.js';

/** A product has at most so many ways to its later moments. */
const laterMoments = 2;

/**
 * What was shown so far in a show, each product with its moment: for those who come late, and for those who went back.
 * A press shows the moment where the player can still show it, else the product. Of a recording it is the list of chapters.
 *
 * @element vitrine-catch-up
 * @fires vitrine-player-seek - The viewer wants to see a moment, or what is live; `detail.to`. Cancelable.
 * @fires vitrine-product-open - The viewer asks for a product whose moment cannot be shown. Cancelable.
 * @csspart count - How many were shown, and how many of them were missed.
 * @csspart live - The button back to what is live.
 * @csspart notice - That what was shown before cannot be had.
 * @csspart entry - A product.
 * @csspart watch - A product's name, the button that shows its moment.
 * @csspart moment - The button to a later moment of the same product.
 * @csspart price - A price.
 * @cssstate rtl - Written from right to left.
 * @cssstate behind - The viewer is not where the show is.
 */
export class VitrineCatchUp extends StoryElement {
  static override styles = [StoryElement.styles, controls, priceStyles, rowStyles, catchUpStyles];

  protected override get needsStory(): boolean {
    return true;
  }

  /** Whether the player can show a moment now. */
  #canWatch(at: ProgramTime): boolean {
    return this.reach !== null && at >= this.reach.from && at <= this.reach.to;
  }

  protected override render(): TemplateResult {
    const { text, entries } = this;
    const count = entries.length;
    const isLoading = this.state === null || this.state.catalog.status === 'loading' || this.story === 'asking';
    return html`
      ${this.isReplay ? nothing : this.#head(entries)}
      ${
        this.story === 'failed'
          ? html`<div class="notice" part="notice">
              <p role="status">${text.failed}</p>
              <button class="button ghost" @click=${this.#retry}>${text.tryAgain}</button>
            </div>`
          : nothing
      }
      ${
        count > 0
          ? html`<ol role="list" aria-busy=${isLoading ? 'true' : nothing}>
              ${entries.map((one) => this.#row(one))}
            </ol>`
          : isLoading
            ? html`<div role="status" aria-label=${text.loading}>
                <div class="skeleton"></div>
                <div class="skeleton"></div>
                <div class="skeleton"></div>
              </div>`
            : this.story === 'failed'
              ? nothing
              : html`<p class="blank">${text.empty}</p>`
      }
    `;
  }

  /** How much there is, and the way back. */
  #head(entries: readonly Entry[]): TemplateResult {
    const { locale, text } = this;
    const count = entries.length;
    const missed = entries.filter((one) => this.isMissed(one)).length;
    return html`<div class="head">
        <p class="count" part="count" role="status" tabindex="-1">
          ${count > 0 ? text.count(count, formatNumber(count, locale)) : nothing}
          ${missed > 0 ? html`<b>· ${text.missed(formatNumber(missed, locale))}</b>` : nothing}
        </p>
        ${
          this.isBehind
            ? html`<button class="button primary" part="live" @click=${this.#goLive}>${text.backToLive}</button>`
            : nothing
        }
      </div>`;
  }

  #row(entry: Entry): TemplateResult {
    const { product, moments } = entry;
    const { locale, text } = this;
    const shop = words('shop', shopStrings, locale, () => this.requestUpdate());
    // Of several the first that can still be shown; else the product has only its first.
    const watched = moments.findIndex((at) => this.#canWatch(at));
    const canWatch = watched >= 0;
    const at = moments[watched] ?? moments[0];
    const price = priceOf(product);
    const url = product.images[0]?.url;
    const isNow = this.state?.catalog.pinned === product.id;
    return html`<li class=${isNow ? 'now' : ''} part="entry" aria-current=${isNow ? 'true' : nothing}>
      <div class="picture">
        ${url ? html`<img src=${url} alt="" width="56" height="56" loading="lazy" decoding="async" />` : nothing}
        ${canWatch ? html`<span class="play">${icon(playIcon, 14)}</span>` : nothing}
      </div>
      <div class="text">
        <button
          class="name"
          part="watch"
          aria-label=${canWatch ? text.watchIt(product.title) : text.viewIt(product.title)}
          @click=${() => void this.#watch(at, product.id)}
        >
          <bdi class="clamp">${product.title}</bdi>
        </button>
        <p class="when numbers">
          ${this.#when(at)} ${this.isMissed(entry) ? html`<span class="tag">${text.isMissed}</span>` : nothing}
        </p>
        ${price ? priceTag(price, shop, locale) : nothing}
        ${this.reach && !canWatch ? html`<p class="gone">${text.gone}</p>` : nothing}
        ${canWatch ? this.#later(moments.slice(watched + 1), product.id) : nothing}
      </div>
      <span class="deed" aria-hidden="true">${canWatch ? text.watch : text.view}</span>
    </li>`;
  }

  #later(later: readonly ProgramTime[], productId: string): TemplateResult | typeof nothing {
    if (later.length === 0) return nothing;
    return html`<div class="later">
      ${later.slice(-laterMoments).map(
        (at) =>
          html`<button class="numbers" part="moment" @click=${() => void this.#watch(at, productId)}>
            ${this.text.again(this.#clock(at))}
          </button>`,
      )}
    </div>`;
  }

  #clock(at: ProgramTime): string {
    const since = this.state?.stream.info?.startedAt;
    return since === undefined ? formatTime(at, this.locale) : formatClock(at - since);
  }

  #when(at: ProgramTime): string {
    const isReckoned = this.state?.stream.info?.startedAt !== undefined;
    return isReckoned ? this.text.into(this.#clock(at)) : this.#clock(at);
  }

  async #watch(at: ProgramTime, productId: string): Promise<void> {
    const room = this.rooms.current;
    if (!room) return;
    // It may have gone since it was drawn.
    await this.look(room);
    if (this.#canWatch(at)) this.seek(at);
    else this.ask('product:open', { productId }).catch(() => undefined);
  }

  /** What was pressed goes: the focus stays here. */
  #keepFocus(): void {
    const place = this.renderRoot.querySelector<HTMLElement>('.count') ?? this;
    // (A list of chapters has no count, and by itself an element takes no focus.)
    if (place === this) this.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  readonly #goLive = (): void => {
    this.#keepFocus();
    this.seek('live');
  };

  readonly #retry = (): void => {
    this.#keepFocus();
    this.recall();
  };
}
