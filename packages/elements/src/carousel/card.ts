// SPDX-License-Identifier: MIT
import { leadVariant, needsChoice, type Product } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { outWord, picture } from '../shared/commerce.js';
import { priceOf, priceTag } from '../shared/price.js';
import type { Strings } from '../shared/localize.js';
import { icon } from '../shared/icon.js';
import { audioLinesIcon, checkIcon, plusIcon } from './icons.js';
import type { ShopWords } from '../shared/refusal.js';
import type { carouselStrings } from './carousel.strings.js';

/** What all cards of a carousel have in common. */
export interface Cards {
  readonly isRail: boolean;
  readonly hasCart: boolean;
  readonly pinned: string | null;
  /** The show goes on: what is on camera is to be seen. */
  readonly isOn: boolean;
  readonly locale: string;
  readonly text: Strings<typeof carouselStrings>;
  readonly shop: ShopWords;
  /** Products on their way into the bag, and just there. */
  readonly adding: ReadonlyMap<string, 'busy' | 'done'>;
  /** With a roving focus the one card that Tab reaches; null: Tab reaches all. */
  readonly stop: string | null;
}

function action(product: Product, cards: Cards, isShown: boolean): TemplateResult | typeof nothing {
  const { text, hasCart, isRail, stop } = cards;
  const state = cards.adding.get(product.id);
  const tabindex = stop === null || stop === product.id ? 0 : -1;
  const isChoice = needsChoice(product) || product.kind === 'stay';
  if (!hasCart && !isChoice) return nothing;
  const name = isChoice ? text.choose(product.title) : text.add(product.title);
  const isBuy = isShown && !isRail;
  return html`<button
    class="${isBuy ? 'button primary' : `round filled ${isRail ? 'hit' : ''}`} add ${state ?? ''}"
    part="add"
    tabindex=${tabindex}
    aria-label=${isBuy ? text.buyNamed(product.title) : name}
    aria-busy=${state === 'busy' ? 'true' : nothing}
  >
    ${
      state === 'busy'
        ? html`<span class="spinner"></span>`
        : isBuy && !state
          ? text.buy
          : icon(state ? checkIcon : plusIcon, isRail ? 16 : 20)
    }
  </button>`;
}

/** One product: a card of the rail or a row of the list, by the same parts in the same order. */
export function card(product: Product, cards: Cards): TemplateResult {
  const { isRail, shop, locale } = cards;
  const variant = leadVariant(product);
  const price = priceOf(product);
  const isShown = cards.pinned === product.id;
  const out = outWord(product, shop);
  const url = product.images[0]?.url ?? variant?.image;
  // What is left of one size tells nothing of the others.
  const { availability } = (needsChoice(product) ? undefined : variant) ?? {};
  const left = availability?.state === 'low' && availability.quantity ? shop.left(availability.quantity) : '';
  const note = out || left;
  const facts = [product.subtitle, product.rating && `${product.rating.value} ★`].flatMap((fact) =>
    fact ? fact.split(' · ') : [],
  );
  // A place fills its picture; a thing lies on a ground that goes on beside it.
  const isPlace = product.kind === 'stay';
  const cost = price ? priceTag(price, shop, locale) : nothing;
  const deed = out ? (isRail ? html`<span class="tag">${out}</span>` : nothing) : action(product, cards, isShown);
  return html`<li>
    <article
      class="${isShown ? 'now' : ''} ${out ? 'out' : ''}"
      part=${isShown ? 'card now' : 'card'}
      data-product=${product.id}
      aria-current=${isShown ? 'true' : nothing}
    >
      <div class="picture ${isPlace ? 'place' : ''}">
        ${isRail && url && !isPlace ? html`<img class="ground" src=${url} alt="" loading="lazy" decoding="async" />` : nothing}
        ${picture(url, 76)}
        ${product.number === undefined ? nothing : html`<span class="number numbers">${product.number}</span>`}
      </div>
      <div class="text">
        ${isShown && cards.isOn ? html`<span class=${isRail ? 'tag' : 'label'}>${icon(audioLinesIcon, isRail ? 12 : 14)} ${shop.nowShowing}</span>` : nothing}
        <button class="name" part="name" dir="auto" tabindex=${cards.stop === null || cards.stop === product.id ? 0 : -1}>
          <span class="clamp">${product.title}</span>
        </button>
        ${
          isRail
            ? html`<div class="foot">${cost} ${deed}</div>`
            : html`<span class="about small ${note ? `clamp note ${out ? '' : 'low'}` : ''}" dir="auto"
                  >${
                    // What does not fit goes whole, and its dot with it.
                    note ||
                    facts.map((fact, at) => html` <span class="fact ellipsis">${at > 0 ? '· ' : ''}${fact}</span>`)
                  }</span
                >
                ${cost}`
        }
      </div>
      ${isRail ? nothing : deed}
    </article>
  </li>`;
}
