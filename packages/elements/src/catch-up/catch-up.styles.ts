// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const catchUpStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 12px;
    min-block-size: 44px;
    padding: 4px 16px;
  }
  p {
    margin: 0;
  }
  .count {
    color: var(--_muted);
    font-size: calc(13px * var(--_scale));
  }
  .count b {
    color: var(--_on-surface);
    font-weight: 600;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 12px;
    margin: 4px 16px;
    padding-block: 4px;
    padding-inline: 12px 4px;
    border-radius: var(--_radius-m);
    background: var(--_warn-soft);
    color: var(--_warn);
    font-size: calc(13px * var(--_scale));
  }
  .notice .button {
    color: inherit;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 76px;
    padding: 8px 16px;
  }
  .now {
    background: var(--_accent-soft);
  }
  .picture {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border-radius: var(--_radius-m);
    overflow: clip;
    background: var(--_surface-2);
  }
  .picture > * {
    grid-area: 1 / 1;
  }
  img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .play {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: rgb(12 12 14 / 0.72);
    color: #fff;
  }
  .text {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    max-inline-size: 100%;
  }
  .when,
  .gone {
    color: var(--_muted);
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
  }
  .tag {
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .now .tag {
    background: var(--_surface);
  }
  .later {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 4px;
  }
  .later button {
    position: relative;
    z-index: 1;
    min-block-size: 32px;
    padding-inline: 8px;
    border-radius: var(--_radius-full);
    background: var(--_surface-3);
    font-size: calc(12px * var(--_scale));
    font-weight: 600;
  }
  .later button::after {
    content: '';
    position: absolute;
    inset: -6px -4px;
  }
  .deed {
    flex: none;
    color: var(--_accent-text);
    font-weight: 600;
  }
  .skeleton {
    block-size: 60px;
    margin: 8px 16px;
  }
  @media (forced-colors: active) {
    .later button {
      border: 1px solid ButtonBorder;
    }
    .now {
      border-inline-start: 4px solid Highlight;
    }
  }
`;
