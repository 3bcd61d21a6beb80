// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const closingStyles = css`
  /* a line of its own in a grid, beside what stands in a line */
  :host {
    display: inline-flex;
    grid-column: 1 / -1;
    justify-self: start;
    vertical-align: middle;
  }
  /* it takes no place, and what it says aloud is listened to all the same */
  :host(:is(:state(absent), :--absent)) {
    position: absolute;
  }
  .chip {
    display: flex;
    align-items: center;
    min-block-size: calc(24px * var(--_scale));
    padding-inline: 8px;
    border-radius: 8px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid CanvasText;
    }
  }
`;
