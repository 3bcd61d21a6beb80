// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const barStyles = css`
  .bar-area {
    /* what darkens the picture lies under the buttons, and over the picture */
    isolation: isolate;
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: grid;
    align-content: end;
    justify-content: center;
    grid-template-columns: minmax(0, var(--_picture, 100%));
    block-size: 150px;
    pointer-events: none;
  }
  .bar-area::before {
    content: '';
    position: absolute;
    inset: 0;
    z-index: -1;
    background: linear-gradient(rgb(12 12 14 / 0), rgb(12 12 14 / 0.72));
  }
  .bar-area::before,
  .bar > * {
    transition: opacity var(--_dur-base);
  }
  .bar-area.minimal {
    block-size: 120px;
  }
  .stage.idle {
    cursor: none;
  }
  .stage.idle .bar-area::before,
  .stage.idle .bar > :not(:has(.sound)) {
    opacity: 0;
  }
  .stage.idle .captions {
    inset-block-end: 24px;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 12px;
    container: vitrine-bar / inline-size;
    pointer-events: auto;
  }
  .minimal .bar {
    padding: 4px;
    justify-content: space-between;
  }
  .volume {
    display: flex;
    align-items: center;
  }
  .volume input {
    inline-size: 0;
    opacity: 0;
    transition:
      inline-size var(--_dur-fast),
      opacity var(--_dur-fast);
  }
  .volume:hover input,
  .volume:focus-within input {
    inline-size: 72px;
    margin-inline-end: 8px;
    opacity: 1;
  }
  @media (hover: none) {
    .volume input {
      display: none;
    }
  }
  .live,
  .clock {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 8px;
    border-radius: var(--_radius-s);
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    font-weight: 600;
    white-space: nowrap;
    flex: none;
  }
  .live::before {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: rgb(255 255 255 / 0.7);
  }
  .live[aria-disabled='true'] {
    cursor: default;
  }
  .live[aria-disabled='true']::before {
    background: #ff5a66;
  }
  /* clocks run one way */
  .clock {
    direction: ltr;
  }
  .spacer {
    flex: 1;
  }
  input[type='range'] {
    appearance: none;
    background: none;
    margin: 0;
    block-size: 44px;
    cursor: pointer;
    touch-action: none;
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--_knob, #fff);
  }
  input[type='range']::-moz-range-thumb {
    border: 0;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--_knob, #fff);
  }
  /* the ring is the thumb's: the box of a slider is as high as a finger, and touches what is beside it */
  .bar input[type='range']:focus-visible {
    outline: none;
    box-shadow: none;
  }
  input:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_knob, #fff);
    outline-offset: 2px;
    box-shadow: 0 0 0 6px var(--_halo, rgb(12 12 14 / 0.8));
  }
  input:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_knob, #fff);
    outline-offset: 2px;
    box-shadow: 0 0 0 6px var(--_halo, rgb(12 12 14 / 0.8));
  }
  .volume input::-webkit-slider-runnable-track {
    block-size: 4px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--_knob, #fff) 40%, transparent);
  }
  .volume input::-webkit-slider-thumb {
    margin-block-start: -4px;
  }
  .volume input::-moz-range-track {
    block-size: 4px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--_knob, #fff) 40%, transparent);
  }
  .sound {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 12px 16px;
    border-radius: 22px;
    font-weight: 600;
    white-space: nowrap;
    flex: none;
  }
  @container vitrine-bar (inline-size < 456px) {
    .scrubber {
      display: none;
    }
  }
  @container vitrine-bar (inline-size >= 456px) {
    .scrubber + .spacer {
      display: none;
    }
  }
  /* the place in the show says more than a word does; ticks would run together in it */
  @container vitrine-bar (456px <= inline-size < 560px) {
    .tick,
    .clock:has(+ .live),
    [part~='captions-button'] ~ [part~='picture-in-picture'] {
      display: none;
    }
    .rewinds .sound {
      gap: 0;
      padding-inline: 12px;
    }
    .rewinds .sound span {
      inline-size: 0;
      overflow: hidden;
    }
  }
  @container vitrine-bar (inline-size < 480px) {
    .wide {
      display: none;
    }
    .live {
      flex: 0 1 auto;
      overflow: hidden;
      text-overflow: ellipsis;
    }
  }
  @container vitrine-bar (inline-size < 360px) {
    .clock:has(+ .live) {
      display: none;
    }
    .bar > * + * {
      margin-inline-start: -4px;
    }
    /* in two lines, so that nothing of it is cut off */
    .live {
      gap: 6px;
      padding-inline: 8px 4px;
      font-size: calc(12px * var(--_scale));
      line-height: calc(16px * var(--_scale));
      white-space: normal;
      text-align: start;
    }
    /* the menu has them too */
    [part~='captions-button']:has(~ [part~='screen']) {
      display: none;
    }
    .sound {
      gap: 0;
      padding-inline: 12px;
    }
    .sound span {
      inline-size: 0;
      overflow: hidden;
    }
  }
  @media (forced-colors: active) {
    .bar input {
      forced-color-adjust: none;
      --_knob: CanvasText;
      --_halo: Canvas;
    }
    .live::before {
      forced-color-adjust: none;
    }
    .sound {
      border: 1px solid;
    }
  }
`;
