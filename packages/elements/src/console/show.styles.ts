// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What viewers see, how the stream does, and the chat. */
export const showStyles = css`
  .preview {
    flex: none;
    padding: 12px;
  }
  .seen {
    position: relative;
    max-inline-size: 320px;
    margin-inline: auto;
  }
  .picture {
    position: relative;
    aspect-ratio: 280 / 456;
    border-radius: 14px;
    overflow: clip;
    background: #17181a;
  }
  .picture vitrine-player {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  /* its middle is that of the button beside it, at every size of text */
  .what {
    position: absolute;
    inset-block-start: 30px;
    translate: 0 -50%;
    inset-inline-start: 12px;
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 4px 8px;
    border-radius: var(--_radius-s);
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
  }
  .sound {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
  }
  .on-camera {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 8px;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px;
    border-radius: 12px;
    color-scheme: light;
    background: var(--_card-video);
    color: var(--_on-surface);
  }
  .thumb {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 8px;
    overflow: clip;
    background: var(--_surface-3);
    color: var(--_muted);
  }
  .thumb img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .about {
    flex: 1;
    min-inline-size: 0;
  }
  .on-camera .about {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
  }
  .name {
    max-inline-size: 100%;
    font-weight: 600;
  }
  .amount {
    font-size: calc(13px * var(--_scale));
    font-weight: 700;
  }
  .tag.soft {
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .delay {
    padding-block-start: 12px;
    text-align: center;
    font-size: calc(13px * var(--_scale));
    color: var(--_muted);
  }

  /* health */
  .health {
    flex: 1 0 auto;
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 16px;
  }
  .verdict {
    min-block-size: 28px;
    padding-inline: 8px;
    border-radius: 8px;
    font-size: calc(12px * var(--_scale));
    white-space: normal;
  }
  .good .verdict {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .fair .verdict {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .poor .verdict {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .spark {
    display: block;
    flex: 1 0 44px;
    inline-size: 100%;
    block-size: 44px;
    max-block-size: 96px;
    direction: ltr;
  }
  .spark polyline {
    fill: none;
    stroke: var(--_accent-text);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .spark polygon {
    fill: var(--_accent-soft);
  }
  .metrics {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .metrics:empty {
    display: none;
  }
  .metric {
    padding: 10px 12px;
    border-radius: var(--_radius-m);
    background: var(--_surface-2);
  }
  .metric dt {
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    color: var(--_muted);
  }
  .metric dd {
    font-size: calc(12px * var(--_scale));
    color: var(--_muted);
    white-space: nowrap;
  }
  .metric b {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    color: var(--_on-surface);
  }

  /* preview and health as a strip */
  @container console (min-width: 840px) and (max-width: 1199.98px) {
    [data-column='show'] {
      flex-direction: row;
      align-items: stretch;
    }
    .preview {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 8px;
    }
    .seen {
      display: flex;
      align-items: center;
      gap: 8px;
      max-inline-size: none;
      margin: 0;
    }
    .picture {
      inline-size: 54px;
      aspect-ratio: 9 / 16;
      border-radius: 10px;
    }
    .what,
    .on-camera .tag,
    .on-camera .thumb,
    vitrine-player::part(state) {
      display: none;
    }
    .sound,
    .on-camera {
      position: static;
    }
    .on-camera {
      max-inline-size: 18ch;
      padding: 0;
      background: none;
      color-scheme: inherit;
    }
    .sound {
      order: 1;
      background: var(--_surface-3);
      color: var(--_on-surface);
    }
    .delay {
      padding: 0;
      max-inline-size: 18ch;
      text-align: start;
    }
    .health {
      display: grid;
      grid-template: auto minmax(0, 1fr) / auto minmax(0, 1fr);
      gap: 8px 16px;
      min-inline-size: 0;
      padding: 8px 16px;
    }
    .spark {
      block-size: 28px;
    }
    .metrics {
      grid-column: 1 / -1;
      grid-template-columns: repeat(auto-fit, minmax(calc(64px * var(--_scale)), 1fr));
    }
    .metric {
      padding: 6px 8px;
    }
  }

  /* chat */
  .talk {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    overflow: clip;
  }
  .talk .head {
    padding: 16px 16px 8px;
  }
  .talk vitrine-chat {
    flex: 1;
    block-size: auto;
  }
  .talk [slot='empty'] {
    margin: 0;
    padding: 8px 16px 16px;
    color: var(--_muted);
  }
  .rules {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    padding: 4px 16px;
    box-shadow: inset 0 1px 0 var(--_line);
  }
  .announcement {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 8px 16px;
    box-shadow: inset 0 1px 0 var(--_line);
    font-size: calc(13px * var(--_scale));
  }
  .announcement > p {
    flex: 1;
  }
  .announcement > .numbers {
    color: var(--_muted);
  }
  .announcement :is(input, select) {
    min-block-size: 44px;
    min-inline-size: 0;
    padding-inline: 12px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    color: inherit;
  }
  .announcement input {
    flex: 1 0 100%;
  }
  /* for how long, and the button, once there is something to announce */
  .announcement:not(:focus-within, :has(input:not(:placeholder-shown))) :is(select, [type='submit']) {
    display: none;
  }
  .announcement select {
    flex: 1;
    padding-inline: 8px;
    font: inherit;
  }
  .announcement .button {
    padding-inline: 12px;
    font-size: calc(13px * var(--_scale));
  }
  @media (pointer: fine) {
    .announcement :is(input, select, .button) {
      min-block-size: 36px;
    }
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    border-radius: var(--_radius-xs);
    font-size: calc(13px * var(--_scale));
  }
  .switch i {
    position: relative;
    flex: none;
    inline-size: 40px;
    block-size: 24px;
    border-radius: 12px;
    background: var(--_line-strong);
    transition: background-color var(--_dur-fast);
  }
  .switch i::after {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 2px;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    background: #fff;
    transition: inset-inline-start var(--_dur-fast);
  }
  .switch[aria-checked='true'] i {
    background: var(--_accent);
  }
  .switch[aria-checked='true'] i::after {
    inset-inline-start: 18px;
    background: var(--_on-accent);
  }
  .switch[aria-busy] i {
    opacity: 0.6;
  }
  @media (forced-colors: active) {
    .switch i,
    .metric {
      border: 1px solid CanvasText;
    }
    .switch i::after {
      background: CanvasText;
    }
    .switch[aria-checked='true'] i {
      background: Highlight;
    }
  }
`;
