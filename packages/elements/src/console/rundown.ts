// SPDX-License-Identifier: MIT
import { isSoldOut, type Product } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from '../shared/repeat.js';
import { formatNumber } from '../shared/format.js';
import type { PinMoment } from './pinning.js';
import { onCamera, row } from './row.js';
import type { View } from './view.js';

/** The first product after the one on camera that was not shown yet and can be had. */
function nextOf(view: View): string | null {
  const { products, seen } = view.state.catalog;
  const from = products.findIndex(({ id }) => id === onCamera(view));
  const isNew = (product: Product): boolean => seen[product.id] === undefined && !isSoldOut(product);
  return products.slice(from + 1).find(isNew)?.id ?? null;
}

/** The host is ahead of the preview: a pin belongs to what she shows now, or to what she sees there. */
function moments({ words, moment, pinning, setMoment }: View): TemplateResult {
  const { knowsFrame } = pinning;
  const choice = (value: PinMoment, label: string, isPossible: boolean): TemplateResult =>
    html`<label class="segment">
      <input
        type="radio"
        name="moment"
        value=${value}
        .checked=${live(moment === value)}
        ?disabled=${!isPossible}
        @change=${() => setMoment(value)}
      />
      <span>${label}</span>
    </label>`;
  return html`<fieldset class="segments" part="moment">
    <legend>${words.pinAt}</legend>
    <div class="track">${choice('live', words.atLive, true)} ${choice('frame', words.atFrame, knowsFrame)}</div>
  </fieldset>`;
}

function blank(title: string, way: string): TemplateResult {
  return html`<div class="blank">
    <p class="title">${title}</p>
    <p>${way}</p>
  </div>`;
}

function list(view: View): TemplateResult {
  const { state, words } = view;
  const { products, status } = state.catalog;
  if (status === 'failed' || status === 'absent') return blank(words.noCatalog, words.noCatalogWay);
  if (status === 'loading')
    return html`<div class="rows">${[0, 1, 2, 3].map(() => html`<div class="row skeleton"></div>`)}</div>`;
  if (products.length === 0) return blank(words.noProducts, words.noProductsWay);
  const next = nextOf(view);
  return html`<ul class="rows" role="list">
    ${repeat(
      products,
      ({ id }) => id,
      (product, index) => row(view, product, { isNext: product.id === next, isFirst: index === 0 }),
    )}
  </ul>`;
}

/** The products in the order of the show, each with its pin. */
export function rundown(view: View): TemplateResult {
  const { state, words, locale } = view;
  const { products, canPin, status } = state.catalog;
  return html`<div class="card rundown" part="rundown">
    <div class="head">
      <h2>
        ${words.rundown}
        ${
          products.length > 0
            ? html`<small class="numbers">${words.count(products.length, formatNumber(products.length, locale))}</small>`
            : nothing
        }
      </h2>
      ${canPin && products.length > 0 ? moments(view) : nothing}
    </div>
    ${list(view)}
    ${status === 'ready' && !canPin ? html`<p class="hint">${words.cannotPin}</p>` : nothing}
  </div>`;
}
