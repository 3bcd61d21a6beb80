// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** A form that scrolls, with what came of it below. */
export const policyStyles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
  }
  p {
    margin: 0;
  }
  form {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }
  .scroll {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    gap: 20px;
    padding: 12px 16px 20px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  label[for],
  legend {
    padding: 0;
    font-weight: 600;
  }
  .hint {
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    color: var(--_muted);
  }
  textarea {
    inline-size: 100%;
    min-block-size: 88px;
    margin-block-start: 4px;
    padding: 8px 12px;
    resize: block;
    border: 0;
    border-radius: var(--_radius-m);
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_line-strong);
    overflow-wrap: anywhere;
  }
  textarea[aria-invalid] {
    box-shadow: inset 0 0 0 2px var(--_danger);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
  }
  .option input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
  }
  .error {
    color: var(--_danger);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .conflict {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 12px 16px;
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .acts,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .foot {
    padding: 8px 16px;
    border-block-start: 1px solid var(--_line);
  }
  .saved {
    color: var(--_success);
    font-weight: 600;
  }
  .small {
    min-block-size: 44px;
    padding-inline: 16px;
  }
  .none {
    padding: 40px 24px;
    text-align: center;
    color: var(--_muted);
  }
  @media (pointer: fine) {
    .option,
    .small {
      min-block-size: 36px;
    }
  }
  @media (pointer: coarse) {
    textarea {
      font-size: max(16px, calc(14px * var(--_scale)));
    }
  }
  @media (forced-colors: active) {
    textarea {
      border: 1px solid ButtonBorder;
    }
  }
`;
