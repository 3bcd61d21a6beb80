// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const heartsStyles = css`
  .heart {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: 8px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    white-space: nowrap;
    vertical-align: -1px;
  }
  /* A finger finds it, and the line it stands in is no higher for it. */
  button.heart {
    position: relative;
    min-inline-size: 24px;
    justify-content: center;
    border-radius: var(--_radius-full);
  }
  button.heart::after {
    content: '';
    position: absolute;
    inset: -6px -8px;
  }
  .heart[aria-pressed='true'] path {
    fill: currentColor;
  }
  .panel .heart {
    color: var(--_muted);
  }
  .panel .heart[aria-pressed='true'] {
    color: var(--_accent-text);
  }
  .overlay .heart {
    color: inherit;
  }
  .overlay .heart[aria-pressed='true'] {
    color: var(--_on-video-name);
  }
  .heart[aria-pressed='true'] svg {
    animation: beat var(--_dur-fast) var(--_ease-out);
  }
  @keyframes beat {
    from {
      scale: 0.6;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .heart svg {
      animation: none;
    }
  }
`;
