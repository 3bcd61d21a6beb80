// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { formatClock, formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { eyeIcon, pauseIcon, wifiOffIcon } from './icons.js';
import type { View } from './view.js';

/** LIVE in red only while frames are arriving; else what is so. */
function pill({ state, player, words, room }: View): TemplateResult | typeof nothing {
  const { info } = state.stream;
  if (!info) return nothing;
  const isAway = state.connection.status === 'reconnecting';
  const isLive = info.phase === 'live' && player?.hasPicture === true;
  const label = isAway
    ? words.reconnecting
    : info.phase === 'live'
      ? isLive
        ? words.live
        : words.noPicture
      : words[info.phase];
  const drawing = isAway ? wifiOffIcon : info.phase === 'paused' ? pauseIcon : null;
  const { startedAt } = info;
  const clock = info.phase === 'live' && startedAt !== undefined ? formatClock(room.liveEdge() - startedAt) : null;
  return html`<span class=${isLive && !isAway ? 'pill live' : 'pill'} part="live-pill">
    <b>${drawing ? icon(drawing, 14) : nothing}${label}</b>
    ${
      clock === null
        ? nothing
        : html`<span class="clock numbers"
          ><span aria-hidden="true">${clock}</span><span class="visually-hidden">${words.running(clock)}</span></span
        >`
    }
  </span>`;
}

/** What the show is, for how long, and for how many. */
export function bar(view: View): TemplateResult {
  const { state, words, locale } = view;
  const { viewers } = state.presence;
  const shown = viewers ? formatNumber(viewers, locale) : '';
  return html`<div class="bar" part="bar">
    ${pill(view)}
    <h1 class="ellipsis" part="title"><bdi>${state.stream.info?.title ?? words.label}</bdi></h1>
    ${
      viewers
        ? html`<span class="viewers numbers" part="viewers">
          ${icon(eyeIcon, 18)} <span aria-hidden="true">${shown}</span>
          <span class="visually-hidden">${words.watching(viewers, shown)}</span>
        </span>`
        : nothing
    }
    <slot name="tools"></slot>
  </div>`;
}
