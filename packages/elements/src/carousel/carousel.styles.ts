// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const carouselStyles = css`
  :host {
    container-type: inline-size;
    /* whether text is large: 1, else 0 */
    --_big: clamp(0, (var(--_scale) - 1.4) * 9999, 1);
    --_to-end: to right;
  }
  :host(:is(:state(rtl), :--rtl)) {
    --_to-end: to left;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 36px;
    margin-block-end: 16px;
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: calc(18px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .count {
    margin-inline-start: 4px;
    font-size: calc(14px * var(--_scale));
    font-weight: 400;
    letter-spacing: 0;
    color: var(--_muted);
  }
  .arrow {
    inline-size: 36px;
    block-size: 36px;
  }
  .pill {
    min-block-size: 32px;
    padding-inline: 12px;
    border-radius: var(--_radius-full);
    font-size: calc(13px * var(--_scale));
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .below {
    position: sticky;
    inset-block-end: 12px;
    display: grid;
    justify-content: center;
    padding-block: 8px;
  }
  .below .pill {
    box-shadow: var(--_shadow-3);
  }
  .field {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    margin-block: 4px 8px;
    padding-inline: 12px;
    border-radius: var(--_radius-m);
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_line-strong);
    color: var(--_muted);
  }
  .field:focus-within {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }
  .field input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    padding: 0;
    background: none;
    outline: none;
    color: var(--_on-surface);
    font-size: calc(16px * var(--_scale));
  }
  .field ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .track {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .skeleton {
    block-size: 76px;
    margin-block: 8px;
  }
  article {
    position: relative;
    display: flex;
    /* too narrow for both, or the text too large: the button goes below */
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    padding: 8px 16px;
    cursor: pointer;
  }
  article.now {
    background: var(--_accent-soft);
  }
  .out .picture > img {
    filter: saturate(0.5);
  }
  .number {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    /* grows with the text on both sides, but not so far that it covers the picture */
    --_tag: min(var(--_scale), 1.4);
    min-inline-size: calc(20px * var(--_tag));
    padding-inline: 4px;
    border-radius: var(--_radius-xs);
    background: rgb(21 22 26 / 0.85);
    color: #fff;
    font-size: calc(11px * var(--_tag));
    line-height: calc(20px * var(--_tag));
    font-weight: 700;
    text-align: center;
  }
  .text {
    flex: 1 1 calc(100px * var(--_scale));
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    border-radius: inherit;
  }
  .label {
    display: flex;
    align-items: center;
    gap: 4px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    color: var(--_accent-text);
  }
  /* one line, or two of large text */
  .about:not(.note) {
    max-block-size: calc(16px * var(--_scale) * (1 + var(--_big)));
    overflow: clip;
  }
  .fact {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: top;
  }
  .about.low {
    color: var(--_warn);
    font-weight: 600;
  }
  .price {
    margin-block-start: 2px;
  }
  .amount {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
  }
  .add {
    z-index: 1;
    margin-inline-start: auto;
  }
  .add.done {
    background: var(--_success-soft);
    color: var(--_success);
  }
  /* rail: large text stands beside the picture, so that the rail takes no more of the room */
  .rail .track {
    display: flex;
    gap: 4px;
    /* room for the focus ring, which the scroller would cut off; what fades is gone at the column's edge */
    margin: -4px;
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scroll-snap-type: x proximity;
    scroll-padding-inline: 6%;
    scrollbar-width: none;
    mask-image: linear-gradient(
      var(--_to-end),
      var(--_start, #000) 4px,
      #000 6% 94%,
      var(--_end, #000) calc(100% - 4px)
    );
  }
  .less {
    --_start: transparent;
  }
  .more {
    --_end: transparent;
  }
  .rail li {
    flex: none;
    box-sizing: content-box;
    inline-size: min(var(--_card, var(--vitrine-carousel-card-size, 176px)) * var(--_scale), 84cqi);
    padding: 4px;
    scroll-snap-align: start;
    /* cards out of sight cost no layout and no paint */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 192px;
  }
  .rail article {
    display: grid;
    /* one height for all pictures of a rail, so that all names begin on one line */
    grid-template: max(44px, var(--_high, 172px) - 76px * var(--_scale)) 1fr / calc(100% - 70% * var(--_big)) 1fr;
    align-items: stretch;
    gap: 0;
    block-size: 100%;
    min-block-size: 192px;
    padding: 8px 8px 12px;
    border-radius: var(--_radius-l);
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_line);
    font-size: calc(13px * var(--_scale));
  }
  .rail article.now {
    box-shadow: inset 0 0 0 2px var(--_accent-text);
  }
  .rail .name:focus-visible::after {
    outline-offset: 2px;
  }
  .rail .picture {
    grid-row: 1 / calc(2 + var(--_big));
    inline-size: auto;
    block-size: auto;
    border-radius: max(4px, var(--_radius-l) - 6px);
  }
  .rail .picture > * {
    position: absolute;
    object-fit: var(--_fit, contain);
  }
  .rail .number {
    inset-inline: auto 4px;
  }
  .rail .text {
    grid-area: calc(2 - var(--_big)) / calc(1 + var(--_big)) / 3 / 3;
    /* the tag is above the name */
    padding: calc(8px + 16px * var(--_scale) * var(--_big)) 4px 0;
    margin-inline-start: calc(4px * var(--_big));
  }
  /* on the picture, whose thing moves down: nothing of it is covered */
  .text > .tag {
    position: absolute;
    inset-block-start: calc(12px + 2px * var(--_big));
    inset-inline-start: calc(12px + (2px + 30%) * var(--_big));
    padding-inline: 6px 8px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .rail .now .picture:not(.place) > [part] {
    padding-block: calc(25px * (1 - var(--_big))) calc(2px * (1 - var(--_big)));
  }
  /* its lines on whole pixels are solid */
  .tag .icon {
    stroke-width: 2;
    translate: 0.5px;
  }
  .rail .clamp {
    -webkit-line-clamp: 2;
    min-block-size: calc(40px * var(--_scale));
    text-wrap: balance;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    inline-size: 100%;
    min-block-size: 28px;
    margin-block-start: auto;
  }
  .foot .price {
    flex: 1 1 calc(52px * var(--_scale));
    margin: 0;
    column-gap: 4px;
  }
  :is(.foot, .rows) .amount {
    font-size: calc(14px * var(--_scale));
    line-height: calc(20px * var(--_scale));
  }
  .foot .add {
    inline-size: 28px;
    block-size: 28px;
    border-radius: calc(var(--_radius) * 0.75);
  }
  .rail .skeleton {
    block-size: 192px;
    margin: 0;
    border-radius: var(--_radius-l);
  }
  .list :is(.field, .skeleton) {
    margin-inline: 16px;
  }
  @container (max-width: 760px) {
    .rail li {
      --_card: 152px;
      /* a former price takes a line of its own */
      --_high: 164px;
    }
  }
  /* in the middle of a page: rows that are cards themselves */
  .rows li + li {
    margin-block-start: 8px;
  }
  .rows article {
    padding: 8px;
    border-radius: calc(var(--_radius) * 1.167);
  }
  .rows article:not(.now) {
    background: var(--_surface-2);
  }
  .rows :is(.number, .about:not(.note)) {
    display: none;
  }
  .rows .picture {
    inline-size: 56px;
    block-size: 56px;
  }
  @media (forced-colors: active) {
    article {
      border: 1px solid CanvasText;
    }
    article.now {
      border: 2px solid Highlight;
    }
  }
`;
