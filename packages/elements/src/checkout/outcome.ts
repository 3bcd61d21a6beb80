// SPDX-License-Identifier: MIT
import { safeUrl, type CheckoutPhase, type CheckoutState } from '@vitrine/core';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { notice } from '../shared/commerce.js';
import { formatMoney } from '../shared/format-money.js';
import { icon } from '../shared/icon.js';
import { checkIcon, circleAlertIcon, landmarkIcon, walletIcon } from './icons.js';
import { refusalOf, sentence, type ShopWords } from '../shared/refusal.js';
import type { CheckoutWords } from './step.js';

export interface OutcomeView {
  readonly text: CheckoutWords;
  readonly shop: ShopWords;
  readonly locale: string;
  refresh(): void;
  /** Back to the show: what is over is put away. */
  watch(): void;
  /** Back to the bag. */
  back(): void;
}

interface Screen {
  readonly drawing: SVGTemplateResult | null;
  readonly look?: 'done' | 'bad';
  readonly title: string;
  readonly lines?: readonly unknown[];
  readonly buttons?: readonly unknown[];
}

function button(label: string, press: () => void, look = ''): TemplateResult {
  return html`<button class="button large ${look}" part="button" @click=${press}>${label}</button>`;
}

function handedOff({ session }: CheckoutState, { text, back }: OutcomeView): Screen {
  const handoff = session?.handoff;
  const buttons = [button(text.backToBag, back)];
  if (handoff?.kind === 'qr') {
    // A payment app's own scheme is no link for a browser: shown as text it can still be copied.
    const url = safeUrl(handoff.payload, 'checkout');
    const payload = url
      ? html`<a href=${url} target="_blank" rel="noopener"><bdi>${url}</bdi></a>`
      : html`<bdi>${handoff.payload}</bdi>`;
    return {
      drawing: walletIcon,
      title: text.scanTitle,
      lines: [text.scan, html`<span class="payload">${payload}</span>`],
      buttons,
    };
  }
  const url = handoff && 'url' in handoff ? safeUrl(handoff.url, 'checkout') : undefined;
  if (!url) return { drawing: circleAlertIcon, look: 'bad', title: text.refusedTitle, lines: [text.unsafe], buttons };
  const target = handoff?.kind === 'popup' ? '_blank' : nothing;
  const open = html`<a class="button primary large" part="button" href=${url} target=${target} rel=${target === nothing ? nothing : 'noopener'}
    >${text.openPayment}</a
  >`;
  return {
    drawing: walletIcon,
    title: text.handoffTitle,
    lines: [text.handoffAt(new URL(url).hostname)],
    buttons: [open, ...buttons],
  };
}

function screenOf(phase: CheckoutPhase, state: CheckoutState, view: OutcomeView): Screen {
  const { session, error } = state;
  const { text, shop, locale } = view;
  const backToBag = [button(text.backToBag, view.back, 'primary')];
  switch (phase) {
    case 'handed-off':
      return handedOff(state, view);
    case 'pending':
      return {
        drawing: landmarkIcon,
        title: text.pendingTitle,
        lines: [text.pending],
        buttons: [button(text.refresh, view.refresh, 'primary'), button(text.continueWatching, view.watch)],
      };
    case 'paid':
      return {
        drawing: checkIcon,
        look: 'done',
        title: text.paidTitle,
        lines: session
          ? [
              session.orderNumber ? html`<bdi class="strong">${text.order(session.orderNumber)}</bdi>` : nothing,
              html`<bdi class="numbers">${text.paid(formatMoney(session.total, locale))}</bdi>`,
            ]
          : [],
        buttons: [button(text.continueWatching, view.watch, 'primary')],
      };
    case 'expired':
      return { drawing: circleAlertIcon, title: text.expiredTitle, lines: [text.expired], buttons: backToBag };
    case 'canceled':
      return { drawing: circleAlertIcon, title: text.canceledTitle, lines: [text.canceled], buttons: backToBag };
    case 'failed': {
      const words = error ? sentence(refusalOf(error, session?.total.currency), shop, locale) : shop.UNKNOWN;
      return { drawing: null, title: text.refusedTitle, lines: [notice(words, 'danger')], buttons: backToBag };
    }
    default:
      return { drawing: null, title: text.confirming };
  }
}

/** What became of it, or what is waited for. */
export function outcome(state: CheckoutState, view: OutcomeView): TemplateResult {
  const { drawing, look = '', title, lines = [], buttons = [] } = screenOf(state.phase, state, view);
  return html`<div class="outcome" part="outcome">
    ${drawing ? html`<div class="sign ${look}">${icon(drawing, 24)}</div>` : buttons.length === 0 ? html`<span class="spinner"></span>` : nothing}
    <h3 tabindex="-1">${title}</h3>
    ${lines.map((line) => html`<div class="line">${line}</div>`)}
    ${buttons.length > 0 ? html`<div class="buttons">${buttons}</div>` : nothing}
  </div>`;
}
