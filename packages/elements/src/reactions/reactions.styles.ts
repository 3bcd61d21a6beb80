// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const reactionsStyles = css`
  :host {
    display: inline-block;
    flex: none;
  }
  .heart {
    color: #ff9aa2;
  }
  .panel {
    border-radius: var(--_radius-m);
    background: var(--_surface-3);
    color: var(--_live);
  }
  @media (forced-colors: active) {
    .heart {
      background: ButtonFace;
    }
  }
`;

export const laneStyles = css`
  :host {
    display: block;
    position: relative;
    inline-size: 60px;
    block-size: 260px;
    pointer-events: none;
    contain: size layout style;
  }
  :host > svg {
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: 50%;
    margin-inline-start: -12px;
    opacity: 0;
    color: #ff6b7a;
    will-change: transform, opacity;
  }
  :host > svg:nth-of-type(3n + 1) {
    color: #fff;
  }
  :host > svg:nth-of-type(3n + 2) {
    color: #ffb3a8;
  }
  .count {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    min-block-size: 24px;
    padding-inline: 8px;
    background: var(--_scrim-chip);
    color: var(--_on-video);
    forced-color-adjust: none;
  }
  .count .icon {
    color: #ff9aa2;
  }
`;
