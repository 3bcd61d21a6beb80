// SPDX-License-Identifier: MIT
import { isSoldOut, leadVariant, type Product } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { priceOf, priceTag } from '../../shared/price.js';
import { icon } from '../../shared/icon.js';
import { audioLinesIcon } from './icons.js';
import { isChoice } from '../actions.js';
import { shopWords } from './words.js';
import type { View } from '../view.js';

/** The product on camera: the card opens its sheet, the button buys it or asks for the choice it needs. */
export function pinnedCard(view: View): TemplateResult {
  const { pinned, pins } = view;
  return html`<div class=${pins.isKept ? 'pins kept' : 'pins'}>
    ${
      pins.leaving
        ? html`<div class="pin leaving" inert @animationend=${pins.left}>${face(view, pins.leaving)}</div>`
        : nothing
    }
    ${pinned ? keyed(pinned.id, card(view, pinned)) : nothing}
  </div>`;
}

function card(view: View, product: Product): TemplateResult {
  const { words, actions } = view;
  const isGone = isSoldOut(product);
  const label = isGone ? words.view : buyWord(view, product);
  const isBusy = actions.buying === product.id;
  return html`<div class=${isGone ? 'pin gone' : 'pin'} part="pin">
    <button class="open" @click=${() => actions.open(product.id)}>${face(view, product)}</button>
    <button
      class=${isGone ? 'button' : 'button primary'}
      aria-busy=${isBusy ? 'true' : nothing}
      @click=${() => (isGone ? actions.open(product.id) : void actions.buy(product))}
    >
      ${isBusy ? html`<span class="spinner"></span><span class="visually-hidden">${label}</span>` : label}
    </button>
  </div>`;
}

// Without a checkout the button puts it in the bag, and says so. Where a choice comes first the sheet asks for it.
function buyWord({ state, words }: View, product: Product): string {
  const isBought = isChoice(product) || (state !== null && state.checkout.modes.length > 0);
  return isBought ? words.buy : words.add;
}

function face(view: View, product: Product): TemplateResult {
  const shop = shopWords(view);
  const variant = leadVariant(product);
  const price = priceOf(product);
  const image = product.images[0]?.url ?? variant?.image;
  return html`<span class="thumb">
      ${image ? html`<img src=${image} alt="" decoding="async" />` : nothing}
      ${product.number === undefined ? nothing : html`<span class="number numbers">${product.number}</span>`}
    </span>
    <span class="about">
      ${
        isSoldOut(product)
          ? html`<span class="tag">${shop.soldOut}</span>`
          : view.show === 'paused' || view.show === 'interrupted'
            ? nothing
            : html`<span class="now">${icon(audioLinesIcon, 14)} ${shop.nowShowing}</span>`
      }
      <bdi class="name clamp">${product.title}</bdi>
      ${price ? priceTag(price, shop, view.locale) : nothing}
    </span>`;
}
