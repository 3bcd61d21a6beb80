// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const questionStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    background: var(--_surface);
  }
  .scroll {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  p {
    margin: 0;
  }
  .row {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding: 12px 16px;
  }
  .row + .row {
    border-block-start: 1px solid var(--_line);
  }
  .what {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    gap: 2px;
    justify-items: start;
  }
  .text {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    max-inline-size: 100%;
    color: var(--_muted);
    font-size: calc(12px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    overflow-wrap: anywhere;
  }
  .verdict {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    position: relative;
    min-block-size: 24px;
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
  }
  .link {
    color: var(--_accent-text);
    text-align: start;
  }
  .link:hover {
    text-decoration: underline;
  }
  .link::after {
    content: '';
    position: absolute;
    inset: -10px -8px;
  }
  .vote {
    flex: none;
    display: grid;
    align-content: center;
    justify-items: center;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding-inline: 4px;
    border-radius: var(--_radius-m);
    font-size: calc(13px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
  }
  button.vote {
    background: var(--_surface-3);
    color: var(--_on-surface);
  }
  .vote[aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-text);
    box-shadow: inset 0 0 0 1px currentcolor;
  }
  .none {
    padding: 40px 24px;
    text-align: center;
    color: var(--_muted);
  }
  .waiting {
    display: grid;
    gap: 12px;
    padding: 16px;
    /* what comes at once needs no bones */
    animation: appear 1ms 300ms both;
  }
  .bone {
    block-size: 44px;
    border-radius: var(--_radius-m);
    background: var(--_surface-3);
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .foot {
    position: sticky;
    inset-block-end: 0;
    flex: none;
    display: grid;
    gap: 4px;
    padding: 12px 12px 4px;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  .line {
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }
  .field {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    min-block-size: 44px;
    padding-inline: 12px;
    border-radius: var(--_radius-m);
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_line-strong);
    cursor: text;
  }
  .field:focus-within {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }
  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: calc(80px * var(--_scale));
    margin: 12px 0;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    resize: none;
    field-sizing: content;
    overflow-wrap: anywhere;
  }
  textarea:focus-visible {
    outline: 0;
  }
  /* iOS zooms into fields of less than 16 px. */
  @supports (-webkit-touch-callout: none) {
    textarea {
      font-size: max(16px, calc(14px * var(--_scale)));
    }
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .send {
    background: var(--_surface-3);
    color: var(--_muted);
  }
  .send.ready {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .private {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: 44px;
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    cursor: pointer;
  }
  .private input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
  }
  .note {
    color: var(--_muted);
  }
  .notice {
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    color: var(--_muted);
  }
  .notice[role='alert'] {
    color: var(--_danger);
  }
  .notice:empty {
    position: absolute;
  }
  .shut {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 4px;
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .vote[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
