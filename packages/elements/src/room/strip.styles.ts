// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Below everything that lies over the picture, the strip of the player's own controls. */
const stripStyles = css`
  .rewinds {
    --_strip: calc(30px + 14px * var(--_scale) + var(--vitrine-safe-bottom, 0px));
  }
  .frame.rewinds :is(.side, .corner) {
    inset-block-end: calc(var(--_strip) + 8px);
  }
  .frame.rewinds .side {
    max-block-size: calc(100% - 108px * var(--_scale) - var(--vitrine-safe-top, 0px) - var(--_strip));
  }
  .rewinds .toast {
    inset-block-end: calc(var(--_strip) + 60px);
  }
  .rewinds :is(.tap, .scrim.bottom) {
    inset-block-end: var(--_strip);
  }
  /* its menu needs the place of all but the header, and on a phone on its side of that too */
  .scene:has(vitrine-player:is(:state(menu), :--menu)) {
    z-index: 4;
  }
  slot:has(> vitrine-player:is(:state(menu), :--menu)) ~ :is(.tap, .corner, .scrim.bottom),
  .landscape slot:has(> vitrine-player:is(:state(menu), :--menu)) ~ .head {
    display: none;
  }
`;

export const styles = [stripStyles];
