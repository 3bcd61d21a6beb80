// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What comes with the actions of a row. */
export const rowMenuStyles = css`
  /* a question in place of the actions, and its two answers */
  .asks {
    flex: 0 0 100%;
    margin-block-start: 4px;
    font-size: calc(13px * var(--_scale));
  }
  .panel .act[data-do='banish'] {
    color: var(--_danger);
  }
  /* done, not refused */
  .panel .notice .done {
    color: var(--_on-surface);
  }
`;
