// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { priceOf, priceTag } from '../../shared/price.js';
import { icon } from '../../shared/icon.js';
import { eyeIcon } from './icons.js';
import { closeButton, muteButton, pill } from '../header.js';
import { shopWords } from './words.js';
import type { View } from '../view.js';

/** The small player: what is on, sound, a way out, and what is shown for how much. */
export function mini(view: View): TemplateResult {
  const { layout, pinned, viewers, words, locale, actions } = view;
  const state = html`<div class="facts">${pill({ ...view, viewers: null })}</div>`;
  if (layout === 'entry') return state;
  const price = pinned ? priceOf(pinned) : undefined;
  return html`<div class="head">${closeButton(view, 16)} ${state}</div>
    <div class="low">
      <div class="line">
        ${muteButton(view, 16)}
        ${
          viewers === null
            ? nothing
            : html`<span class="viewers numbers">
              ${icon(eyeIcon, 14)} <span aria-hidden="true">${viewers}</span>
              <span class="visually-hidden">${words.watching(viewers)}</span>
            </span>`
        }
      </div>
      ${
        pinned && price
          ? html`<button class="pin small joiner" part="pin" @click=${() => actions.joinAt(pinned.id)}>
            <span class="thumb">
              ${pinned.images[0] ? html`<img src=${pinned.images[0].url} alt="" decoding="async" />` : nothing}
            </span>
            <span class="about"><bdi class="name ellipsis">${pinned.title}</bdi> ${priceTag(price, shopWords(view), locale)}</span>
          </button>`
          : nothing
      }
    </div>`;
}
