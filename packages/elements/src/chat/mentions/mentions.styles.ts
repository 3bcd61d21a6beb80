// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const mentionStyles = css`
  .names {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: calc(100% + 8px);
    /* above the product on camera, which a room puts before the bar */
    z-index: 5;
    box-sizing: border-box;
    inline-size: max-content;
    min-inline-size: min(200px, 100%);
    max-inline-size: min(320px, 100%);
    padding: 4px;
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow:
      inset 0 0 0 1px var(--_line),
      var(--_shadow-3);
  }
  .panel .names {
    inset-inline-start: 12px;
    inset-block-end: calc(100% - 4px);
    max-inline-size: calc(100% - 24px);
  }
  .names > * {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 12px;
    border-radius: var(--_radius-s);
    font-weight: 600;
    cursor: pointer;
  }
  .names > [aria-selected='true'] {
    background: var(--_surface-3);
  }
  @media (hover: hover) {
    .names > :hover {
      background: var(--_surface-3);
    }
  }
  .names .tag.host {
    flex: none;
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  @media (forced-colors: active) {
    .names {
      border: 1px solid CanvasText;
    }
    .names > [aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
