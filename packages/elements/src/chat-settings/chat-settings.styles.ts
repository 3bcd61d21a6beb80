// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const chatSettingsStyles = css`
  :host {
    display: block;
    overflow: hidden auto;
    overscroll-behavior: contain;
    padding: 0 16px 16px;
    border-radius: var(--_radius-l);
    background: var(--_surface);
    color: var(--_on-surface);
    border: 1px solid var(--_line);
    box-shadow: var(--_shadow-3);
    overflow-wrap: anywhere;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-inline-end: -12px;
    padding-block: 4px;
    background: var(--_surface);
  }
  :is(h2, h3, p, fieldset, ul) {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h2 {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
  }
  h3,
  legend {
    padding: 8px 0 4px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
  }
  section {
    padding-block-start: 8px;
  }
  section + section {
    margin-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .choices,
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .choice {
    position: relative;
    flex: 1 1 auto;
    display: grid;
    place-items: center;
    min-block-size: 44px;
    padding: 4px 12px;
    border-radius: var(--_radius-m);
    text-align: center;
    box-shadow: inset 0 0 0 1px var(--_line-strong);
  }
  .choice:has(:checked) {
    font-weight: 600;
    color: var(--_accent-text);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent-text);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }
  .choice input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .toggle {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 44px;
    text-align: start;
  }
  fieldset + .toggle {
    margin-block-start: 8px;
  }
  .toggle > i {
    position: relative;
    flex: none;
    inline-size: 40px;
    block-size: 24px;
    border-radius: 12px;
    background: var(--_line-strong);
  }
  .toggle > i::after {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--_surface);
  }
  [aria-checked='true'] > i {
    background: var(--_accent-text);
  }
  [aria-checked='true'] > i::after {
    inset-inline-start: 19px;
  }
  .note {
    font-size: calc(13px * var(--_scale));
    color: var(--_muted);
  }
  .note:empty {
    display: none;
  }
  .ways {
    padding-block-end: 8px;
  }
  .ways > p {
    flex: 0 0 100%;
  }
  .ways > .button {
    flex: 1 1 auto;
    padding: 4px 12px;
  }
  li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  li .button {
    margin-inline-end: -12px;
  }
  @media (forced-colors: active) {
    .choice {
      border: 1px solid ButtonBorder;
    }
    .choice:has(:checked) {
      border: 3px solid Highlight;
    }
    .toggle > i {
      border: 1px solid ButtonText;
      background: ButtonFace;
    }
    .toggle > i::after {
      inset-block-start: 2px;
      background: ButtonText;
    }
    [aria-checked='true'] > i {
      forced-color-adjust: none;
      background: Highlight;
    }
    [aria-checked='true'] > i::after {
      background: HighlightText;
    }
  }
`;
