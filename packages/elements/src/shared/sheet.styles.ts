// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const sheetStyles = css`
  :host {
    display: block;
    --_away: 0 100%;
  }
  :host([presentation='sheet']),
  :host([presentation='drawer']) {
    position: var(--vitrine-sheet-position, absolute);
    inset: 0;
    z-index: 10;
    overflow: clip;
    pointer-events: none;
  }
  :host([presentation='drawer']) {
    --_away: 100% 0;
  }
  :host([presentation='drawer']:is(:state(rtl), :--rtl)) {
    --_away: -100% 0;
  }
  :host([presentation='panel']) {
    block-size: 100%;
  }
  :host([presentation='panel']:not([open])) {
    display: none;
  }
  .backdrop {
    position: absolute;
    inset: 0;
    background: var(--_scrim-backdrop);
    opacity: 0;
    visibility: hidden;
    transition:
      opacity var(--_dur-base) var(--_ease-in),
      visibility 0s var(--_dur-base);
  }
  .sheet {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    background: var(--_surface);
    color: var(--_on-surface);
    text-align: start;
  }
  :host([presentation='sheet']) .sheet,
  :host([presentation='drawer']) .sheet {
    position: absolute;
    inset: auto 0 0;
    box-shadow: 0 -8px 48px rgb(0 0 0 / 0.27);
    translate: var(--_away);
    visibility: hidden;
    /* leaves in two thirds of the time it came in */
    transition:
      translate 280ms var(--_ease-in),
      visibility 0s 280ms;
  }
  :host([presentation='sheet']) .sheet {
    /* the picture and its LIVE pill stay in view */
    --_full: calc(100% - var(--_gap, min(100px, 12%)));
    block-size: calc(var(--_full) + max(0px, -1 * var(--_drag, 0px)));
    max-block-size: var(--_full);
    border-radius: var(--_radius-xl) var(--_radius-xl) 0 0;
  }
  :host([detent='half'][presentation='sheet']) .sheet {
    block-size: calc(56% + max(0px, -1 * var(--_drag, 0px)));
  }
  :host([presentation='drawer']) .sheet {
    inset-block: 0;
    inset-inline: auto 0;
    inline-size: min(420px, 100%);
  }
  :host([open]) .backdrop {
    opacity: 1;
    visibility: visible;
    pointer-events: auto;
    transition: opacity var(--_dur-base) var(--_ease-out);
  }
  /* what lies over it dims the room already */
  :host([inert]) .backdrop {
    opacity: 0;
  }
  :host([open]) .sheet {
    translate: 0 max(0px, var(--_drag, 0px));
    visibility: visible;
    pointer-events: auto;
    transition: translate var(--_dur-sheet) var(--_ease-out);
  }
  :host([open]) .sheet.released {
    transition:
      translate var(--_dur-sheet) var(--_spring),
      block-size var(--_dur-sheet) var(--_spring);
  }
  :host([open]) .sheet.dragging {
    transition: none;
    user-select: none;
  }
  .handle {
    flex: none;
  }
  :host([presentation='sheet']) .handle {
    touch-action: none;
    cursor: grab;
  }
  .grab {
    display: block;
    position: relative;
    inline-size: 100%;
    block-size: 16px;
    padding: 8px 0 4px;
    outline-offset: -4px;
    border-radius: var(--_radius-xl);
  }
  .grab::before {
    content: '';
    display: block;
    inline-size: 36px;
    block-size: 4px;
    margin-inline: auto;
    border-radius: 2px;
    background: var(--_line-strong);
    opacity: 0.5;
  }
  /* 44 to touch: over the edge of what lies below, where nothing else is to be pressed */
  button.grab::after {
    content: '';
    position: absolute;
    inset: -14px calc(50% - 64px);
    z-index: 1;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-block: 4px;
    padding-inline: 16px 4px;
  }
  .head.back {
    padding-inline-start: 4px;
  }
  .titles {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: calc(18px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h2:focus-visible {
    outline: none;
  }
  :host(:lang(ar)) h2 {
    letter-spacing: 0;
  }
  .body {
    flex: 1;
    min-block-size: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  :host([presentation='inline']) .sheet {
    background: none;
  }
  :host([presentation='inline']) .body {
    overflow: visible;
  }
  ::slotted([slot='footer']) {
    flex: none;
    padding: 12px 16px max(12px, var(--vitrine-safe-bottom, 0px));
    border-block-start: 1px solid var(--_line);
  }
  ::slotted([slot='subheading']) {
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .sheet {
      border: 1px solid CanvasText;
    }
    .grab::before {
      background: CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host([presentation='sheet']) .sheet,
    :host([presentation='drawer']) .sheet {
      translate: none;
      opacity: 0;
      transition:
        opacity 120ms,
        visibility 0s 120ms;
    }
    :host([open]) .sheet,
    :host([open]) .sheet.released {
      translate: 0 max(0px, var(--_drag, 0px));
      opacity: 1;
      transition: opacity 120ms;
    }
  }
`;
