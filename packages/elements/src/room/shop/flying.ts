// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../../player/lazy.js';
import type { View } from '../view.js';

/** Few pages offer it: a file of its own, and what flies another one, fetched when the viewer wants it. */
const danmaku = new Lazy(() => import('../../danmaku/index.js'));

/** What moves over the picture: hearts, and what is said where the page offers that. */
export function flying({ state, show, player, isStill, hasDanmaku }: View): TemplateResult {
  const motion = isStill ? 'off' : 'auto';
  // (A player of the page's own may not say how it is.)
  const stands = (player?.phase ?? 'playing') !== 'playing' || player?.hasPicture === false;
  if (hasDanmaku) void danmaku.fetch();
  return html`${
    hasDanmaku && show === 'playing'
      ? html`<vitrine-danmaku motion=${motion} ?paused=${stands}></vitrine-danmaku>`
      : nothing
  }${
    state?.presence.canReact && show !== 'upcoming' && show !== 'ended'
      ? html`<vitrine-reaction-lane motion=${motion}></vitrine-reaction-lane>`
      : nothing
  }`;
}
