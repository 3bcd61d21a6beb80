// SPDX-License-Identifier: MIT
import { isSoldOut, leadVariant, type Money, type Variant } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { stepper } from '../shared/commerce.js';
import { priceOf, priceTag } from '../shared/price.js';
import { formatClock, formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { playIcon } from './icons.js';
import { gallery } from './gallery.js';
import { optionAxis, remarkLine, type Choosing } from './options.js';

/** What the sheet shows besides the product and the choice. */
export interface SheetState {
  readonly variant: Variant | undefined;
  /** When it was on camera, and how long after the beginning that was. */
  readonly seenAt: { readonly at: number; readonly since: number } | null;
  readonly picture: number;
  readonly quantity: number;
  readonly most: number;
  turned(index: number): void;
  seek(to: number): void;
  setQuantity(quantity: number): void;
}

/** How much less it costs, as a whole percentage; empty below one. */
function saving(amount: Money, compareAt: Money | undefined, locale: string): string {
  if (!compareAt || compareAt.currency !== amount.currency || compareAt.minor <= amount.minor) return '';
  // Rounded down: an offer is never made to look larger than it is.
  const percent = Math.floor(((compareAt.minor - amount.minor) * 100) / compareAt.minor);
  return percent > 0 ? new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100) : '';
}

/** Everything above the buttons, in the order of the design. */
export function productSheet(choosing: Choosing, state: SheetState): TemplateResult {
  const { product, text, shop, locale } = choosing;
  const { title, subtitle, rating, options, description, details } = product;
  const { seenAt, most } = state;
  const shown = state.variant ?? leadVariant(product);
  const price = state.variant?.price ?? priceOf(product);
  const isLowest = !state.variant && priceOf(product)?.isLowest;
  const off = price && !isLowest ? saving(price.amount, price.compareAt, locale) : '';
  const reviews = rating && formatNumber(rating.count, locale);
  const limit = shown?.maximumPerOrder;
  return html`<slot name="gallery"
      ><div class="pictures">
        ${gallery(product, state.variant, text, state.picture, state.turned)}
        ${
          seenAt
            ? html`<button class="tag seen hit numbers" part="seen" @click=${() => state.seek(seenAt.at)}>
              ${icon(playIcon, 12)} ${text.seenAt(formatClock(seenAt.since))}
            </button>`
            : nothing
        }
      </div></slot
    >
    <div class="about">
      <h2 part="name" data-heading tabindex="-1"><bdi>${title}</bdi></h2>
      <p class="facts">
        ${
          rating
            ? html`<span class="rating" aria-hidden="true">☆ ${rating.value}</span>
              <span class="visually-hidden">${text.rating(rating.value, reviews ?? '')}</span>`
            : nothing
        }
        <span
          >${rating ? html`<span aria-hidden="true">${text.reviews(reviews ?? '')}${subtitle ? ' · ' : ''}</span>` : nothing}<bdi
            >${subtitle ?? ''}</bdi
          ></span
        >
      </p>
      ${
        price
          ? html`<div class="cost">
            ${priceTag(price, shop, locale)} ${off ? html`<span class="tag">${text.off(off)}</span>` : nothing}
          </div>`
          : nothing
      }
      ${price?.unitPrice ? html`<p class="small numbers"><bdi>${price.unitPrice}</bdi></p>` : nothing}
    </div>
    ${options.map((axis) => optionAxis(axis, choosing))} ${remarkLine(choosing)}
    ${
      product.kind === 'stay' || !shown || isSoldOut(product)
        ? nothing
        : html`<div class="quantity" part="quantity">
          <div>
            <div class="title">${text.quantity}</div>
            ${limit ? html`<div class="limit small">${text.limit(limit)}</div>` : nothing}
          </div>
          ${stepper({ value: state.quantity, least: 1, most: Math.max(most, 1), label: text.quantity, set: state.setQuantity }, shop)}
        </div>`
    }
    ${
      details?.length
        ? html`<section class="details" part="details">
          <h3>${text.details}</h3>
          <dl>
            ${details.map(({ name, value }) => html`<div><dt><bdi>${name}</bdi></dt> <dd><bdi>${value}</bdi></dd></div>`)}
          </dl>
        </section>`
        : nothing
    }
    ${description ? html`<p class="description"><bdi>${description}</bdi></p>` : nothing}
    <slot name="details"></slot>`;
}
