// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What stands at the top of the chat: over the rows of a panel, above those over the video. No row moves for it. */
export const pinnedStyles = css`
  .view {
    /* two lines, whether there is one or more */
    --_pinned: calc(40px * var(--_scale) + 16px);
  }
  .pinned {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    block-size: var(--_pinned);
    padding-inline: 16px 4px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    pointer-events: auto;
    animation: pinned var(--_dur-base) var(--_ease-out);
  }
  @keyframes pinned {
    from {
      opacity: 0;
    }
  }
  .pinned > .icon {
    margin-inline-end: 8px;
    color: var(--_accent-text);
  }
  .pinned.whole {
    align-items: flex-start;
    block-size: auto;
    min-block-size: var(--_pinned);
  }
  .pinned.whole > .icon {
    margin-block-start: calc(7px + 2px * var(--_scale));
  }
  .said {
    flex: 1;
    min-inline-size: 0;
    margin: 6px 0;
    padding-block: 1px;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .pinned.whole .said {
    display: block;
    max-block-size: 240px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .said .name {
    font-size: inherit;
  }
  .said .tag {
    margin-inline-end: 4px;
  }
  .pinned .failed {
    display: block;
    color: var(--_danger);
  }
  .pinned .round {
    margin-block: 5px;
  }
  .pinned .round:first-of-type {
    margin-inline-start: 4px;
  }
  .pinned .round + .round {
    margin-inline-start: -6px;
  }
  .pinned.whole [aria-expanded] .icon {
    rotate: 180deg;
  }
  /* what was said first can still be scrolled to, and nothing else lies there */
  .panel:has(> .pinned) .rows:not(:has(> .message)) {
    padding-block-start: calc(40px + var(--_pinned));
  }
  .panel:has(> .pinned) > .list {
    --_gone: calc(var(--_pinned) + 44px);
  }
  .panel:has(> .pinned) > :is(.float.top, .door) {
    inset-block-start: calc(var(--_pinned) + 8px);
  }
  .overlay > .pinned {
    inset-block: auto calc(100% + 6px);
    padding-inline: 12px 0;
    border: 0;
    border-radius: 14px;
    background: var(--_scrim-chip);
    backdrop-filter: blur(20px) saturate(1.4);
  }
  @container vitrine (width < 560px) {
    .overlay > .pinned {
      inset-inline-end: auto;
      inline-size: calc(100cqi - 24px);
      box-sizing: border-box;
    }
  }
  .overlay > .pinned :is(.icon, .failed) {
    color: inherit;
  }
  /* (A phone whose lower half is a keyboard has place for what is said last alone.) */
  @media (pointer: coarse) {
    :host([typing]) .overlay > .pinned {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .overlay > .pinned {
      border: 1px solid CanvasText;
      background: Canvas;
    }
  }
`;
