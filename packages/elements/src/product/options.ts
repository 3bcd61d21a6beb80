// SPDX-License-Identifier: MIT
import { isAvailable, type OptionAxis, type Product } from '@vitrine/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatList } from '../shared/format.js';
import { outWord } from '../shared/commerce.js';
import { icon } from '../shared/icon.js';
import { infoIcon, packageIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import type { ShopWords } from '../shared/refusal.js';
import { chosenName, chosenVariant, prospect, type Chosen } from './choice.js';
import type { productStrings } from './product.strings.js';

export interface Choosing {
  readonly product: Product;
  readonly chosen: Chosen;
  readonly locale: string;
  readonly text: Strings<typeof productStrings>;
  readonly shop: ShopWords;
  choose(axis: string, value: string): void;
}

/** Why what was chosen cannot be had, or how little of it is left; empty where there is nothing to tell. */
export function remark(choosing: Choosing): { readonly words: string; readonly isLow: boolean } {
  const { product, chosen, locale, text, shop } = choosing;
  const variant = chosenVariant(product, chosen);
  const names = product.options.map((axis) => chosenName(axis, chosen)).filter(Boolean);
  const last = names.at(-1) ?? '';
  if (!variant) {
    const axis = product.options.filter(({ id }) => chosen[id] !== undefined).at(-1);
    return { words: axis ? excuse(choosing, axis, chosen[axis.id] ?? '') : '', isLow: false };
  }
  const { availability } = variant;
  if (!isAvailable(availability)) {
    return {
      words: names.length > 0 ? text.soldOutIn(formatList(names, locale)) : outWord(product, shop),
      isLow: false,
    };
  }
  if (availability.state !== 'low') return { words: '', isLow: false };
  const { quantity } = availability;
  if (quantity === undefined) return { words: text.few, isLow: true };
  return { words: last ? text.leftIn(quantity, last) : shop.left(quantity), isLow: true };
}

/** Words for a value that cannot be had with the other choices. */
function excuse({ product, chosen, text, shop, locale }: Choosing, axis: OptionAxis, valueId: string): string {
  const outlook = prospect(product, chosen, axis.id, valueId);
  if (outlook === 'available') return '';
  if (outlook === 'sold-out') return shop.soldOut;
  const others = product.options.filter(({ id }) => id !== axis.id).map((other) => chosenName(other, chosen));
  const list = formatList(others.filter(Boolean), locale);
  const name = axis.values.find(({ id }) => id === valueId)?.name ?? '';
  return list ? text.notIn(name, list) : text.notAvailable(name);
}

// The colour comes from the shop: only a hex colour is taken for one.
function swatch(colour: string, isOut: boolean): TemplateResult {
  const fill = /^#[\da-f]{3,8}$/i.test(colour) ? colour : 'none';
  return html`<svg class="swatch" width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
    <circle cx="17" cy="17" r="16.5" fill=${fill} stroke="#0002" />
    ${isOut ? svg`<path d="M5 29 29 5" stroke="#0006" stroke-width="4" /><path d="M5 29 29 5" stroke="#fff" stroke-width="2" />` : nothing}
  </svg>`;
}

/** One axis: native radio buttons drawn as chips or swatches; what cannot be had is struck, and can be asked why. */
export function optionAxis(axis: OptionAxis, choosing: Choosing): TemplateResult {
  const { chosen, choose } = choosing;
  const isSwatches = axis.display === 'swatches';
  return html`<fieldset part="options" data-axis=${axis.id}>
    <legend><bdi>${axis.name}</bdi> <bdi class="value">${chosenName(axis, chosen)}</bdi></legend>
    <div class="values">
      ${axis.values.map(({ id, name, swatch: colour }) => {
        const reason = excuse(choosing, axis, id);
        const isSwatch = isSwatches && colour !== undefined;
        return html`<label
          class="${isSwatch ? 'dot' : 'option'} ${reason ? 'out' : ''}"
          part=${isSwatch ? 'swatch' : 'option'}
          title=${reason || nothing}
        >
          <input
            type="radio"
            name=${axis.id}
            .checked=${live(chosen[axis.id] === id)}
            aria-label=${reason ? `${name}, ${reason}` : name}
            @change=${() => choose(axis.id, id)}
          />
          ${isSwatch ? swatch(colour, reason !== '') : html`<bdi>${name}</bdi>`}
        </label>`;
      })}
    </div>
  </fieldset>`;
}

/** The line under the options. */
export function remarkLine(choosing: Choosing): TemplateResult | typeof nothing {
  const { words, isLow } = remark(choosing);
  if (!words) return nothing;
  return html`<p class="remark ${isLow ? 'low' : ''}">${icon(isLow ? packageIcon : infoIcon, 14)} <bdi>${words}</bdi></p>`;
}
