// SPDX-License-Identifier: MIT
import type { OptionAxis, Product } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '../shared/commerce.js';
import { icon } from '../shared/icon.js';
import { checkIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import type { ShopWords } from '../shared/refusal.js';
import type { productStrings } from './product.strings.js';
import type { Deed } from './purchase.js';

export interface Footer {
  readonly product: Product;
  readonly deed: Deed;
  readonly canAdd: boolean;
  readonly canBuy: boolean;
  /** The axis that still waits for a choice. */
  readonly missing: OptionAxis | undefined;
  /** Why nothing of it can be had, whatever is chosen; empty where something can. */
  readonly out: string;
  /** What is chosen can be had, is sold out, or does not exist. */
  readonly state: 'available' | 'sold-out' | 'none';
  readonly text: Strings<typeof productStrings>;
  readonly shop: ShopWords;
  add(): void;
  buy(): void;
}

const busy = (label: string): TemplateResult =>
  html`<span class="spinner"></span><span class="visually-hidden">${label}</span>`;

function link(url: string, label: string): TemplateResult {
  return html`<div class="buttons">
    <a class="button primary large" part="buy" href=${url} target="_blank" rel="noopener">${label}</a>
  </div>`;
}

/** The buttons at the foot of the sheet: one accent, always at the same place. */
export function footer({
  product,
  deed,
  canAdd,
  canBuy,
  missing,
  out,
  state,
  text,
  shop,
  add,
  buy,
}: Footer): TemplateResult {
  const { kind, url } = product;
  if (kind === 'stay') {
    return url ? link(url, text.viewStay) : html`${notice(text.stayElsewhere, 'plain')}`;
  }
  if (!canAdd && !canBuy) return url ? link(url, text.view) : html``;
  const isBlocked = missing !== undefined || state !== 'available';
  const reason =
    out ||
    (state === 'sold-out'
      ? shop.soldOut
      : missing
        ? text.choose(missing.name)
        : state === 'none'
          ? text.unavailable
          : '');
  // Beside a place to buy that asks for the choice, adding takes the viewer to it too, and looks as ever.
  const addLook = deed === 'added' ? 'done' : canBuy ? '' : 'primary';
  const addLabel = reason && !canBuy ? reason : text.add;
  return html`<div class="buttons">
    ${
      canAdd && !out
        ? html`<button
          class="button large ${addLook}"
          part="add"
          aria-disabled=${isBlocked && !(missing && canBuy) ? 'true' : nothing}
          aria-busy=${deed === 'adding' ? 'true' : nothing}
          @click=${add}
        >
          ${deed === 'adding' ? busy(addLabel) : deed === 'added' ? html`${icon(checkIcon)} ${text.added}` : addLabel}
        </button>`
        : nothing
    }
    ${
      canBuy || out
        ? html`<button
          class="button ${out ? 'outline' : 'primary'} large"
          part="buy"
          aria-disabled=${isBlocked ? 'true' : nothing}
          aria-busy=${deed === 'buying' ? 'true' : nothing}
          @click=${buy}
        >
          ${deed === 'buying' ? busy(text.buy) : reason || text.buy}
        </button>`
        : nothing
    }
  </div>`;
}
