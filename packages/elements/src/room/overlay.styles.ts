// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What lies over the picture: header, pill, chat, bar, hearts. */
export const overlayStyles = css`
  .head {
    position: absolute;
    inset-inline: 12px;
    inset-block-start: max(12px, var(--vitrine-safe-top, 0px) + 4px);
    z-index: 5;
    display: grid;
    grid-template: 'host buttons' auto 'facts facts' auto / minmax(0, 1fr) auto;
    gap: 12px 8px;
    pointer-events: none;
  }
  .head > * > * {
    pointer-events: auto;
  }
  .buttons {
    grid-area: buttons;
    display: flex;
    /* the keyboard meets the way out first, the eye last */
    flex-direction: row-reverse;
    gap: 8px;
    /* nothing to see of the box itself, which grows with each button */
    visibility: hidden;
  }
  .buttons > * {
    visibility: visible;
  }
  .host {
    grid-area: host;
    justify-self: start;
    display: flex;
    align-items: center;
    gap: 8px;
    max-inline-size: min(100%, 60cqi * var(--_scale));
    min-block-size: 44px;
    padding-inline: 4px 16px;
    border-radius: 22px;
    pointer-events: auto;
  }
  .avatar {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    overflow: clip;
    background: #d8c7a6;
    color: #15161a;
    font-weight: 600;
  }
  .avatar img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .who {
    min-inline-size: 0;
    padding-block: 4px;
  }
  h2 {
    font-size: calc(14px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    font-weight: 600;
  }
  .who p {
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    opacity: 0.92;
  }
  .facts {
    grid-area: facts;
    display: flex;
    gap: 8px;
    min-inline-size: 0;
    overflow: clip;
  }
  .pill,
  .fact {
    display: inline-flex;
    flex: none;
    align-items: center;
    min-block-size: calc(24px * var(--_scale));
    border-radius: 8px;
    overflow: clip;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    white-space: nowrap;
    color: #fff;
  }
  .pill {
    flex: 0 1 auto;
    flex-wrap: wrap;
  }
  .pill > * {
    display: flex;
    flex: 1 0 auto;
    align-items: center;
    align-self: stretch;
    gap: 5px;
    padding-inline: 8px;
  }
  /* of one colour it has one ground, without a seam */
  .pill:not(.live),
  .pill.live > * {
    background: var(--_scrim-chip);
    backdrop-filter: blur(20px);
  }
  /* what is blurred behind them is cut off by their own corners alone */
  .pill > :first-child {
    border-start-start-radius: inherit;
    border-end-start-radius: inherit;
  }
  .pill > :last-child {
    border-start-end-radius: inherit;
    border-end-end-radius: inherit;
  }
  .pill b {
    font-weight: 600;
  }
  .pill.live b {
    background: var(--_live);
    font-weight: 700;
    letter-spacing: 0.02em;
  }
  :host(:lang(ar)) .pill.live b {
    letter-spacing: 0;
  }
  .pill.live b::before {
    content: '';
    inline-size: calc(6px * var(--_scale));
    aspect-ratio: 1;
    border-radius: 50%;
    background: #fff;
    /* In steps: what moves without end would have the whole page put together anew 60 times a second. */
    animation: breathe calc(2s * var(--vitrine-motion, 1)) steps(6) infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
  .count {
    animation: appear var(--_dur-fast) var(--_ease-out);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .fact {
    gap: 4px;
    padding-inline: 8px;
  }
  /* under an open sheet: of all that lies over the picture only the pill is left, and it is not dimmed */
  .frame:is(.stage, .landscape).covered .head {
    z-index: 11;
    grid-template: 'facts' auto / 1fr;
  }
  .frame:is(.stage, .landscape).covered .head > :not(.facts),
  .frame:is(.stage, .landscape).covered .facts > :not(.pill),
  .frame:is(.stage, .landscape).covered .scrim.top {
    display: none;
  }
  .tap {
    position: absolute;
    inset: 0;
    z-index: 2;
    touch-action: manipulation;
  }
  vitrine-reaction-lane {
    position: absolute;
    inset-inline-end: 8px;
    inset-block-end: min(196px, 30%);
    z-index: 2;
    inline-size: 60px;
    block-size: min(260px, 50%);
    pointer-events: none;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  /* its place until it is there */
  .bar > vitrine-reactions {
    min-inline-size: 44px;
    min-block-size: 44px;
  }
  /* over a picture everything looks the same by day and by night */
  .frame:is(.stage, .landscape) .bar {
    color-scheme: light;
  }
  .bag.accent {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .bag.chip {
    overflow: visible;
  }
  .badge {
    animation: bump var(--_dur-slow) var(--_spring);
  }
  @keyframes bump {
    from {
      scale: 1.2;
    }
  }
  /* chat over the picture */
  .frame:is(.stage, .landscape) .side {
    position: absolute;
    inset-inline: 12px;
    inset-block-end: max(12px, var(--vitrine-safe-bottom, 0px));
    display: flex;
    flex-direction: column;
    justify-content: end;
    /* the header and the pill's row are never reached */
    max-block-size: calc(100% - 112px * var(--_scale) - var(--vitrine-safe-top, 0px));
    pointer-events: none;
    color: var(--_on-video);
  }
  .frame:is(.stage, .landscape) .chat {
    display: flex;
    min-block-size: 0;
  }
  .frame:is(.stage, .landscape) vitrine-chat {
    flex: 1;
    min-inline-size: 0;
    block-size: auto;
  }
  .frame:is(.stage, .landscape) :is(.before, .bar) > *,
  .dock > * {
    pointer-events: auto;
  }
  /* two taps on the picture send a heart as well: the words need the space */
  @container vitrine (max-width: 299px) {
    .bar > vitrine-reactions {
      display: none;
    }
  }
  .before {
    display: grid;
    gap: 8px;
  }
  .dock {
    display: grid;
    gap: 12px;
  }
  .dock > .bar,
  .dock {
    justify-items: end;
  }
  .pins {
    display: grid;
    z-index: 4;
  }
  .pins.kept {
    align-items: end;
    min-block-size: 88px;
  }
  @container vitrine (max-height: 599px) {
    .pins.kept {
      min-block-size: 64px;
    }
  }
  .dock > .pins {
    inline-size: 100%;
  }
  .landscape .side {
    inline-size: 280px;
  }
  .landscape vitrine-reaction-lane {
    inset-block-end: calc(max(12px, var(--vitrine-safe-bottom, 0px)) + 104px);
  }
  .landscape .scrim.top {
    block-size: 96px;
  }
  /* what the player says of itself stands above the chat */
  .stage vitrine-player::part(captions) {
    inset-block-end: 46%;
  }
  .stage vitrine-player::part(state) {
    inset-block-end: 45%;
    block-size: auto;
  }
  .corner {
    position: absolute;
    z-index: 4;
    inset-block-end: max(12px, var(--vitrine-safe-bottom, 0px));
  }
  .corner.end {
    inset-inline-end: 12px;
    display: grid;
    gap: 8px;
    justify-items: center;
  }
  .landscape .corner.start {
    inset-inline-end: 64px;
    inline-size: 264px;
  }
  /* tapped bare: the picture, LIVE, the way out and the product on camera */
  :is(.head .host, .head .buttons > :not(.close), vitrine-chat) {
    transition: opacity var(--_dur-base);
  }
  .bare :is(.head .host, .head .buttons > :not(.close), .corner.end, .bar) {
    opacity: 0;
    pointer-events: none;
  }
  .bare vitrine-chat::part(list),
  .bare vitrine-chat::part(pinned),
  .bare vitrine-chat::part(composer) {
    opacity: 0;
    pointer-events: none;
  }
  .viewers {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  @media (prefers-reduced-motion: reduce) {
    .pill.live b::before {
      animation: none;
    }
    .pin:not(.leaving) {
      animation-name: appear;
    }
  }
  @media (forced-colors: active) {
    .pill,
    .host,
    .pin {
      border: 1px solid CanvasText;
    }
    .pill.live b::before {
      border: 3px solid;
    }
  }
`;
