// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const rowStyles = css`
  .row {
    position: relative;
    contain: content;
    pointer-events: auto;
  }
  .fresh {
    animation: rise var(--_dur-fast) var(--_ease-out);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .fresh {
      animation-name: appear;
    }
  }
  .name {
    font-weight: 600;
  }
  .context,
  .order,
  .time {
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
  }
  .context,
  .order {
    display: flex;
    gap: 6px;
  }
  .row .tag {
    white-space: normal;
  }

  /* in a panel */
  .panel .row {
    display: flex;
    gap: 12px;
    padding: 8px 16px;
  }
  .panel .by-host {
    background: var(--_accent-soft);
    /* one is told from the next */
    border-block: 1px solid var(--_surface);
  }
  .panel .order,
  .panel .context,
  .time {
    color: var(--_muted);
  }
  .panel .order {
    gap: 8px;
  }
  .avatar {
    inline-size: 32px;
    block-size: 32px;
    flex: none;
    display: grid;
    place-items: center;
    overflow: hidden;
    border-radius: 50%;
    background: var(--_surface-3);
    color: var(--_muted);
    font-size: 13px;
    font-weight: 600;
  }
  .by-host .avatar {
    background: var(--_surface);
  }
  .avatar img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .body {
    flex: 1;
    min-inline-size: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 8px;
    font-size: calc(13px * var(--_scale));
  }
  .panel .tag.host {
    background: color-mix(in oklab, var(--_accent) 8%, var(--_accent-soft));
    color: var(--_accent-text);
  }

  /* over video */
  .overlay :is(.row, .message) {
    max-inline-size: 100%;
    padding: 5px 12px 6px;
    border-radius: 14px;
    background: var(--_scrim-bubble);
  }
  .overlay :is(.by-host, .open, .message) {
    background: var(--_scrim-chip);
  }
  .overlay .name {
    color: var(--_on-video-name);
    margin-inline-end: 2px;
  }
  .overlay .tag {
    min-block-size: 18px;
    margin-inline-end: 2px;
    background: #fff;
    color: #15161a;
    vertical-align: 1px;
  }
  @media (prefers-contrast: more) {
    .overlay .row {
      background: var(--_scrim-bubble);
    }
  }
  @media (forced-colors: active) {
    .overlay .row,
    .by-host,
    .tag {
      border: 1px solid CanvasText;
      background: Canvas;
    }
  }
`;
