// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What only shows once somebody writes. */
export const deskStyles = css`
  .notice {
    margin: 0 4px 8px;
    font-size: calc(13px * var(--_scale));
    color: var(--_danger);
  }
  .left {
    padding-inline: 8px 4px;
    font-size: calc(12px * var(--_scale));
    color: var(--_muted);
  }
  .left.over {
    color: var(--_danger);
    font-weight: 600;
  }
  .glass .left,
  .glass .left.over {
    color: inherit;
  }
  .overlay .notice,
  .overlay .replying,
  .overlay .naming > label {
    inline-size: fit-content;
    margin-inline: 0;
    padding: 5px 12px 6px;
    border-radius: 14px;
    background: var(--_scrim-chip);
    color: inherit;
  }
  .replying {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-block-end: 4px;
    font-size: calc(13px * var(--_scale));
    color: var(--_muted);
  }
  .overlay .replying {
    padding-block: 0;
    padding-inline-end: 0;
    margin-block-end: 8px;
  }
  .naming > label {
    display: block;
    margin-block-end: 8px;
    font-size: calc(13px * var(--_scale));
    font-weight: 600;
  }
  .picker {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: calc(100% + 8px);
    /* above the product on camera, which a room puts before the bar */
    z-index: 5;
    max-inline-size: 100%;
  }
  .panel .picker {
    inset-inline-start: 12px;
    inset-block-end: calc(100% - 4px);
    max-inline-size: calc(100% - 24px);
  }
`;
