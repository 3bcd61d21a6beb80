// SPDX-License-Identifier: MIT
import type { Sticker } from '@vitrine/core';
import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../shared/localize.js';
import type { Offer } from './shelf.js';
import type { StickerWords } from './stickers.strings.js';

/** What the stickers are drawn from. */
export interface StickersView {
  readonly offer: Offer;
  readonly words: Strings<StickerWords>;
  /** What is on the button that asks for them once more. */
  readonly retry: string;
  /** For each button, in their order: whether Tab stops at it. */
  readonly tabIndex: () => number;
  readonly pressed: (event: KeyboardEvent) => void;
  readonly pick: (sticker: Sticker) => void;
  readonly ask: () => void;
}

const face = ({ url, label }: Sticker): TemplateResult | string =>
  url
    ? html`<img src=${url} alt=${label} width="64" height="64" loading="lazy" decoding="async" referrerpolicy="no-referrer" /><span
          >${label}</span
        >`
    : label;

function shown({ offer, words, retry, tabIndex, pick, ask }: StickersView): unknown {
  if (offer === 'loading') return html`<p role="status">${words.loading}</p>`;
  if (offer === 'failed') {
    return html`<p role="status">${words.failed}</p>
      <button type="button" class="again" tabindex=${tabIndex()} @click=${ask}>${retry}</button>`;
  }
  if (offer.length === 0) return html`<p role="status">${words.none}</p>`;
  return offer.map(
    (sticker) =>
      html`<button type="button" class="sticker" tabindex=${tabIndex()} @click=${() => pick(sticker)}>${face(sticker)}</button>`,
  );
}

/** The stickers below the emoji. */
export function stickersTemplate(view: StickersView): TemplateResult {
  return html`<p class="title" id="stickers">${view.words.stickers}</p>
    <div
      class="stickers"
      role="group"
      tabindex="-1"
      aria-labelledby="stickers"
      aria-busy=${view.offer === 'loading' ? 'true' : 'false'}
      @keydown=${view.pressed}
    >
      ${shown(view)}
    </div>`;
}
