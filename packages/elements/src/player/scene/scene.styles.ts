// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const sceneStyles = css`
  .backdrop {
    display: none;
    object-fit: cover;
    filter: blur(24px) brightness(0.62);
    scale: 1.12;
  }
  .beside > .backdrop,
  .gone > .backdrop {
    display: block;
  }
  .stage > video {
    transition: filter var(--_dur-base);
  }
  .news > video,
  .news > .backdrop {
    filter: blur(14px);
    scale: 1.06;
  }
  .state {
    gap: 12px;
    padding: 24px;
    text-align: center;
  }
  .state.dim {
    background: var(--_scrim-state);
  }
  .state button {
    pointer-events: auto;
  }
  .state p {
    margin: 0;
    max-inline-size: 36ch;
    text-wrap: balance;
  }
  .stage:has(> .listening) > .poster {
    opacity: 1;
  }
  .artwork {
    inline-size: 96px;
    block-size: 96px;
    border-radius: var(--_radius-l);
    background: #fff;
    object-fit: contain;
  }
  /* above the chat of a room, and below its head */
  :host([controls='none']) .listening {
    align-content: start;
    padding-block-start: 144px;
  }
  @container vitrine-player (width < 240px) {
    :host([controls]) .listening {
      align-content: center;
      padding: 8px;
    }
    .listening :is(.artwork, .why) {
      display: none;
    }
  }
  .title {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
  }
  .why {
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    opacity: 0.92;
    padding-block-start: 4px;
  }
  .again {
    background: var(--_scrim-glass);
    color: inherit;
  }
  .start {
    display: grid;
    justify-items: center;
    gap: 12px;
    min-inline-size: 72px;
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
    border-radius: 16px;
  }
  .start > .chip {
    padding: 6px 16px;
    border-radius: 18px;
  }
  .disc {
    display: grid;
    place-items: center;
    inline-size: 72px;
    block-size: 72px;
    border-radius: 50%;
    background: var(--_scrim-chip);
    backdrop-filter: blur(20px) saturate(1.4);
  }
`;
