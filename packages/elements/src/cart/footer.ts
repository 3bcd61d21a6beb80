// SPDX-License-Identifier: MIT
import { safeUrl, type Cart, type CartState, type CheckoutMode, type CheckoutState } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { notice } from '../shared/commerce.js';
import { formatClock } from '../shared/format.js';
import { formatMoney } from '../shared/format-money.js';
import { icon } from '../shared/icon.js';
import { lockIcon, zapIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import { isDanger, sentence } from '../shared/refusal.js';
import type { cartStrings } from './cart.strings.js';
import type { LineView } from './line.js';
import { blockOf, isPending, type Till } from './till.js';
import { totals, type Delivery } from './totals.js';
import type { UndoController } from './undo.js';

type CartWords = Strings<typeof cartStrings>;

/** The offer to put back what was just removed. */
export function toast(
  { pause, resume, removed }: UndoController,
  text: CartWords,
  putBack: () => void,
): TemplateResult {
  return html`<div
    class="toast"
    part="toast"
    @pointerenter=${pause}
    @pointerleave=${resume}
    @focusin=${pause}
    @focusout=${resume}
  >
    <span class="ellipsis"><bdi>${text.removed(removed?.title ?? '')}</bdi></span>
    <button class="undo" @click=${putBack}>${text.undo}</button>
  </div>`;
}

/** Where one pays, as far as it is known. */
function trust({ modes, session }: CheckoutState, text: CartWords): TemplateResult {
  const handoff = session?.handoff;
  const url = handoff && 'url' in handoff && safeUrl(handoff.url, 'checkout');
  const site = url ? new URL(url).hostname : '';
  const line = modes.includes('embed') ? text.keepsPlaying : site ? text.elsewhereAt(site) : text.elsewhere;
  return html`<p class="note small">${icon(lockIcon, 14)} <span>${line}</span></p>`;
}

export interface CartFooter {
  readonly cart: Cart;
  readonly state: CartState;
  readonly checkout: CheckoutState;
  readonly till: Till;
  /** What the shop has said of the delivery, once it was asked. */
  readonly delivery: Delivery | null;
  /** The back end's clock. */
  readonly now: number;
  readonly view: LineView;
  press(mode: CheckoutMode | null): void;
}

/** What it comes to and the buttons that pay it. */
export function cartFooter({ cart, state, checkout, till, delivery, now, view, press }: CartFooter): TemplateResult {
  const { text, shop, locale } = view;
  const { modes } = checkout;
  const { isBusy, failure } = till;
  const left = (cart.expiresAt ?? now) - now;
  return html`${totals(cart, delivery, isPending(state), text, locale)}
  ${left > 0 ? html`<p class="note small numbers" role="timer">${text.heldFor(formatClock(left))}</p>` : nothing}
  ${failure ? notice(sentence(failure, shop, locale), isDanger(failure) ? 'danger' : 'warn') : nothing}
  ${
    modes.includes('express')
      ? html`<button class="button outline express" part="express" @click=${() => press('express')}>
        ${icon(zapIcon, 18)} ${text.express}
      </button>`
      : nothing
  }
  ${
    modes.length > 0
      ? html`<button
          class="button primary large"
          part="checkout"
          aria-busy=${isBusy ? 'true' : nothing}
          aria-disabled=${blockOf(state) ? 'true' : nothing}
          @click=${() => press(modes.includes('embed') ? 'embed' : null)}
        >
          ${isBusy ? html`<span class="spinner"></span>` : nothing}
          <span class=${isBusy ? 'visually-hidden' : ''}
            >${text.checkOut} · <bdi class="numbers">${formatMoney(cart.totals.total, locale)}</bdi></span
          >
        </button>
        ${trust(checkout, text)}`
      : nothing
  }`;
}
