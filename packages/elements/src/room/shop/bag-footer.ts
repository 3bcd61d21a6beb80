// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import { formatMoney } from '../../shared/format-money.js';
import type { View } from '../view.js';

/** What is in the bag and the way there. */
export function bagFooter({ state, words, locale, actions, hasCart }: View): TemplateResult | typeof nothing {
  const count = state?.cart.count ?? 0;
  if (!hasCart || count === 0) return nothing;
  const total = state?.cart.cart?.totals.total;
  return html`<div slot="footer" class="bagfoot">
    <p>
      <span class="quiet">${words.items(count, formatNumber(count, locale))}</span>
      ${total ? html`<b class="numbers">${formatMoney(total, locale)}</b>` : nothing}
    </p>
    <button class="button primary large" @click=${actions.openBag}>${words.viewBag}</button>
  </div>`;
}
