// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What a queue is looked through by. */
export const sieveStyles = css`
  .sieve,
  .all {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
  }
  [type='search'] {
    flex: 1 1 100%;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 0 12px;
    border: 0;
    border-radius: var(--_radius-m);
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_line-strong);
    appearance: none;
  }
  [type='search']::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .picks {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pick {
    min-block-size: 44px;
    padding-inline: 12px;
    border-radius: var(--_radius-full);
    font-size: calc(13px * var(--_scale));
    font-weight: 600;
    background: var(--_surface-3);
  }
  .pick .numbers {
    font-weight: 400;
  }
  .pick[aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent-text);
    box-shadow: inset 0 0 0 2px var(--_accent-text);
  }
  .asked {
    background: var(--_warn-soft);
  }
  .asked p {
    flex: 1 1 100%;
    font-weight: 600;
    color: var(--_warn);
  }
  .none p {
    margin-block-end: 8px;
  }
  @media (pointer: fine) {
    [type='search'],
    .pick {
      min-block-size: 36px;
    }
  }
  @media (pointer: coarse) {
    [type='search'] {
      font-size: max(16px, calc(14px * var(--_scale)));
    }
  }
  @media (hover: hover) {
    .pick:hover {
      background-image: linear-gradient(
        color-mix(in srgb, currentcolor 6%, transparent),
        color-mix(in srgb, currentcolor 6%, transparent)
      );
    }
  }
  @media (forced-colors: active) {
    .pick,
    [type='search'] {
      border: 1px solid ButtonBorder;
    }
    .pick[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
