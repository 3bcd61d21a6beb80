// SPDX-License-Identifier: MIT
import { leadVariant } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { monitorIcon, packageIcon, volume2Icon, volumeXIcon } from './icons.js';
import { priceInWords } from './price.js';
import type { View } from './view.js';

/** Which way up: viewers on phones see the upright picture, where the show has one. */
function orientationOf({ state }: View): 'landscape' | 'portrait' {
  const offered = (state.stream.info?.sources ?? []).map(({ orientation }) => orientation);
  return offered.length === 0 || offered.includes('portrait') ? 'portrait' : 'landscape';
}

function pinnedCard(view: View): TemplateResult | typeof nothing {
  const { pinned, words } = view;
  if (!pinned) return nothing;
  const variant = leadVariant(pinned);
  const image = variant?.image ?? pinned.images[0]?.url;
  const price = priceInWords(view, pinned);
  return html`<div class="on-camera" part="pin">
    <span class="thumb"
      >${image ? html`<img src=${image} alt="" width="40" height="40" decoding="async" />` : icon(packageIcon, 20)}</span
    >
    <span class="about">
      <bdi class="name ellipsis">${pinned.title}</bdi>
      ${price ? html`<bdi class="amount numbers">${price}</bdi>` : nothing}
    </span>
    <span class="tag soft">${words.pinnedTag}</span>
  </div>`;
}

function muteButton({ player, words }: View): TemplateResult | typeof nothing {
  if (!player?.hasPicture) return nothing;
  const isMuted = player.muted ?? true;
  // Not as a viewer's choice, which would be kept: with sound on, what viewers hear is heard in the studio.
  return html`<button
    type="button"
    class="round chip over-video sound"
    aria-label=${isMuted ? words.unmute : words.mute}
    @click=${() => (player.muted = !isMuted)}
  >
    ${icon(isMuted ? volumeXIcon : volume2Icon, 20)}
  </button>`;
}

/** What viewers see, and how long after the host. */
export function preview(view: View): TemplateResult {
  const { words, health, locale, room } = view;
  const { delay } = health;
  const seconds = delay === null ? null : Math.round(delay / 1000);
  return html`<div class="card preview" part="preview">
    <div class="seen" role="group" aria-label=${words.previewOf}>
      <div class="picture">
        <vitrine-player .room=${room} controls="none" orientation=${orientationOf(view)} muted></vitrine-player>
      </div>
      <span class="chip what">${icon(monitorIcon, 16)} ${words.preview}</span>
      ${muteButton(view)} ${pinnedCard(view)}
    </div>
    <p class="delay numbers" part="delay">${seconds === null ? words.noDelay : words.delay(seconds, formatNumber(seconds, locale))}</p>
  </div>`;
}
