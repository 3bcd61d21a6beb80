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
  /* (Over video there is a button only once there is something to send. In forced colours those of the bar win.) */
  .glass .send {
    border-radius: 22px;
    background: radial-gradient(circle closest-side, rgb(255 255 255 / 0.24) 0 18px, #0000 18.5px);
  }
  .glass .ready {
    background: radial-gradient(circle closest-side, #fff 0 18px, #0000 18.5px);
    color: #15161a;
  }
`;
