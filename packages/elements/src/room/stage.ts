// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { bagButton, header, pill } from './header.js';
import { pinPlace } from './goods.js';
import type { View } from './view.js';

/** What lies over the picture. The player itself stands before it in the element's own template. */
export function overPicture(view: View, tap: TemplateResult | typeof nothing): TemplateResult {
  const { layout } = view;
  if (layout === 'mini' || layout === 'entry') return html`${view.shop?.mini(view)}`;
  if (layout === 'inline')
    return html`<div class="head"><div class="facts">${pill(view)}</div></div>${view.states?.veil(view)}`;
  return html`
    ${view.states?.veil(view)} ${tap} ${header(view)}
    ${view.shop?.flying(view)} ${corners(view)}
  `;
}

/** What stands in the free corners at the bottom: beside an upright picture, or on a phone on its side. */
function corners(view: View): TemplateResult | typeof nothing {
  const { hasMargins, layout, state, isList } = view;
  if (isList || !(hasMargins || layout === 'landscape')) return nothing;
  return html`<div class="corner start">${pinPlace(view)}</div>
    <div class="corner end">
      ${state?.presence.canReact ? html`<vitrine-reactions variant="chip"></vitrine-reactions>` : nothing}
      ${bagButton(view, hasMargins ? 'chip' : 'accent')}
    </div>`;
}
