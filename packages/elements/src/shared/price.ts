// SPDX-License-Identifier: MIT
import { isAvailable, type Price, type Product } from '@vitrine/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from './format-money.js';
import type { ShopWords } from './refusal.js';

/** The price of a product before a choice is made: the lowest that can be had, and whether others cost more. */
export function priceOf({ variants }: Product): (Price & { readonly isLowest: boolean }) | undefined {
  const available = variants.filter(({ availability }) => isAvailable(availability));
  const prices = (available.length > 0 ? available : variants).map(({ price }) => price);
  const [lowest] = [...prices].sort((a, b) => a.amount.minor - b.amount.minor);
  return lowest && { ...lowest, isLowest: prices.some(({ amount }) => amount.minor !== lowest.amount.minor) };
}

/** What is paid, and what was asked before, struck through. */
export function priceTag(
  { amount, compareAt, isLowest }: Pick<Price, 'amount' | 'compareAt'> & { readonly isLowest?: boolean },
  text: ShopWords,
  locale: string,
): TemplateResult {
  const shown = formatMoney(amount, locale);
  const former = compareAt && !isLowest && formatMoney(compareAt, locale);
  return html`<span class="price numbers" part="price"
    ><bdi class="amount">${isLowest ? text.from(shown) : shown}</bdi>${
      former
        ? html` <s aria-hidden="true"><bdi>${former}</bdi></s>
          <span class="visually-hidden">${text.before(former)}</span>`
        : nothing
    }</span
  >`;
}

/** The looks of a price. */
export const priceStyles = css`
  .price {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 8px;
  }
  .amount {
    font-weight: 700;
  }
  s {
    color: var(--_muted);
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
  }
`;
