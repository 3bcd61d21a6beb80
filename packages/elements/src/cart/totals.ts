// SPDX-License-Identifier: MIT
import type { Cart, CartTotals, Handoff, Money } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../shared/format-money.js';
import type { Strings } from '../shared/localize.js';
import type { cartStrings } from './cart.strings.js';

/** What is taken off, with a true minus sign as figures have it: −€3.80. Empty where nothing is. */
export function saved({ discount }: CartTotals, locale: string): string {
  if (!discount?.minor) return '';
  return formatMoney({ ...discount, minor: -Math.abs(discount.minor) }, locale).replace('-', '−');
}

export type Delivery = NonNullable<Extract<Handoff, { kind: 'embed' }>['delivery']>;

/** How long delivery takes, as the shop said it for the same price: "Delivery, 3 to 5 days". */
function deliveryWords({ shipping }: CartTotals, known: Delivery | null): string | undefined {
  const { minor, currency } = known?.price ?? {};
  return shipping && minor === shipping.minor && currency === shipping.currency ? known?.label : undefined;
}

/** What it comes to, line by line. */
export function totals(
  { totals }: Cart,
  delivery: Delivery | null,
  isPending: boolean,
  text: Strings<typeof cartStrings>,
  locale: string,
): TemplateResult {
  const { items, shipping, tax, total, isEstimated } = totals;
  const row = (label: string, amount: string | undefined, look = ''): TemplateResult | typeof nothing =>
    amount
      ? html`<div class="pair ${look}"><dt>${label}</dt> <dd class="numbers"><bdi>${amount}</bdi></dd></div>`
      : nothing;
  const money = (amount: Money): string => formatMoney(amount, locale);
  return html`<dl part="total" class=${isPending ? 'pending' : ''}>
    ${row(text.items, money(items))} ${row(text.coupon, saved(totals, locale), 'saved')}
    ${row(deliveryWords(totals, delivery) || text.delivery, shipping && money(shipping))} ${row(text.tax, tax && money(tax))}
    ${row(isEstimated ? text.estimated : text.total, money(total), 'sum')}
  </dl>`;
}
