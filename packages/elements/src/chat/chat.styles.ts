// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The frame: list, bar, and what stands in for the list. */
export const chatStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    block-size: 100%;
    min-block-size: 0;
    overflow-wrap: anywhere;
  }
  :host([variant='panel']) {
    background: var(--_surface);
  }
  :host([variant='overlay']) {
    justify-content: flex-end;
    gap: 12px;
    color: var(--_on-video);
    pointer-events: none;
  }
  slot {
    pointer-events: auto;
  }
  .view {
    position: relative;
    display: flex;
    flex-direction: column;
    flex: 1 1 320px;
    min-block-size: 0;
  }
  .overlay.view {
    flex: 0 1 auto;
    inline-size: min(75cqi, 320px);
  }
  .list {
    --_fade: 40px;
    display: flex;
    /* Laid out from the end: adding a row is neither a scroll nor, to the browser, a layout shift. */
    flex-direction: column-reverse;
    flex: 1;
    min-block-size: 0;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_line-strong) transparent;
    contain: strict;
    container-type: size;
    -webkit-mask:
      linear-gradient(#0000, #000 var(--_fade)),
      linear-gradient(#000 0 0) bottom / 100% var(--_newest, 0) no-repeat;
  }
  .overlay .list {
    --_fade: min(56px, 40%);
    flex: 0 1 auto;
    /* larger text: fewer rows, or they would be over the face */
    block-size: clamp(96px, 28cqb - 140px * (var(--_scale) - 1), 240px);
    scrollbar-width: none;
  }
  .list:focus-visible,
  .row:focus-visible {
    outline-offset: -2px;
  }
  /* Few rows are laid out from the start and carried to the end, so that more of them are no layout shift either. */
  .rows {
    flex: none;
    margin-block-end: auto;
    padding-block: 40px 4px;
    translate: 0 max(0px, 100cqb - 100%);
  }
  .overlay .rows {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 6px;
    padding-block: 56px 0;
  }
  .skeleton {
    display: flex;
    gap: 12px;
    padding: 8px 16px;
    animation: appear 1ms 300ms both;
  }
  .skeleton * {
    inline-size: 32px;
    block-size: 32px;
    border-radius: 16px;
    background: var(--_surface-3);
  }
  .skeleton b {
    inline-size: 60%;
  }
  .overlay .skeleton {
    padding: 0;
  }
  .overlay .skeleton i {
    display: none;
  }
  .overlay .skeleton b {
    inline-size: 180px;
    background: var(--_scrim-bubble);
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  /* A short room keeps what was said last. */
  @container vitrine (height < 600px) {
    .overlay .list {
      block-size: 84px;
    }
  }
  @container vitrine (height < 440px) and (width >= 560px) {
    .overlay.view {
      inline-size: 280px;
    }
  }
`;
