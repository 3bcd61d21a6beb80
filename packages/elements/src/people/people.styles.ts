// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The list of people, beyond what every queue looks like. */
export const peopleStyles = css`
  .search {
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
  }
  [type='search'] {
    inline-size: 100%;
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
  .by {
    align-items: center;
  }
  .tag.muted {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .tag.banned {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .id {
    overflow-wrap: anywhere;
  }
  .choices {
    padding-block-start: 4px;
  }
  @media (pointer: fine) {
    [type='search'] {
      min-block-size: 36px;
    }
  }
  @media (pointer: coarse) {
    [type='search'] {
      font-size: max(16px, calc(14px * var(--_scale)));
    }
  }
  @media (forced-colors: active) {
    [type='search'],
    .tag {
      border: 1px solid ButtonBorder;
    }
  }
`;
