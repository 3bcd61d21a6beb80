// SPDX-License-Identifier: MIT
import type { CheckoutSession, Handoff, PaymentMethod, VitrineError } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { notice } from '../shared/commerce.js';
import { formatMoney } from '../shared/format-money.js';
import { icon } from '../shared/icon.js';
import { creditCardIcon, landmarkIcon, mapPinIcon, truckIcon, walletIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import { refusalOf, sentence, type ShopWords } from '../shared/refusal.js';
import type { checkoutStrings } from './checkout.strings.js';

export type CheckoutWords = Strings<typeof checkoutStrings>;
export type Embedded = Extract<Handoff, { kind: 'embed' }>;

export interface StepView {
  readonly text: CheckoutWords;
  readonly shop: ShopWords;
  readonly locale: string;
  /** The method that is picked. */
  readonly method: string | null;
  /** For how long price and stock are held, as a clock; empty where nobody knows. */
  readonly held: string;
  readonly isBusy: boolean;
  pick(method: string): void;
}

const drawings = { card: creditCardIcon, wallet: walletIcon, bank: landmarkIcon };

function method({ id, kind, label, note }: PaymentMethod, { method: picked, pick, isBusy }: StepView): TemplateResult {
  return html`<label class="method" part="method">
    ${icon(drawings[kind] ?? creditCardIcon)}
    <span class="words">
      <bdi class="strong">${label}</bdi>
      ${note ? html`<bdi class="small">${note}</bdi>` : nothing}
    </span>
    <input
      type="radio"
      name="method"
      .checked=${live(picked === id)}
      ?disabled=${isBusy}
      @change=${() => pick(id)}
    />
  </label>`;
}

/** Why the last try failed, and that nothing was charged; the clock in it ticks without being told again. */
function refused(error: VitrineError, { text, shop, locale, held }: StepView, currency: string): TemplateResult {
  const [title, words] =
    error.code === 'PAYMENT_DECLINED'
      ? [text.declinedTitle, text.declined(held)]
      : error.code === 'PAYMENT_ACTION_REQUIRED'
        ? [text.actionTitle, text.action]
        : [text.refusedTitle, sentence(refusalOf(error, currency), shop, locale)];
  return html`<div class="refused" tabindex="-1">
    ${notice(html`<strong>${title}</strong><span role="timer">${words}</span>`, 'danger')}
  </div>`;
}

/** Address, delivery and the ways to pay. */
export function step(
  { address, delivery, methods }: Embedded,
  { total }: CheckoutSession,
  error: VitrineError | null,
  view: StepView,
): TemplateResult {
  const { text, locale } = view;
  return html`
    <div class="cards">
      ${
        address
          ? html`<section class="card" aria-label=${text.deliverTo}>
            ${icon(mapPinIcon)}
            <div class="words">
              <bdi class="strong">${address.name}</bdi>
              <bdi class="lines">${address.lines.join(', ')}</bdi>
            </div>
          </section>`
          : nothing
      }
      ${
        delivery
          ? html`<section class="card" aria-label=${text.delivery}>
            ${icon(truckIcon)}
            <div class="words">
              <bdi class="strong">${delivery.label}</bdi>
              ${delivery.note ? html`<bdi class="lines">${delivery.note}</bdi>` : nothing}
            </div>
            <bdi class="strong numbers">${formatMoney(delivery.price, locale)}</bdi>
          </section>`
          : nothing
      }
    </div>
    <fieldset>
      <legend>${text.payWith}</legend>
      <div class="methods" part="methods">${methods.map((one) => method(one, view))}</div>
    </fieldset>
    ${error ? refused(error, view, total.currency) : nothing}
  `;
}

/** The total and the button that pays it. @param isDeclined what is held is said with the refusal */
export function payFooter(
  { total, itemCount }: CheckoutSession,
  { text, locale, isBusy, method: picked, held }: StepView,
  isDeclined: boolean,
  pay: () => void,
): TemplateResult {
  const amount = formatMoney(total, locale);
  return html`<div slot="footer" class="footer">
    <div class="pair">
      <span class="muted">${text.total(itemCount)}</span>
      <bdi class="sum numbers">${amount}</bdi>
    </div>
    ${held && !isDeclined ? html`<p class="held small numbers" role="timer">${text.heldFor(held)}</p>` : nothing}
    <button
      class="button primary large"
      part="button"
      aria-busy=${isBusy ? 'true' : nothing}
      aria-disabled=${picked === null ? 'true' : nothing}
      @click=${pay}
    >
      ${isBusy ? html`<span class="spinner"></span>` : nothing}
      <span class=${isBusy ? 'visually-hidden' : ''}>${isBusy ? text.paying : text.pay} <bdi class="numbers">${amount}</bdi></span>
    </button>
  </div>`;
}
