// SPDX-License-Identifier: MIT
import { isSoldOut, leadVariant, type Product } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatClock, formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { packageIcon, pinIcon, pinOffIcon, rotateCcwIcon } from './icons.js';
import { priceInWords } from './price.js';
import { stockOf } from './stock.js';
import type { View } from './view.js';

/** What the button of a row does. */
export type RowAct = 'pin' | 'again' | 'unpin' | 'sold-out' | 'busy';

/** What is on camera by the host's word: what was asked for last, or what viewers see. */
export function onCamera({ pinning, state }: Pick<View, 'pinning' | 'state'>): string | null {
  const { step } = pinning;
  return step?.kind === 'told' ? step.productId : state.catalog.pinned;
}

/** Whether the button of a row waits for the back end's answer. */
function isAsked({ pinning }: View, { id }: Product): boolean {
  const { step } = pinning;
  return step?.kind === 'asking' && (step.productId === id || (step.productId === null && step.before === id));
}

export function actOf(view: View, product: Product): RowAct {
  if (isAsked(view, product)) return 'busy';
  if (onCamera(view) === product.id) return 'unpin';
  if (isSoldOut(product)) return 'sold-out';
  return view.state.catalog.seen[product.id] === undefined ? 'pin' : 'again';
}

/** When it is or was shown. */
function airOf(view: View, product: Product, isNext: boolean): string | null {
  const { pinning, words, locale, state, room } = view;
  const { step, wait } = pinning;
  const seconds = Math.ceil(wait / 1000);
  const seen = state.catalog.seen[product.id];
  if (step?.kind === 'told' && seconds > 0) {
    if (step.productId === product.id) return words.seenIn(seconds, formatNumber(seconds, locale));
    if (state.catalog.pinned === product.id) return words.goneIn(seconds, formatNumber(seconds, locale));
  }
  if (state.catalog.pinned === product.id && seen !== undefined)
    return words.now(formatClock(room.playhead.now().programTime - seen));
  const startedAt = state.stream.info?.startedAt;
  if (seen !== undefined && startedAt !== undefined && seen >= startedAt)
    return words.shownAt(formatClock(seen - startedAt));
  return isNext ? words.next : null;
}

function button(view: View, product: Product): TemplateResult {
  const { words, press } = view;
  const act = actOf(view, product);
  const label = { pin: words.pin, again: words.again, unpin: words.unpin, 'sold-out': words.soldOut, busy: '' }[act];
  const looks = { pin: 'outline', again: '', unpin: 'primary', 'sold-out': '', busy: '' }[act];
  const drawing = { pin: pinIcon, again: rotateCcwIcon, unpin: pinOffIcon, 'sold-out': null, busy: null }[act];
  const isLeaving = view.pinning.step?.productId === null;
  return html`<button
    type="button"
    class="button act ${looks}"
    part="act"
    aria-disabled=${act === 'sold-out' ? 'true' : nothing}
    aria-busy=${act === 'busy' ? 'true' : nothing}
    @click=${() => press(product)}
  >
    ${drawing ? icon(drawing, 18) : nothing}${act === 'busy' ? (isLeaving ? words.unpinning : words.pinning) : label}
    <span class="visually-hidden"> ${product.title}</span>
  </button>`;
}

/** One product of the run of show. */
export function row(
  view: View,
  product: Product,
  { isNext, isFirst }: { readonly isNext: boolean; readonly isFirst: boolean },
): TemplateResult {
  const { words, locale, state, currentRow } = view;
  const variant = leadVariant(product);
  const image = variant?.image ?? product.images[0]?.url;
  const isOn = onCamera(view) === product.id;
  const price = priceInWords(view, product);
  const stock = stockOf(product, words, locale);
  const air = airOf(view, product, isNext);
  return html`<li
    class=${isOn ? 'row on' : 'row'}
    part=${isOn ? 'row on-camera' : 'row'}
    data-id=${product.id}
    tabindex=${(currentRow === null ? isFirst : currentRow === product.id) ? '0' : '-1'}
    aria-current=${isOn ? 'true' : nothing}
    aria-keyshortcuts="P"
  >
    <span class="thumb"
      >${
        image
          ? html`<img src=${image} alt="" width="48" height="48" loading="lazy" decoding="async" />`
          : icon(packageIcon, 20)
      }</span
    >
    <div class="about">
      <p class="name ellipsis">
        ${product.number === undefined ? nothing : html`<span class="number numbers">${product.number}</span>`} <bdi>${product.title}</bdi>
      </p>
      <p class="facts numbers">
        ${price ? html`<bdi>${price}</bdi>` : nothing}${price && stock ? ' · ' : nothing}${stock}
      </p>
    </div>
    ${air === null ? nothing : html`<span class="air numbers">${air}</span>`}
    ${state.catalog.canPin ? button(view, product) : nothing}
  </li>`;
}
