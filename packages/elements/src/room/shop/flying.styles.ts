// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Below the head, and above two lines of captions twice as large. */
export const flyingStyles = css`
  vitrine-danmaku {
    z-index: 1;
    inset-block: calc(104px * var(--_scale) + var(--vitrine-safe-top, 0px)) calc(76px + 112px * var(--_scale));
  }
  .stage vitrine-danmaku {
    inset-block-end: calc(46% + 112px * var(--_scale));
  }
  /* the player's menu needs the place, and who has tapped all away wants the picture */
  slot:has(> vitrine-player:is(:state(menu), :--menu)) ~ vitrine-danmaku,
  .bare vitrine-danmaku {
    display: none;
  }
  .bare vitrine-chat::part(settings) {
    opacity: 0;
    pointer-events: none;
  }
`;
