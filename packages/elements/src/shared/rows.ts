// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The looks of rows of goods: a name that is pressed anywhere in its row, a row that is still awaited, and none at all. */
export const rowStyles = css`
  /* the whole row is the button's */
  .name {
    border-radius: inherit;
    font-weight: 600;
    text-align: start;
  }
  .name::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .name:focus-visible {
    outline: none;
  }
  .name:focus-visible::after {
    outline: 2px solid var(--_accent-text);
    outline-offset: -2px;
  }
  .skeleton {
    border-radius: var(--_radius-s);
    background: var(--_surface-3);
    animation: wait 300ms step-end backwards;
  }
  @keyframes wait {
    from {
      opacity: 0;
    }
  }
  .blank {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    padding: 32px 16px;
    text-align: center;
    color: var(--_muted);
  }
  @media (hover: hover) {
    .name:hover::after {
      background: color-mix(in srgb, currentcolor 6%, transparent);
    }
  }
  @media (forced-colors: active) {
    .name:focus-visible::after {
      outline-color: Highlight;
    }
  }
`;
