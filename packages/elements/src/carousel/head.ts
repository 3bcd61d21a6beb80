// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { audioLinesIcon, chevronLeftIcon, chevronRightIcon, searchIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import type { carouselStrings } from './carousel.strings.js';
import type { RailController } from './rail.js';

type CarouselWords = Strings<typeof carouselStrings>;

/** The button back to what is on camera. */
export function backButton(text: CarouselWords, press: () => void): TemplateResult {
  return html`<button class="button pill hit" part="live" @click=${press}>${icon(audioLinesIcon, 14)} ${text.back}</button>`;
}

/** The rail's heading with how many there are, the way back and the arrows. */
export function head(
  count: number,
  rail: RailController,
  text: CarouselWords,
  locale: string,
  back: () => void,
): TemplateResult {
  const { hasBefore, hasAfter, isAway } = rail;
  const arrow = (by: 1 | -1, isUsable: boolean, drawing: typeof chevronLeftIcon): TemplateResult =>
    html`<button
      class="round filled arrow hit"
      part=${by < 0 ? 'previous' : 'next'}
      aria-label=${by < 0 ? text.previous : text.next}
      aria-controls="track"
      aria-disabled=${isUsable ? nothing : 'true'}
      @click=${() => isUsable && rail.turn(by)}
    >
      ${icon(drawing, 18, false, true)}
    </button>`;
  return html`<div class="head">
    <h2 part="heading">
      ${text.heading}
      ${count > 0 ? html`<span class="count numbers">${text.count(count, formatNumber(count, locale))}</span>` : nothing}
    </h2>
    ${isAway ? backButton(text, back) : nothing}
    ${
      count > 0 && (hasBefore || hasAfter)
        ? html`${arrow(-1, hasBefore, chevronLeftIcon)}${arrow(1, hasAfter, chevronRightIcon)}`
        : nothing
    }
  </div>`;
}

export function searchField(text: CarouselWords, find: (wanted: string) => void): TemplateResult {
  return html`<label class="field" part="search">
    ${icon(searchIcon, 18)}
    <input
      type="search"
      aria-label=${text.search}
      placeholder=${text.search}
      autocomplete="off"
      @input=${(event: InputEvent) => find((event.target as HTMLInputElement).value)}
    />
  </label>`;
}

/** What is there before the products are. */
export function skeletons(text: CarouselWords): TemplateResult {
  const one = html`<li><div class="skeleton"></div></li>`;
  return html`<ul class="track" role="list" aria-busy="true" aria-label=${text.loading}>
    ${one}${one}${one}${one}${one}
  </ul>`;
}
