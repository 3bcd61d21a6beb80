// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './view.js';

/** The products of the show, unless the page has put its own list into the slot. */
export function productList(
  { hasSlot }: View,
  variant: 'rail' | 'list' | 'rows',
  { isSlotted = true, limit = null }: { readonly isSlotted?: boolean; readonly limit?: number | null } = {},
): TemplateResult {
  const carousel = (): TemplateResult =>
    html`<vitrine-carousel variant=${variant} limit=${limit ?? nothing}></vitrine-carousel>`;
  if (!isSlotted) return carousel();
  return html`<slot name="products">${hasSlot('products') ? nothing : carousel()}</slot>`;
}

/** Where the product on camera stands: its place is kept until what draws it is there. */
export const pinPlace = (view: View): TemplateResult =>
  view.shop?.pinnedCard(view) ?? html`<div class="pins kept"></div>`;
