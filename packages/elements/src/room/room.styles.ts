// SPDX-License-Identifier: MIT
import { css } from 'lit';
import { inlineStyles } from './inline.styles.js';
import { overlayStyles } from './overlay.styles.js';
import { theatreStyles } from './theatre.styles.js';

// Which layout is drawn is a class (a script knows whether the page gave a height, a query does not); all that
// depends on how much space there is within it is a container query.
const frameStyles = css`
  :host {
    display: block;
    position: relative;
    text-align: start;
  }
  :host([layout='none']) {
    display: contents;
  }
  :host([motion='off']) {
    --vitrine-motion: 0;
  }
  :host(:fullscreen) {
    background: var(--_surface-2);
  }
  :host(:fullscreen),
  .frame:popover-open {
    --vitrine-safe-top: env(safe-area-inset-top, 0px);
    --vitrine-safe-bottom: env(safe-area-inset-bottom, 0px);
  }
  .probe {
    float: inline-start;
    inline-size: 0;
    block-size: 100%;
  }
  .frame {
    container: vitrine / inline-size;
    position: relative;
    overflow: clip;
    outline: none;
  }
  .frame.definite {
    container-type: size;
    block-size: 100%;
  }
  .frame[popover] {
    position: fixed;
    inset: 0;
    inline-size: min(390px, 100%);
    block-size: min(844px, 100dvh);
    margin: auto;
    padding: 0;
    border: 0;
    overflow: clip;
    background: none;
    color: inherit;
  }
  @media (width > 390px) {
    .frame[popover] > .room {
      border-radius: var(--_radius-xl);
    }
  }
  .frame::backdrop {
    background: rgb(12 12 14 / 0.6);
  }
  .room {
    position: relative;
    isolation: isolate;
    block-size: 100%;
    overflow: clip;
    border-radius: var(--vitrine-room-radius, 0px);
  }
  .frame:is(.mini, .entry) > .room {
    border-radius: var(--vitrine-room-radius, 18px);
  }
  .frame:not(.theatre, .inline) > .room {
    background: #1b1510;
  }
  /* without a height of the page's own: as high as an upright picture, and never higher than the window */
  .frame:not(.definite).stage > .room {
    block-size: min(177.78cqi, 100svh);
  }
  .frame:not(.definite):is(.mini, .entry) > .room {
    block-size: 177.78cqi;
  }
  [hidden] {
    display: none !important;
  }
  p,
  h2 {
    margin: 0;
  }
  .skip {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    z-index: 30;
    padding: 12px 16px;
    border-radius: var(--_radius-m);
    background: var(--_surface);
    color: var(--_on-surface);
    font-weight: 600;
    box-shadow: var(--_shadow-3);
  }
  .skip:not(:focus) {
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .end {
    position: absolute;
    inset-block-end: 0;
  }
  .scene {
    position: absolute;
    inset: 0;
    overflow: clip;
    color: var(--_on-video);
  }
  vitrine-player,
  ::slotted([slot='player']) {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .scrim {
    position: absolute;
    inset-inline: 0;
    z-index: 1;
    pointer-events: none;
  }
  .scrim.top {
    inset-block-start: 0;
    block-size: min(200px, 40%);
    background: var(--_scrim-top);
  }
  .scrim.bottom {
    inset-block-end: 0;
    block-size: min(500px, 60%);
    background: var(--_scrim-bottom);
  }
  /* their surfaces lie over the room by themselves */
  vitrine-cart,
  vitrine-checkout {
    display: contents;
  }
  .side {
    z-index: 3;
  }
  .list {
    min-block-size: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  .quiet {
    color: var(--_muted);
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
  }
  .bagfoot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .bagfoot > p {
    flex: 1;
    display: grid;
  }
  .bagfoot b {
    font-size: calc(18px * var(--_scale));
    line-height: calc(24px * var(--_scale));
  }
  /* what the page brought itself, while there is no room to show */
  .fallback {
    position: relative;
    z-index: 1;
    grid-area: 1 / 1 / -1 / -1;
    min-block-size: 100%;
    overflow: auto;
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .refused .fallback {
    flex: none;
    min-block-size: 0;
  }
  .toast {
    position: absolute;
    inset-inline: 12px;
    inset-block-end: calc(max(12px, var(--vitrine-safe-bottom, 0px)) + 56px);
    z-index: 20;
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: fit-content;
    max-inline-size: calc(100% - 24px);
    min-block-size: 44px;
    margin-inline: auto;
    padding: 8px 16px;
    border-radius: var(--_radius-m);
    background: var(--_on-surface);
    color: var(--_surface);
    box-shadow: var(--_shadow-3);
    animation: stay 6s both;
  }
  .toast:is(:hover, :focus-within) {
    animation-play-state: paused;
  }
  .toast button {
    position: relative;
    font-weight: 600;
    text-decoration: underline;
  }
  .toast button::after {
    content: '';
    position: absolute;
    inset: -12px;
  }
  @keyframes stay {
    0%,
    100% {
      opacity: 0;
    }
    3%,
    97% {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .toast,
    .scene {
      border: 1px solid CanvasText;
    }
  }
`;

export const roomStyles = [frameStyles, overlayStyles, theatreStyles, inlineStyles];
