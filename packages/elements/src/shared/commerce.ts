// SPDX-License-Identifier: MIT
import { isSoldOut, type Product } from '@vitrine/core';
import { css, html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icon.js';
import { circleAlertIcon, infoIcon, minusIcon, packageIcon, plusIcon, trash2Icon } from './icons.js';
import { priceStyles } from './price.js';
import type { ShopWords } from './refusal.js';
import { rowStyles } from './rows.js';

/** A product's picture, or a drawing in its place. */
export function picture(url: string | undefined, size: number): TemplateResult {
  return url
    ? html`<img src=${url} alt="" width=${size} height=${size} loading="lazy" decoding="async" part="picture" />`
    : html`<span class="no-picture" part="picture">${icon(packageIcon, 24)}</span>`;
}

/** Why nothing of a product can be had now, in a word; empty where something can. */
export function outWord(product: Product, { soon, soldOut }: ShopWords): string {
  const { variants } = product;
  if (!isSoldOut(product)) return '';
  return variants.length > 0 && variants.every(({ availability }) => availability.state === 'soon') ? soon : soldOut;
}

/** A notice with an icon: warning unless it is told to be a danger or a plain note. */
export function notice(
  content: unknown,
  look: 'warn' | 'danger' | 'plain' = 'warn',
  id?: string,
  drawing?: SVGTemplateResult,
): TemplateResult {
  const isDanger = look === 'danger';
  return html`<div class="notice ${look}" part="notice" id=${id ?? nothing} role=${isDanger ? 'alert' : nothing}>
    ${icon(drawing ?? (isDanger ? circleAlertIcon : infoIcon), 16)}
    <div class="words">${content}</div>
  </div>`;
}

export interface Stepping {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Names the field for assistive technology. */
  readonly label: string;
  /** What the first button is called where it takes the thing away altogether, and then shows a bin. */
  readonly remove?: string | undefined;
  readonly describedBy?: string | undefined;
  set(value: number): void;
}

/** How many: a native number field between two buttons. */
export function stepper(
  { value, least, most, label, remove, describedBy, set }: Stepping,
  text: ShopWords,
): TemplateResult {
  const isBin = remove !== undefined && value <= 1;
  const change = (to: number): void => {
    const next = Math.min(Math.max(to, least), Math.max(most, least));
    if (Number.isInteger(next) && next !== value) set(next);
  };
  const step = (to: number, name: string, drawing: SVGTemplateResult, isEnd: boolean): TemplateResult =>
    html`<button class="round" aria-label=${name} aria-disabled=${isEnd ? 'true' : nothing} @click=${() => change(to)}>
      ${icon(drawing, 18)}
    </button>`;
  return html`<div class="stepper" part="stepper">
    ${step(value - 1, isBin ? remove : `${text.fewer}, ${label}`, isBin ? trash2Icon : minusIcon, value <= least)}
    <input
      class="numbers"
      type="number"
      inputmode="numeric"
      min=${least}
      max=${most}
      .value=${live(String(value))}
      aria-label=${label}
      aria-describedby=${describedBy ?? nothing}
      @change=${(event: Event) => {
        const field = event.target as HTMLInputElement;
        change(field.valueAsNumber);
        field.value = String(value);
      }}
    />
    ${step(value + 1, `${text.more}, ${label}`, plusIcon, value >= most)}
  </div>`;
}

const commerceStyles = css`
  .footer {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  /* small to look at, and 44 to touch */
  .hit::after {
    content: '';
    position: absolute;
    inset: -12px -8px;
  }
  .round[aria-disabled] {
    color: var(--_muted);
    cursor: default;
  }
  :host {
    display: block;
  }
  :host(:is([presentation='sheet'], [presentation='drawer'])) {
    display: contents;
  }
  :host([presentation='panel']) {
    block-size: 100%;
  }
  :host([presentation='panel']:not(:state(open))) {
    block-size: auto;
  }
  /* what lies over it dims the room already */
  :host([inert]) vitrine-sheet::part(backdrop) {
    opacity: 0;
  }
  .button[aria-busy] {
    gap: 0;
  }
  .small {
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    color: var(--_muted);
  }
  .picture {
    position: relative;
    flex: none;
    inline-size: 76px;
    block-size: 76px;
    border-radius: var(--_radius-m);
    overflow: clip;
    background: var(--_surface-2);
  }
  .picture > :is(img, .no-picture) {
    display: grid;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  /* a place fills its picture; of a thing the picture's own corner, spread out, is the ground beside it */
  .place,
  .ground {
    --_fit: cover;
  }
  .ground {
    object-position: 0 0;
    transform-origin: 0 0;
    scale: 12;
  }
  .no-picture {
    display: grid;
    place-items: center;
    color: var(--_muted);
  }
  .notice {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    border-radius: 10px;
    font-size: calc(13px * var(--_scale));
    font-weight: 500;
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .notice.danger {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .notice.plain {
    background: var(--_surface-2);
    color: var(--_on-surface);
  }
  .notice .icon {
    margin-block: calc(10px * var(--_scale) - 8px);
  }
  .notice .words {
    flex: 1;
    min-inline-size: 0;
  }
  .stepper {
    display: flex;
    flex: none;
    border-radius: var(--_radius-m);
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_line);
  }
  .stepper .round {
    border: 0;
    border-radius: var(--_radius-m);
  }
  .stepper input {
    appearance: textfield;
    inline-size: calc(32px * var(--_scale));
    border: 0;
    padding: 0;
    background: none;
    text-align: center;
    font-weight: 600;
    /* 16 px: a smaller field makes iOS zoom the page */
    font-size: calc(16px * var(--_scale));
    border-radius: 4px;
  }
  .stepper input::-webkit-inner-spin-button {
    display: none;
  }
  @media (forced-colors: active) {
    .notice,
    .stepper {
      border: 1px solid CanvasText;
    }
  }
`;

/** The looks of the above, of prices and of rows. */
export const commerce = [priceStyles, rowStyles, commerceStyles];
