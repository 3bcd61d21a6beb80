// SPDX-License-Identifier: MIT
import { toVitrineError, type Cart, type CartResult } from '@vitrine/core';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { notice } from '../shared/commerce.js';
import { icon } from '../shared/icon.js';
import { ticketPercentIcon, xIcon } from './icons.js';
import { refusalOf, sentence, type Refusal } from '../shared/refusal.js';
import type { LineView } from './line.js';
import { saved } from './totals.js';

/** Asks for a code to be applied or taken off; null when the page saw to it. */
type Apply = (code: string, remove: boolean) => Promise<CartResult | null>;

/** The coupon row: what is applied, and the field for one more. */
export class CouponController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #apply: Apply;
  #isOpen = false;
  #isBusy = false;
  /** What the shop says against the code in the field. */
  refusal: Refusal | null = null;

  constructor(host: ReactiveControllerHost, apply: Apply) {
    this.#host = host;
    this.#apply = apply;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = this.#isBusy = false;
    this.refusal = null;
  }

  render({ coupons, totals }: Cart, view: LineView): TemplateResult {
    const { text, locale } = view;
    const off = saved(totals, locale);
    return html`${coupons.map(
      (code) =>
        html`<div class="coupon" part="coupon">
          ${icon(ticketPercentIcon)} <bdi class="code">${code}</bdi>
          ${coupons.length === 1 && off ? html`<bdi class="saved numbers">${off}</bdi>` : nothing}
          <button class="round" aria-label=${text.removeCoupon(code)} @click=${() => this.#send(code, true)}>
            ${icon(xIcon, 16)}
          </button>
        </div>`,
    )}
    ${this.#isOpen ? this.#form(view) : coupons.length > 0 ? nothing : this.#opener(text.addCoupon)}`;
  }

  #opener(label: string): TemplateResult {
    return html`<button class="coupon add" part="coupon" @click=${this.#open}>${icon(ticketPercentIcon)} ${label}</button>`;
  }

  #form({ text, shop, locale }: LineView): TemplateResult {
    const { refusal } = this;
    return html`<form class="coupon entry" part="coupon" @submit=${this.#submit}>
        <input
          name="code"
          maxlength="64"
          autocomplete="off"
          autocapitalize="characters"
          aria-label=${text.couponCode}
          placeholder=${text.couponCode}
          aria-invalid=${refusal ? 'true' : nothing}
          aria-describedby=${refusal ? 'coupon-refusal' : nothing}
        />
        <button class="button" aria-busy=${this.#isBusy ? 'true' : nothing}>${text.apply}</button>
      </form>
      ${refusal ? notice(sentence(refusal, shop, locale), 'warn', 'coupon-refusal') : nothing}`;
  }

  readonly #open = async (event: Event): Promise<void> => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    this.#isOpen = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    root.querySelector<HTMLElement>('.entry input')?.focus();
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('code') as HTMLInputElement;
    const code = field.value.trim();
    if (code) await this.#send(code, false);
    // A code that does not count stays where it can be mended.
    if (this.#isOpen) field.focus();
  };

  async #send(code: string, remove: boolean): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.refusal = null;
    this.#host.requestUpdate();
    try {
      const result = await this.#apply(code, remove);
      this.refusal = result?.issues.find((issue) => issue.code.startsWith('COUPON')) ?? null;
    } catch (thrown) {
      this.refusal = refusalOf(toVitrineError(thrown));
    }
    this.#isOpen = this.refusal !== null;
    this.#isBusy = false;
    this.#host.requestUpdate();
  }
}
