// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const productStyles = css`
  .back {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    margin-block: 8px 0;
    margin-inline: 4px;
    padding-inline: 12px;
    border-radius: var(--_radius-m);
    font-weight: 600;
  }
  .pictures {
    position: relative;
    margin: 4px 16px 0;
    border-radius: 18px;
    overflow: clip;
    background: var(--_surface-2);
  }
  .gallery {
    display: flex;
    block-size: clamp(180px, 31cqb, 244px);
    overflow: auto hidden;
    scroll-snap-type: x mandatory;
    scrollbar-width: none;
    border-radius: inherit;
  }
  .gallery:focus-visible {
    outline-offset: -4px;
  }
  .gallery > div {
    position: relative;
    flex: none;
    inline-size: 100%;
    overflow: clip;
    scroll-snap-align: start;
    scroll-snap-stop: always;
  }
  .gallery img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--_fit, contain);
  }
  .gallery > .no-picture {
    inline-size: 100%;
  }
  .dots {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    display: flex;
    gap: 4px;
    padding: 5px 8px;
    border-radius: 8px;
    background: rgb(255 255 255 / 0.92);
    pointer-events: none;
  }
  .dots span {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 3px;
    background: rgb(26 27 30 / 0.3);
    transition: inline-size var(--_dur-fast) var(--_ease-inout);
  }
  .dots .on {
    inline-size: 16px;
    background: #1a1b1e;
  }
  .seen {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 12px;
    min-block-size: 24px;
    padding-inline: 8px;
    background: rgb(255 255 255 / 0.92);
    color: #1a1b1e;
  }
  .about {
    padding: 16px 16px 0;
  }
  h2,
  h3,
  p,
  dl,
  dd {
    margin: 0;
  }
  h2 {
    font-size: calc(20px * var(--_scale));
    line-height: calc(28px * var(--_scale));
    font-weight: 600;
    letter-spacing: -0.014em;
    text-wrap: balance;
  }
  h2:focus-visible {
    outline: none;
  }
  :host(:lang(ar)) h2 {
    letter-spacing: 0;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    margin-block-start: 2px;
    font-size: calc(13px * var(--_scale));
    color: var(--_muted);
  }
  .rating {
    color: var(--_on-surface);
  }
  .cost {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    margin-block-start: 8px;
  }
  .amount {
    font-size: calc(24px * var(--_scale));
    line-height: calc(32px * var(--_scale));
    letter-spacing: -0.018em;
  }
  .cost s {
    font-size: calc(14px * var(--_scale));
  }
  .cost .tag {
    background: var(--_deal-soft);
    color: var(--_deal);
  }
  fieldset {
    margin: 16px 16px 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  fieldset + fieldset {
    margin-block-start: 12px;
  }
  legend,
  .title {
    padding: 0;
    font-size: calc(13px * var(--_scale));
    font-weight: 600;
  }
  legend .value {
    font-weight: 400;
    color: var(--_muted);
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  .option,
  .dot {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 44px;
    cursor: pointer;
  }
  .option {
    min-inline-size: 56px;
    padding-inline: 16px;
    border-radius: var(--_radius-m);
    font-weight: 600;
    box-shadow: inset 0 0 0 1px var(--_line-strong);
  }
  .option.out {
    color: var(--_muted);
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_line);
    text-decoration: line-through;
  }
  .option:has(:checked) {
    box-shadow: inset 0 0 0 2px var(--_accent-text);
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .dot {
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
  }
  .values:has(.dot) {
    margin-block-start: 4px;
    margin-inline-start: -4px;
  }
  .dot:has(:checked) {
    box-shadow: inset 0 0 0 2px var(--_accent-text);
  }
  .values input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
    inline-size: 100%;
    block-size: 100%;
  }
  .values label:has(:focus-visible) {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }
  .remark {
    display: flex;
    align-items: center;
    gap: 4px;
    margin: 10px 16px 0;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
  }
  .remark.low {
    color: var(--_warn);
  }
  .quantity {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin: 16px 16px 0;
  }
  .details,
  .description {
    margin: 24px 16px 0;
  }
  h3 {
    font-size: calc(13px * var(--_scale));
    font-weight: 600;
  }
  dl > div {
    display: flex;
    gap: 16px;
    padding-block: 8px;
    border-block-end: 1px solid var(--_line);
    font-size: calc(13px * var(--_scale));
  }
  dt {
    flex: 0 0 38%;
    color: var(--_muted);
  }
  .description {
    padding-block-end: 24px;
    white-space: pre-line;
  }
  .buttons {
    display: flex;
    gap: 8px;
  }
  .buttons .button {
    flex: 1;
    min-inline-size: 0;
    padding-inline: 4px;
  }
  .button.outline {
    background: none;
  }
  @media (forced-colors: active) {
    .seen,
    .option,
    .dot {
      border: 1px solid CanvasText;
    }
    .option:has(:checked),
    .dot:has(:checked) {
      border: 2px solid Highlight;
    }
    .dots,
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
