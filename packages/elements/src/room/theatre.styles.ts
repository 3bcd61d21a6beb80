// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Wide rooms: picture, panel and rail side by side. */
export const theatreStyles = css`
  .theatre {
    padding: var(--vitrine-room-padding, 24px 32px);
  }
  /* what slides in lies over the space around, too: its box is the frame's */
  .theatre > .room {
    position: static;
    display: grid;
    /* the picture is 16:9 where there is the height for it, and gives way to the rail where there is not */
    --_beside: 376px;
    grid-template:
      'scene side' minmax(220px, calc((100cqi - var(--_beside) - 24px) * 9 / 16))
      'rail side' auto / minmax(0, 1fr) var(--_beside);
    align-content: start;
    gap: 16px 24px;
    overflow: visible;
    border-radius: 0;
  }
  .theatre .scene {
    grid-area: scene;
    position: relative;
    inset: auto;
    border-radius: 20px;
    background: #1b1510;
  }
  /* where the picture is cut, it is cut at the table rather than at the face */
  .theatre:not(.margined) vitrine-player::part(video) {
    object-position: 50% 30%;
  }
  .theatre .rail {
    grid-area: rail;
    min-inline-size: 0;
  }
  /* the place of the room's own rail before it is there: heading and cards */
  .rail vitrine-carousel {
    display: block;
    min-block-size: calc(208px + max(36px, 24px * var(--_scale)));
  }
  /* as high as the picture and the rail make it, never higher by what is said in it */
  .theatre :is(.side, .beside) {
    grid-area: side;
    contain: size;
    display: block;
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
  }
  .theatre .side {
    display: flex;
    flex-direction: column;
    background: var(--_surface);
  }
  .theatre .side[inert] {
    visibility: hidden;
  }
  .theatre .beside {
    z-index: 4;
    border-color: transparent;
    pointer-events: none;
  }
  .theatre .beside.open {
    border-color: var(--_line);
    pointer-events: auto;
  }
  .theatre :is(.chat, .list) {
    flex: 1;
    min-block-size: 0;
  }
  .theatre .bar {
    display: contents;
  }
  .theatre vitrine-chat {
    block-size: 100%;
  }
  .theatre .head {
    inset-inline: 16px;
    inset-block-start: 16px;
    display: block;
  }
  /* the pill stands beside the capsule while there is room for both, else below */
  .theatre .buttons {
    float: inline-end;
  }
  .theatre :is(.host, .facts) {
    display: inline-flex;
    vertical-align: middle;
    margin-inline-end: 4px;
  }
  .theatre .facts {
    margin-block: 8px;
  }
  .theatre .host {
    max-inline-size: 38cqi;
  }
  .theatre .scrim.top {
    block-size: 120px;
  }
  /* the player darkens the picture under its own controls */
  :is(.theatre, .inline) .scrim.bottom {
    display: none;
  }
  .theatre vitrine-reaction-lane {
    inset-block-end: 72px;
  }
  .tabs {
    flex: none;
    display: flex;
    gap: 4px;
    margin: 12px 12px 8px;
    padding: 4px;
    border-radius: var(--_radius-m);
    background: var(--_surface-3);
  }
  .tabs button {
    position: relative;
    /* alike whatever they count, and wider only where a word needs it */
    flex: 1 0 0;
    min-inline-size: min-content;
    min-block-size: 36px;
    padding-inline: 4px;
    border-radius: 9px;
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
  }
  .tabs button::after {
    content: '';
    position: absolute;
    inset: -4px -2px;
  }
  .tabs button[aria-selected='true'] {
    background: light-dark(var(--_surface), #3a3b40);
    color: var(--_on-surface);
    box-shadow: var(--_shadow-1);
  }
  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  .tabs .numbers {
    margin-inline-start: 4px;
    font-size: calc(12px * var(--_scale));
    line-height: 1;
  }
  /* an upright picture takes the whole height, and the rail's place is the Products tab */
  .margined > .room {
    grid-template: 'scene side' minmax(0, 1fr) / minmax(0, 1fr) var(--_beside);
    align-content: stretch;
  }
  .margined:not(.definite) .scene {
    block-size: clamp(480px, 84svh, 788px);
  }
  .margined .facts {
    display: flex;
  }
  .margined .host {
    max-inline-size: 30%;
  }
  .margined .corner.end {
    inset-inline-end: 16px;
    inset-block-end: 16px;
  }
  /* above heart and bag */
  .margined vitrine-reaction-lane {
    inset-block-end: 120px;
  }
  /* 1120 with the usual space around it */
  @container vitrine (width < 1056px) {
    .theatre > .room {
      --_beside: 320px;
      column-gap: 16px;
    }
  }
  /* too low for a rail: the Products tab has them all */
  @container vitrine (max-height: 540px) {
    .theatre .rail {
      display: none;
    }
    .theatre > .room {
      row-gap: 0;
    }
  }
`;
