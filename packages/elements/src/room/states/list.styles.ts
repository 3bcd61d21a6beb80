// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** A stage without a picture: the products take its place. */
export const listStyles = css`
  .frame.listed:is(.stage, .landscape) .side {
    inset: 0;
    z-index: 2;
    inline-size: auto;
    max-block-size: none;
    background: var(--_surface);
    color: var(--_on-surface);
    pointer-events: auto;
  }
  .frame.listed.ended .side {
    inset-block-start: 150px;
  }
  .listed .list {
    flex: 1;
  }
  .listhead {
    padding: 12px;
  }
  .listhead h2 {
    font-size: calc(16px * var(--_scale));
    line-height: calc(44px * var(--_scale));
    padding-inline: 4px 52px;
  }
  .listhead .quiet {
    padding-inline: 4px;
  }
  .ending {
    position: absolute;
    inset: auto 16px 12px;
    z-index: 2;
  }
  .listed .bagfoot {
    padding: 12px 16px max(12px, var(--vitrine-safe-bottom, 0px));
    border-block-start: 1px solid var(--_line);
  }
  .listed.ended .scene {
    inset-block-end: auto;
    block-size: 150px;
  }
  .listed.ended .scrim.bottom {
    block-size: 100%;
  }
  .listed.ended .head .host {
    display: none;
  }
  .listed.ended .head {
    grid-template: 'facts buttons' auto / minmax(0, 1fr) auto;
    align-items: center;
  }
  /* the face, of a picture that was made for the whole stage */
  .listed.ended vitrine-player::part(poster) {
    object-position: 50% 24%;
  }
  .listed:not(.ended) .head .host,
  .listed:not(.ended) .head .facts {
    display: none;
  }
  .listed:not(.ended) .head {
    inset-inline-end: 4px;
    z-index: 6;
  }
  .frame.listed:not(.ended) .scene {
    z-index: 4;
    inset-block-end: auto;
    block-size: 0;
    overflow: visible;
  }
  .refused .head .round,
  .listed:not(.ended) .head .round {
    background: none;
    backdrop-filter: none;
    color: var(--_on-surface);
  }
  .listed:not(.ended) :is(.scrim, vitrine-player) {
    visibility: hidden;
  }
`;
