// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const reminderStyles = css`
  :host {
    display: inline-grid;
    justify-items: start;
    gap: 4px;
    color: inherit;
    max-inline-size: 100%;
  }
  /* (the second form is Chrome's before 125) */
  :host(:is(:state(absent), :--absent)) {
    display: none;
  }
  .button {
    inline-size: 100%;
    background: #fff;
    color: #15161a;
  }
  .button[aria-pressed='true'] {
    background: rgb(255 255 255 / 0.16);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 0.6);
    color: #fff;
  }
  .button[aria-busy] {
    cursor: progress;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
  }
  .undo {
    min-inline-size: 44px;
    min-block-size: 44px;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  :focus-visible {
    outline-color: #fff;
    box-shadow: 0 0 0 4px rgb(12 12 14 / 0.8);
  }
`;
