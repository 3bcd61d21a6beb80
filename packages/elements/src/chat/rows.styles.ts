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
    vertical-align: 1px;
  }

  /* in a panel: words beside a picture, with no boxes around them, as there are a hundred rows */
  .panel .row {
    padding: 8px 16px;
    padding-inline-start: 60px;
  }
  .panel :is(.time, .tag) {
    margin-inline-start: 4px;
  }
  .panel .name {
    font-size: calc(13px * var(--_scale));
  }
  /* (What is said stays in the line, beside what becomes of it.) */
  .time::after {
    content: '\\A';
    white-space: pre;
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
    padding-inline-start: 16px;
  }
  .avatar {
    position: absolute;
    inset-inline-start: 16px;
    inline-size: 32px;
    block-size: 32px;
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
  .sticker {
    display: grid;
    align-items: center;
    min-block-size: 96px;
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
