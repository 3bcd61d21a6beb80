// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const cartStyles = css`
  .count {
    color: var(--_muted);
  }
  ul,
  dl,
  dd,
  p {
    margin: 0;
    padding: 0;
  }
  .top {
    display: grid;
    gap: 8px;
    padding: 4px 16px;
  }
  .lines {
    list-style: none;
  }
  li {
    margin-inline: 16px;
    padding-block: 12px;
    outline-offset: 4px;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    display: flex;
    gap: 12px;
  }
  .what {
    flex: 1;
    min-inline-size: 0;
  }
  .pair {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 8px;
  }
  .title {
    font-weight: 600;
  }
  .what .stepper {
    inline-size: fit-content;
    margin-block-start: 4px;
    background: none;
  }
  .pending .amount,
  dl.pending dd {
    color: var(--_muted);
  }
  li .notice {
    margin-block-start: 8px;
  }
  .accept {
    position: relative;
    margin-inline-start: 8px;
    font-weight: 700;
    text-decoration: underline;
  }
  .coupon {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    margin: 4px 16px 0;
    padding-inline: 12px;
    border-radius: var(--_radius-m);
    box-shadow: inset 0 0 0 1px var(--_line);
    font-size: calc(13px * var(--_scale));
    font-weight: 600;
  }
  .coupon > .icon {
    color: var(--_accent-text);
  }
  .coupon .code {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .coupon .round {
    margin-inline-end: -12px;
  }
  .coupon.add {
    padding: 0;
    box-shadow: none;
    color: var(--_accent-text);
  }
  .coupon.entry {
    padding: 0;
    gap: 8px;
    box-shadow: none;
  }
  .coupon input {
    flex: 1;
    min-inline-size: 0;
    block-size: 44px;
    padding-inline: 12px;
    border: 0;
    border-radius: var(--_radius-m);
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_line-strong);
    font-size: calc(16px * var(--_scale));
    font-weight: 400;
  }
  .coupon ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .entry + .notice {
    margin: 8px 16px 0;
  }
  .saved,
  .saved dt {
    color: var(--_success);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    font-weight: 500;
  }
  dl .pair {
    padding-block: 2px;
  }
  .sum {
    padding-block: 8px 4px;
  }
  .sum dt {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
    color: var(--_on-surface);
  }
  .sum dd {
    font-size: calc(20px * var(--_scale));
    line-height: calc(28px * var(--_scale));
    font-weight: 700;
  }
  .footer .button {
    inline-size: 100%;
  }
  .express {
    min-block-size: 48px;
  }
  .note {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding-block-start: 4px;
  }
  .toast {
    position: absolute;
    inset-block-end: calc(100% + 12px);
    inset-inline: 16px;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    inline-size: fit-content;
    max-inline-size: calc(100% - 32px);
    min-block-size: 44px;
    margin-inline: auto;
    padding-inline: 16px 4px;
    border-radius: var(--_radius-m);
    background: var(--_on-surface);
    color: var(--_surface);
    box-shadow: var(--_shadow-3);
  }
  .bare .toast {
    position: static;
  }
  .undo {
    min-block-size: 44px;
    padding-inline: 12px;
    font-weight: 700;
    border-radius: var(--_radius-m);
    outline-color: currentcolor;
    outline-offset: -4px;
  }
  .blank strong {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    color: var(--_on-surface);
  }
  .skeleton {
    block-size: 76px;
    margin: 12px 16px;
  }
  @media (forced-colors: active) {
    .toast,
    .coupon:not(.add) {
      border: 1px solid CanvasText;
    }
  }
`;
