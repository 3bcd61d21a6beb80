// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const chipStyles = css`
  /* over the picture: at the end of the row of facts, or among the buttons */
  :host {
    display: block;
    position: absolute;
    inset-block-end: -4px;
    inset-inline-end: 0;
  }
  :host([brief]) {
    position: static;
    align-self: center;
  }
  .chip {
    display: flex;
    border-radius: var(--_radius-full);
  }
  .chip button {
    position: relative;
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 32px;
    min-inline-size: 32px;
    padding-inline: 8px;
    border-radius: inherit;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    white-space: nowrap;
  }
  .chip .main.worded {
    padding-inline: 12px;
  }
  .chip button::after {
    content: '';
    position: absolute;
    /* more of it below: above are the buttons of the header */
    inset-block: -2px -10px;
    inset-inline: -6px 0;
  }
  .chip button:last-child::after {
    inset-inline-end: -6px;
  }
  .chip .dismiss::after {
    inset-inline-start: 0;
  }
  :host(:is(:state(absent), :--absent)) {
    display: none !important;
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid ButtonBorder;
    }
  }
`;
