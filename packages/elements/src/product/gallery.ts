// SPDX-License-Identifier: MIT
import type { Product, Variant } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { picture } from '../shared/commerce.js';
import type { Strings } from '../shared/localize.js';
import type { productStrings } from './product.strings.js';

/** The pictures to show: the chosen variant's own first. */
export function pictures(product: Product, variant: Variant | undefined): readonly { url: string; alt?: string }[] {
  const own = variant?.image;
  return own ? [{ url: own }, ...product.images.filter(({ url }) => url !== own)] : product.images;
}

function turn(event: KeyboardEvent): void {
  const track = event.currentTarget as HTMLElement;
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!way) return;
  event.preventDefault();
  track.scrollBy({ left: way * track.clientWidth });
}

/** Pictures side by side, one at a time; native scrolling, so a finger, a wheel and the arrow keys all turn them. */
export function gallery(
  product: Product,
  variant: Variant | undefined,
  text: Strings<typeof productStrings>,
  current: number,
  turned: (index: number) => void,
): TemplateResult {
  const all = pictures(product, variant);
  const scrolled = (event: Event): void => {
    const track = event.currentTarget as HTMLElement;
    turned(Math.round(Math.abs(track.scrollLeft) / track.clientWidth));
  };
  if (all.length === 0) return html`<div class="gallery">${picture(undefined, 24)}</div>`;
  return html`<div
      class="gallery ${product.kind === 'stay' ? 'place' : ''}"
      part="gallery"
      role="group"
      aria-label=${text.pictures(product.title)}
      tabindex=${all.length > 1 ? 0 : nothing}
      @keydown=${turn}
      @scroll=${scrolled}
    >
      ${all.map(
        ({ url, alt }, index) =>
          html`<div>
            <img class="ground" src=${url} alt="" loading="lazy" decoding="async" />
            <img
              src=${url}
              alt=${alt ?? text.pictureOf(index + 1, all.length)}
              loading="lazy"
              decoding="async"
            />
          </div>`,
      )}
    </div>
    ${
      all.length > 1
        ? html`<div class="dots" aria-hidden="true">
          ${all.map((_, index) => html`<span class=${index === Math.min(current, all.length - 1) ? 'on' : ''}></span>`)}
        </div>`
        : nothing
    }`;
}
