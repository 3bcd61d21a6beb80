// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** A list of what waits for somebody's word, a row each, with what was done last below it. */
export const queueStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }
  p,
  ul {
    margin: 0;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
  }
  .head .numbers {
    color: var(--_muted);
  }
  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .row {
    display: grid;
    gap: 2px;
    padding: 12px;
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  .text {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    color: var(--_muted);
    font-size: calc(12px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 4px;
  }
  .small {
    min-block-size: 44px;
    padding-inline: 12px;
  }
  @media (pointer: fine) {
    .small {
      min-block-size: 36px;
    }
  }
  .none {
    padding: 40px 24px;
    text-align: center;
    color: var(--_muted);
  }
  .refusal {
    padding: 8px 12px;
    color: var(--_danger);
    background: var(--_danger-soft);
  }
  .undo {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-inline: 12px 4px;
  }
  .undo:has(*) {
    border-block-start: 1px solid var(--_line);
  }
`;
