// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The run of show. */
export const rundownStyles = css`
  .rundown {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    padding-block-start: 16px;
    overflow: clip;
  }
  .rundown .head {
    padding: 0 16px 10px;
  }
  .rows {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 4px 16px 24px;
    list-style: none;
    overflow-y: auto;
    /* what is cut off goes out slowly; at its end the list has only its padding there */
    mask-image: linear-gradient(to top, #0000, #000 24px);
    scrollbar-width: thin;
    scrollbar-color: var(--_line-strong) transparent;
  }
  .row {
    display: flex;
    flex: none;
    align-items: center;
    gap: 12px;
    min-block-size: 72px;
    padding: 8px 12px;
    border-radius: 14px;
    box-shadow: inset 0 0 0 1px var(--_line);
  }
  .row.on {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent-text);
  }
  .row .thumb {
    inline-size: 48px;
    block-size: 48px;
    border-radius: 10px;
  }
  .row .about {
    flex: 1 1 0;
  }
  .row .number {
    margin-inline-end: 2px;
    font-weight: 400;
    color: var(--_muted);
  }
  .facts,
  .air {
    font-size: calc(13px * var(--_scale));
    color: var(--_muted);
  }
  .air {
    flex: 0 1 auto;
    max-inline-size: 18ch;
    text-align: end;
    text-wrap: balance;
  }
  .act {
    min-inline-size: 104px;
    min-block-size: 36px;
    padding-inline: 4px;
    border-radius: 10px;
    font-size: calc(13px * var(--_scale));
    overflow-wrap: normal;
  }
  @container console (min-width: 560px) {
    .act {
      white-space: nowrap;
    }
  }
  .act::after {
    content: '';
    position: absolute;
    inset: -4px 0;
  }
  .act[aria-busy] {
    color: var(--_muted);
    cursor: default;
  }
  .row.skeleton {
    border-radius: 14px;
    background: var(--_surface-3);
    box-shadow: none;
    animation: wait 300ms step-end backwards;
  }
  @keyframes wait {
    from {
      opacity: 0;
    }
  }
  .hint,
  .blank {
    padding: 16px;
    color: var(--_muted);
  }
  .blank {
    margin: auto;
    max-inline-size: 40ch;
    text-align: center;
  }
  .blank .title {
    font-weight: 600;
    color: var(--_on-surface);
  }

  /* the moment a pin belongs to */
  .segments {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .segments legend {
    float: inline-start;
    padding: 0;
    font-size: calc(13px * var(--_scale));
    color: var(--_muted);
  }
  .track {
    display: flex;
    gap: 4px;
    padding: 4px;
    border-radius: var(--_radius-m);
    background: var(--_surface-3);
  }
  .segment {
    position: relative;
    display: flex;
    align-items: center;
    min-block-size: 36px;
    padding-inline: 12px;
    border-radius: calc(var(--_radius-m) - 3px);
    font-size: calc(13px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
    cursor: pointer;
  }
  .segment::after {
    content: '';
    position: absolute;
    inset: -4px 0;
  }
  .segment input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .segment:has(:checked) {
    background: light-dark(var(--_surface), #3a3b40);
    color: var(--_on-surface);
    box-shadow: var(--_shadow-1);
  }
  .segment:has(:disabled) {
    cursor: default;
    font-weight: 400;
  }
  .segment:has(:focus-visible) {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  @container console (max-width: 839.98px) {
    .act,
    .segment {
      min-block-size: 44px;
    }
    .act::after,
    .segment::after {
      inset: 0;
    }
  }
  @container console (max-width: 559.98px) {
    .row {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 0 12px;
    }
    .row .thumb {
      grid-row: 1 / span 2;
    }
    .row .name {
      white-space: normal;
    }
    .air {
      grid-area: 2 / 2;
      max-inline-size: none;
      text-align: start;
    }
    .act {
      grid-area: 1 / 3 / span 2;
      min-inline-size: 72px;
    }
    .act .icon {
      display: none;
    }
  }
  @media (hover: hover) {
    .switch:hover i,
    .segment:not(:has(:checked, :disabled)):hover {
      background-image: linear-gradient(
        color-mix(in srgb, currentcolor 6%, transparent),
        color-mix(in srgb, currentcolor 6%, transparent)
      );
    }
  }
  @media (forced-colors: active) {
    .row {
      border: 1px solid CanvasText;
    }
    .row.on,
    .segment:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
