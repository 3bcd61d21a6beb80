// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const danmakuStyles = css`
  :host {
    display: block;
    position: absolute;
    inset: 0;
    overflow: clip;
    contain: strict;
    pointer-events: none;
    user-select: none;
  }
  .sky {
    position: absolute;
    inset: 0;
  }
  .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    max-inline-size: min(440px, 90%);
    padding: 3px 12px;
    border-radius: 14px;
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
    contain: layout paint style;
    will-change: transform;
    /* (without a blur, which would be drawn anew in each frame) */
    background: var(--_scrim-chip);
    color: var(--_on-video);
  }
  .staff {
    background: rgb(12 12 14 / 0.86);
  }
  .own {
    box-shadow: inset 0 0 0 2px #fff;
  }
  .tag {
    min-block-size: 18px;
    margin-inline-end: 2px;
    background: #fff;
    color: #15161a;
  }
  @media (forced-colors: active) {
    .row,
    .tag {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
    .own {
      border-width: 3px;
    }
  }
`;
