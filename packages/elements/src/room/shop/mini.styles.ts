// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The small player and the entry. */
export const miniStyles = css`
  :is(.mini, .entry) .scrim.top {
    block-size: 90px;
  }
  .mini .head {
    inset-inline: 8px 0;
    inset-block-start: 0;
    grid-template: 'facts buttons' 44px / minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px;
  }
  .mini .pill {
    font-size: min(12px * var(--_scale), 12cqi);
    line-height: 1.3;
  }
  .mini .head > .close {
    grid-area: buttons;
  }
  :is(.mini .head > .close, .mini .line > .round) {
    pointer-events: auto;
    background: none;
    backdrop-filter: none;
  }
  :is(.mini .head > .close, .mini .line > .round) .icon {
    box-sizing: content-box;
    padding: 6px;
    border-radius: 50%;
    background: var(--_scrim-chip);
  }
  .mini .pill b::before {
    inline-size: 6px;
  }
  .mini .line .icon {
    padding: 8px;
  }
  .low {
    position: absolute;
    inset-inline: 8px;
    inset-block-end: 8px;
    z-index: 4;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
  }
  .line {
    display: flex;
    flex-direction: row-reverse;
    justify-content: space-between;
    align-items: center;
    padding-inline-start: 4px;
    margin-inline-end: -6px;
    font-size: min(12px * var(--_scale), 10cqi);
    font-weight: 600;
  }
  .line > .viewers {
    padding: 2px 6px;
    border-radius: 6px;
    background: var(--_scrim-chip);
  }
  .line > .viewers .icon {
    padding: 0;
  }
  .entry > .room::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 6;
    border: 2px solid #fff;
    border-radius: inherit;
    pointer-events: none;
  }
  .entry .facts {
    position: absolute;
    inset-inline: 4px;
    inset-block-end: 6px;
    z-index: 5;
    justify-content: center;
  }
  .entry .pill {
    min-block-size: 20px;
    border-radius: 6px;
    font-size: 11px;
  }
  .entry .pill > * {
    padding-inline: 6px;
  }
`;
