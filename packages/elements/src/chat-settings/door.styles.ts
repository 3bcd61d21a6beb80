// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The button, where what it opens stands in the chat, and what the choices do to the chat. */
export const doorStyles = css`
  .view,
  .bar {
    --_scale: calc(var(--vitrine-text-scale, 1) * var(--vitrine-chat-text-scale, 1));
    font-size: calc(14px * var(--_scale));
    line-height: calc(20px * var(--_scale));
  }
  /* what a room puts beside the composer is none of the chat's words */
  slot[name='actions'] {
    --_scale: var(--vitrine-text-scale, 1);
    font-size: calc(14px * var(--_scale));
    line-height: calc(20px * var(--_scale));
  }
  .door {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    z-index: 2;
    color: var(--_muted);
    pointer-events: auto;
  }
  .door > .icon {
    box-sizing: content-box;
    padding: 7px;
    border-radius: 50%;
    background: var(--_surface);
    box-shadow:
      inset 0 0 0 1px var(--_line),
      var(--_shadow-1);
  }
  /* beside the rows */
  .overlay .door {
    inset-inline-end: -44px;
    color: var(--_on-video);
  }
  .overlay .door > .icon {
    background: var(--_scrim-chip);
    backdrop-filter: blur(20px) saturate(1.4);
    box-shadow: none;
  }
  .panel .door {
    inset-block-start: 4px;
    inset-inline-end: 12px;
  }
  /* rows end below it, or it would lie on their words */
  .panel:has(> .door) > .list {
    -webkit-mask:
      linear-gradient(#0000 var(--_gone, 40px), #000 calc(var(--_gone, 40px) + 24px)),
      linear-gradient(#000 0 0) bottom / 100% var(--_newest, 0) no-repeat;
  }
  .settings {
    position: absolute;
    inset-block-start: 8px;
    inset-inline: 8px;
    /* above the product on camera, which a room puts below the rows */
    z-index: 6;
    max-block-size: calc(100% - 16px);
    pointer-events: auto;
  }
  /* over all of the chat, the composer too, and below the head of a room */
  .overlay .settings {
    --_free: calc(100cqb - var(--_strip, 0px) - var(--vitrine-safe-top, 0px) - var(--vitrine-safe-bottom, 0px));
    inset-block: auto calc(-1 * var(--_below, 0px));
    inset-inline: 0 auto;
    inline-size: min(320px, 100cqi - 24px);
    max-block-size: max(176px, var(--_free) - 16px - 108px * var(--vitrine-text-scale, 1));
  }
  @container vitrine (width < 560px) {
    .overlay .settings {
      inline-size: calc(100cqi - 24px);
    }
  }
  :host([rows-hidden]) .overlay :is(.list, .float) {
    display: none;
  }
  :host([rows-hidden]) .overlay.view {
    min-block-size: 44px;
  }
  @media (forced-colors: active) {
    .view .door {
      border: 0;
    }
    .door > .icon {
      border: 1px solid ButtonBorder;
      background: ButtonFace;
    }
  }
`;
