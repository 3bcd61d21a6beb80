// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const checkoutStyles = css`
  .button {
    inline-size: 100%;
  }
  .notice + .button {
    margin-block-start: 8px;
  }
  p,
  h3 {
    margin: 0;
  }
  .cards {
    display: grid;
    gap: 12px;
    padding: 4px 16px 0;
  }
  .card {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 16px;
    border-radius: 14px;
    background: var(--_surface-2);
  }
  :is(.card, .method) > .words {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    justify-items: start;
  }
  .strong {
    font-weight: 600;
  }
  .lines {
    font-size: calc(13px * var(--_scale));
    color: var(--_muted);
  }
  fieldset {
    margin: 20px 16px 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 8px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
  }
  .methods {
    border-radius: 14px;
    box-shadow: inset 0 0 0 1px var(--_line);
    overflow: clip;
  }
  .method {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 64px;
    padding: 12px 16px;
    cursor: pointer;
  }
  .method + .method {
    border-block-start: 1px solid var(--_line);
  }
  .method:has(:checked) {
    background: var(--_accent-soft);
  }
  .method input {
    appearance: none;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    border-radius: 50%;
    border: 1.5px solid var(--_line-strong);
    cursor: inherit;
  }
  .method :checked {
    border: 6px solid var(--_accent-text);
  }
  .method:has(:focus-visible) {
    outline: 2px solid var(--_accent-text);
    outline-offset: -2px;
    border-radius: 14px;
  }
  .method input:focus-visible {
    outline: none;
  }
  .refused {
    margin: 16px;
    border-radius: 12px;
  }
  .refused .notice {
    padding: 12px;
    font-weight: 400;
  }
  .refused strong {
    display: block;
    font-weight: 600;
  }
  .footer {
    gap: 12px;
  }
  .pair {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 8px;
  }
  .muted,
  .line {
    color: var(--_muted);
  }
  .held {
    text-align: center;
  }
  .sum {
    font-size: calc(18px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 700;
  }
  .outcome {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding: 32px 16px 24px;
    text-align: center;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    margin-block-end: 8px;
    border-radius: 50%;
    background: var(--_surface-3);
  }
  .sign.done {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .sign.bad {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  h3 {
    font-size: calc(20px * var(--_scale));
    line-height: calc(28px * var(--_scale));
    font-weight: 600;
    letter-spacing: -0.014em;
    text-wrap: balance;
  }
  :is(h3, .refused):focus-visible {
    outline: none;
  }
  :host(:lang(ar)) h3 {
    letter-spacing: 0;
  }
  .line {
    max-inline-size: 36em;
    text-wrap: pretty;
  }
  .line:empty {
    display: none;
  }
  .line .strong {
    color: var(--_on-surface);
  }
  .payload {
    overflow-wrap: anywhere;
  }
  .payload a {
    color: var(--_accent-text);
  }
  .line .notice {
    text-align: start;
  }
  .buttons {
    display: grid;
    gap: 8px;
    inline-size: min(100%, 360px);
    margin-block-start: 16px;
  }
  @media (forced-colors: active) {
    .card,
    .methods {
      border: 1px solid CanvasText;
    }
    .method :checked {
      border-color: Highlight;
    }
  }
`;
