// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The column of the chat where something else stands beside it. */
export const talkStyles = css`
  .talk .choices {
    flex: 1;
    display: flex;
    gap: 4px;
    padding: 3px;
    border-radius: var(--_radius-m);
    background: var(--_surface-3);
  }
  .choices button {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    min-block-size: 36px;
    padding-inline: 4px;
    overflow-wrap: anywhere;
    border-radius: calc(var(--_radius-m) - 3px);
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
  }
  .choices button::after {
    content: '';
    position: absolute;
    inset: -4px 0;
  }
  .choices .tool {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 40px;
    padding: 0;
  }
  .choices [aria-selected='true'] {
    background: light-dark(var(--_surface), #3a3b40);
    color: var(--_on-surface);
    box-shadow: var(--_shadow-1);
  }
  .talk .desk {
    flex: 1;
    min-block-size: 0;
  }
  .talk [hidden] {
    display: none;
  }
  @media (forced-colors: active) {
    .choices [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
