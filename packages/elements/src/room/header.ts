// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import {
  eyeIcon,
  pauseIcon,
  share2Icon,
  shoppingBagIcon,
  volume2Icon,
  volumeXIcon,
  wifiOffIcon,
  xIcon,
} from './icons.js';
import type { View } from './view.js';

/** Who speaks: picture, title, name and brand. */
export function hostCapsule({ info, layout }: View): TemplateResult | typeof nothing {
  if (!info) return nothing;
  const { name, brand, avatar } = info.host;
  return html`<div class=${layout === 'inline' ? 'host' : 'host chip'} part="host">
    <span class="avatar">
      ${avatar ? html`<img src=${avatar} alt="" decoding="async" />` : nothing}<bdi>${[...name][0] ?? ''}</bdi>
    </span>
    <div class="who">
      <h2 part="title"><bdi class="clamp">${info.title}</bdi></h2>
      <p class="ellipsis"><bdi>${name}</bdi>${brand ? html` · <bdi>${brand}</bdi>` : nothing}</p>
    </div>
  </div>`;
}

/** LIVE and how many watch; grey words where what is shown is not live. */
export function pill(view: View): TemplateResult | typeof nothing {
  const { pill: kind, words, viewers } = view;
  if (!kind) return nothing;
  const drawing = kind === 'reconnecting' ? wifiOffIcon : kind === 'paused' ? pauseIcon : null;
  // With the picture, not before it: whatever comes first would be pushed aside.
  const isCounted = viewers !== null && (kind === 'live' || kind === 'behind');
  return html`<span class=${kind === 'live' ? 'pill live' : 'pill'} part="live-pill">
    <b>${drawing ? icon(drawing, 14) : nothing}${words[kind]}</b>
    ${
      isCounted
        ? html`<span class="viewers numbers" part="viewers">
          ${icon(eyeIcon, 14)} ${keyed(viewers, html`<span class="count" aria-hidden="true">${viewers}</span>`)}
          <span class="visually-hidden">${words.watching(viewers)}</span>
        </span>`
        : nothing
    }
  </span>`;
}

/** The chips beside the pill: what else is so right now. */
export function chips({ isAway, pill: kind, show, state, words, actions }: View): TemplateResult | typeof nothing {
  if (state?.connection.status === 'failed' && show !== 'refused') {
    return html`<button class="fact chip" @click=${actions.retry}>${icon(wifiOffIcon, 14)} ${words.tryAgain}</button>`;
  }
  if (!isAway || kind === 'reconnecting') return nothing;
  return html`<span class="fact chip">${icon(wifiOffIcon, 14)} ${words.reconnecting}</span>`;
}

export function muteButton({ player, show, words, actions }: View, size = 20): TemplateResult | typeof nothing {
  if (!player?.toggleMute || (show !== 'playing' && show !== 'recovering')) return nothing;
  const isMuted = player.muted ?? false;
  return html`<button class="round chip" aria-label=${isMuted ? words.unmute : words.mute} @click=${actions.toggleMute}>
    ${icon(isMuted ? volumeXIcon : volume2Icon, size)}
  </button>`;
}

export function closeButton({ words, actions, isClosable }: View, size = 20): TemplateResult | typeof nothing {
  if (!isClosable) return nothing;
  return html`<button class="round chip close" aria-label=${words.close} @click=${actions.close}>
    ${icon(xIcon, size)}
  </button>`;
}

export function shareButton({ words, actions, canShare }: View): TemplateResult | typeof nothing {
  if (!canShare) return nothing;
  return html`<button class="round chip" aria-label=${words.share} @click=${() => void actions.share()}>
    ${icon(share2Icon)}
  </button>`;
}

/** @param kind `accent` at the end of the composer's bar, `chip` over the picture */
export function bagButton(view: View, kind: 'accent' | 'chip'): TemplateResult | typeof nothing {
  const { state, words, locale, actions, layout, hasCart } = view;
  const hasTray = (layout === 'stage' || layout === 'landscape') && (state?.catalog.products.length ?? 0) > 0;
  if (!state || (!hasCart && !hasTray)) return nothing;
  const { count } = state.cart;
  const name = hasTray ? (hasCart ? `${words.products}. ${words.bag(count)}` : words.products) : words.bag(count);
  return html`<button
    class="round bag ${kind}"
    aria-label=${name}
    aria-haspopup="dialog"
    @click=${hasTray ? actions.openTray : actions.openBag}
  >
    ${icon(shoppingBagIcon)}
    ${
      count > 0
        ? keyed(
            count,
            html`<span class="badge numbers" aria-hidden="true">${formatNumber(Math.min(count, 99), locale)}${count > 99 ? '+' : ''}</span>`,
          )
        : nothing
    }
  </button>`;
}

/** The top of the picture. */
export function header(view: View): TemplateResult {
  const { layout, hasMargins, panels } = view;
  const isTheatre = layout === 'theatre';
  // In the order of the keyboard: way out, sound, host; where they stand is up to the styles.
  return html`<header class="head">
    <div class="buttons">
      ${closeButton(view)} ${isTheatre ? shareButton(view) : muteButton(view)}
      ${isTheatre && !hasMargins ? bagButton(view, 'chip') : nothing}
      ${panels.map(({ chip }) => chip?.(isTheatre))}
    </div>
    ${hostCapsule(view)}
    <div class="facts">${pill(view)} ${chips(view)}</div>
    <vitrine-closing></vitrine-closing>
  </header>`;
}
