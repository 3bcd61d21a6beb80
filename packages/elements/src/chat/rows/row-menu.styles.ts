// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Over so many px rows fade at the top while one is open. */
export const openFade = 16;

/** What comes with the actions of a row. */
export const rowMenuStyles = css`
  /* what is in use hardly fades */
  .view .list:has(.open) {
    --_fade: ${openFade}px;
    --_gone: 0px;
  }
  /* a question in place of the actions, and its two answers */
  .asks {
    flex: 0 0 100%;
    box-sizing: border-box;
    padding: 4px 8px 0;
    font-size: calc(13px * var(--_scale));
  }
  .panel .act[data-do='banish'] {
    color: var(--_danger);
  }
  /* below words in another language: a small line, with a button that is larger than it looks */
  .translation {
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    min-block-size: 24px;
  }
  .turn {
    position: relative;
    min-block-size: 24px;
    text-align: start;
    font-weight: 600;
  }
  .turn::after {
    content: '';
    position: absolute;
    inset: -14px -8px -6px;
  }
  .panel .turn {
    color: var(--_accent-text);
  }
  /* done, not refused */
  .panel .notice .done {
    color: var(--_on-surface);
  }
`;
