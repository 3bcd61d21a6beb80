// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** A card in the middle of an article. */
export const inlineStyles = css`
  .inline > .room {
    display: grid;
    grid-template-columns: 224px minmax(0, 1fr);
    min-block-size: 398px;
    /* the page around it does not move by what is shown in it */
    grid-template-rows: minmax(0, 1fr);
    border: 1px solid var(--_line);
    border-radius: 20px;
    background: var(--_surface);
  }
  .inline:not(.definite) > .room {
    block-size: calc(398px * var(--_scale));
  }
  .inline .head {
    inset: 14px 14px auto;
    grid-template: 'facts' auto / 1fr;
  }
  .inline .scene {
    position: relative;
    inset: auto;
    background: #1b1510;
  }
  .inline .side {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    padding: 20px 20px 8px;
  }
  .inline .host {
    max-inline-size: 100%;
    gap: 12px;
    padding: 0;
  }
  .inline .who {
    padding: 0;
  }
  .inline .avatar {
    inline-size: 40px;
    block-size: 40px;
  }
  .inline .who h2 {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
  }
  .inline .who p {
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    color: var(--_muted);
    opacity: 1;
  }
  .inline .list {
    flex: 1 1 0;
    margin-block: 16px 8px;
  }
  .inline .scrim.top {
    block-size: 90px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0 8px;
    margin-inline-end: -8px;
  }
  .last {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: calc(12px * var(--_scale));
    color: var(--_muted);
  }
`;
