// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What rows have beside their words, and what lies over them. */
export const rowDeskStyles = css`
  /* a click brings what can be done with it */
  .row:not(.order) {
    cursor: pointer;
  }
  /* (No name has a check mark of its own: back ends drop them.) */
  .verified .name::after {
    content: '✓';
    display: inline-block;
    inline-size: 1.5em;
    margin-inline-start: 4px;
    border-radius: 50%;
    background: var(--_accent-text);
    color: var(--_surface);
    font-size: 0.65em;
    line-height: 1.5;
    text-align: center;
    vertical-align: 0.2em;
  }
  .fate {
    display: flex;
    align-items: flex-start;
    gap: 6px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: -8px;
  }
  .act {
    min-block-size: 44px;
    min-inline-size: 44px;
    padding-inline: 8px;
    text-align: start;
    font-weight: 600;
    font-size: calc(13px * var(--_scale));
  }
  .spinner.later {
    display: inline-block;
    inline-size: 12px;
    block-size: 12px;
    margin-inline-start: 8px;
    vertical-align: -1px;
    animation:
      spin 0.8s linear infinite,
      appear 1ms 1s both;
  }
  .panel .for-viewer {
    box-shadow: inset 0 0 0 1px var(--_accent-text);
  }
  .panel .pending .text,
  .panel .removed,
  .panel .fate {
    color: var(--_muted);
  }
  .panel .failed {
    color: var(--_danger);
  }
  .panel .act {
    color: var(--_accent-text);
  }
  @media (pointer: fine) {
    .panel .act {
      min-block-size: 36px;
    }
  }
  .overlay .for-viewer {
    box-shadow: inset 0 0 0 1px var(--_on-video-name);
  }
  .overlay .pending .text,
  .overlay .removed {
    color: rgb(255 255 255 / 0.86);
  }
  .overlay .pending:has(.fate) {
    background: var(--_scrim-chip);
  }
  .overlay .fate {
    margin-block-start: 4px;
  }

  /* over the rows */
  .float {
    position: absolute;
    inset-inline: 0;
    z-index: 1;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .overlay .float.top {
    justify-content: flex-start;
  }
  .overlay .float.end {
    justify-content: flex-end;
  }
  .float.top {
    inset-block-start: 8px;
  }
  /* on the edge of the list, where it covers nobody's words */
  .float.end {
    inset-block-end: calc(-12px * var(--_scale));
  }
  .pill {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    padding: 4px 12px;
    border-radius: var(--_radius-full);
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow:
      inset 0 0 0 1px var(--_line),
      var(--_shadow-2);
    pointer-events: auto;
  }
  .overlay .pill {
    background: var(--_scrim-chip);
    backdrop-filter: blur(20px) saturate(1.4);
    color: var(--_on-video);
    box-shadow: none;
  }
  .overlay [part='jump'] {
    background: var(--_card-video);
    color: #1a1b1e;
  }
  button.pill::after {
    content: '';
    position: absolute;
    inset: -14px 0 -6px;
  }
  .quiet {
    font-weight: 400;
  }
  /* (not while what was said is on its way) */
  .late {
    animation: appear 1ms 0.3s both;
  }

  /* while there is nothing to read */
  .panel .rows:has(> .message) {
    margin-block: auto;
    translate: none;
    text-align: center;
  }
  .message {
    margin: 0;
    padding: 16px;
    color: var(--_muted);
  }
  .message strong {
    display: block;
    font-weight: 600;
    color: var(--_on-surface);
  }
  .overlay :is(.message, strong) {
    color: inherit;
  }
  .empty {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 0 16px 16px;
    pointer-events: auto;
  }
  .overlay .empty {
    padding: 0;
  }
  .greet {
    flex: 0 0 100%;
    display: flex;
  }
  .greet > span {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 5px 6px;
  }
  .overlay .greet > span {
    padding-inline: 12px;
    border-radius: 14px;
    background: var(--_scrim-chip);
  }
  .quick {
    min-block-size: 44px;
    padding: 4px 16px;
    border-radius: 22px;
    background: var(--_surface-3);
    text-align: start;
  }
  .overlay .quick {
    background: var(--_scrim-chip);
    backdrop-filter: blur(20px) saturate(1.4);
  }
  /* On a phone the words need the whole bar while they are being written, and the rows give way. */
  @media (pointer: coarse) {
    :host([typing]) .overlay .list {
      max-block-size: 120px;
    }
    :host([typing]) .overlay slot[name='actions'] {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .pill,
    .quick {
      border: 1px solid ButtonBorder;
    }
  }
`;
