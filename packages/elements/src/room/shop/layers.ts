// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import { productList } from '../goods.js';
import { openLayers, type Layer } from '../layers.js';
import type { View } from '../view.js';
import { bagFooter } from './bag-footer.js';

/** Product, bag and checkout, each the same element in every layout, and the tray of a stage. */
export function layers(view: View): TemplateResult {
  const { layout, isTrayOpen, openPanel, words, actions, state, locale } = view;
  const isTheatre = layout === 'theatre';
  const isStage = layout === 'stage' || layout === 'landscape';
  const open = openLayers(view);
  // Whatever is under the top one waits: neither keyboard nor reader gets there.
  const isCovered = (layer: Layer): boolean => {
    const at = open.indexOf(layer);
    return at >= 0 && at < open.length - 1;
  };
  const count = state?.catalog.products.length ?? 0;
  const beside = isTheatre ? 'drawer' : 'sheet';
  return html`
    ${
      isStage
        ? html`<vitrine-sheet
          class="tray"
          ?open=${isTrayOpen}
          ?inert=${isCovered('tray')}
          .label=${words.products}
          @vitrine-sheet-close=${actions.closeTray}
        >
          <span slot="subheading">${words.productCount(count, formatNumber(count, locale))}</span>
          ${isTrayOpen ? productList(view, 'list') : nothing} ${bagFooter(view)}
        </vitrine-sheet>`
        : nothing
    }
    ${
      isStage
        ? html`<vitrine-sheet
          class="tray"
          ?open=${openPanel !== null}
          ?inert=${isCovered('panel')}
          .label=${openPanel?.label ?? ''}
          @vitrine-sheet-close=${actions.closePanel}
        >
          ${openPanel?.content}
        </vitrine-sheet>`
        : nothing
    }
    <vitrine-product
      class=${isTheatre ? (open.includes('product') ? 'beside open' : 'beside') : ''}
      presentation=${isTheatre ? 'panel' : 'sheet'}
      ?inert=${isCovered('product')}
    ></vitrine-product>
    <vitrine-cart presentation=${beside} ?inert=${isCovered('cart')}></vitrine-cart>
    <vitrine-checkout presentation=${beside}></vitrine-checkout>
  `;
}
