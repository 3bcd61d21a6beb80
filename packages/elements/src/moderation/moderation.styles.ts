// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Why a message waits that was said already. */
export const moderationStyles = css`
  .reports {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 8px;
    margin-block-start: 2px;
    font-size: calc(13px * var(--_scale));
  }
  .reports .tag {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .reason {
    overflow-wrap: anywhere;
  }
  .reason::before {
    content: '“';
  }
  .reason::after {
    content: '”';
  }
`;
