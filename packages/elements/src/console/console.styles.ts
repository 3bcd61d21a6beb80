// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The frame: bar, columns, and one column at a time where there is no place for more. */
export const consoleStyles = css`
  :host {
    display: block;
    container: console / inline-size;
    block-size: var(--vitrine-console-height, 100%);
    min-block-size: 480px;
    background: light-dark(
      color-mix(in srgb, var(--_surface-3) 70%, var(--_surface-2)),
      color-mix(in srgb, var(--_surface) 55%, #000)
    );
    overflow-wrap: anywhere;
  }
  .frame {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: inherit;
  }
  h1,
  h2,
  p,
  ul,
  dl,
  dd,
  dt {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
  }
  h2 small {
    margin-inline-start: 4px;
    font-size: calc(13px * var(--_scale));
    font-weight: 400;
    color: var(--_muted);
  }
  .card {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-l);
    box-shadow: var(--_shadow-1);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    flex: none;
  }

  /* bar */
  .bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    min-block-size: 64px;
    padding: 8px 20px;
    background: var(--_surface);
    box-shadow: inset 0 -1px 0 var(--_line);
  }
  .bar h1 {
    flex: 1 1 120px;
    min-inline-size: 0;
    font-size: calc(14px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    font-weight: 600;
  }
  .viewers {
    display: flex;
    align-items: center;
    gap: 4px;
    font-size: calc(13px * var(--_scale));
  }
  .pill {
    display: inline-flex;
    flex: none;
    border-radius: var(--_radius-s);
    overflow: clip;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    background: var(--_surface-3);
  }
  .pill > * {
    display: flex;
    align-items: center;
    gap: 5px;
    min-block-size: 24px;
    padding-inline: 8px;
  }
  .pill b {
    font-weight: inherit;
  }
  .pill.live b {
    font-weight: 700;
    letter-spacing: 0.02em;
    background: var(--_live);
    color: var(--_on-live);
  }
  .pill.live b::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: currentcolor;
  }
  .pill:not(.live) b + .clock {
    padding-inline-start: 0;
  }

  /* columns */
  .columns {
    flex: 1;
    min-block-size: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  .column {
    display: none;
    flex-direction: column;
    gap: 16px;
    min-block-size: 0;
    min-inline-size: 0;
    padding: 12px;
    border-radius: var(--_radius-l);
  }
  .column.current {
    display: flex;
  }
  .column:focus-visible {
    outline-offset: -2px;
  }
  .column[data-column='show'] {
    overflow-y: auto;
  }
  .tabs {
    display: flex;
    flex: none;
    padding-block-end: env(safe-area-inset-bottom);
    background: var(--_surface);
    box-shadow: inset 0 1px 0 var(--_line);
  }
  .tabs button {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 2px;
    min-block-size: 56px;
    padding: 8px 4px 4px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    color: var(--_muted);
  }
  .tabs button:focus-visible {
    outline-offset: -2px;
  }
  .tabs [aria-current='true'] {
    color: var(--_accent-text);
    box-shadow: inset 0 2px 0 currentcolor;
  }

  @container console (min-width: 840px) {
    .tabs {
      display: none;
    }
    .columns {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) 344px;
      gap: 16px;
      padding: 16px 20px;
    }
    .column {
      display: flex;
      padding: 0;
    }
    .column:focus-visible {
      outline-offset: 2px;
    }
    .column[data-column='show'] {
      grid-column: 1 / -1;
      overflow: visible;
    }
  }
  @container console (min-width: 1200px) {
    .columns {
      grid-template: minmax(0, 1fr) / 304px minmax(0, 1fr) 392px;
    }
    .column[data-column='show'] {
      grid-column: auto;
      overflow-y: auto;
    }
  }

  /* what was refused, and what stands in the console's place */
  .refusal {
    position: absolute;
    z-index: 20;
    inset-block-end: 24px;
    inset-inline: 24px;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 12px 20px;
    border-radius: var(--_radius-m);
    background: var(--_danger-soft);
    color: var(--_danger);
    font-weight: 600;
    box-shadow: var(--_shadow-3);
  }
  @container console (max-width: 839.98px) {
    .refusal {
      inset-block-end: calc(72px * var(--_scale));
    }
  }
  .closed {
    margin: auto;
    padding: 32px 24px;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 12px;
    max-inline-size: 44ch;
    text-align: center;
    color: var(--_muted);
  }
  .closed h1 {
    font-size: calc(20px * var(--_scale));
    line-height: calc(28px * var(--_scale));
    font-weight: 600;
    color: var(--_on-surface);
    text-wrap: balance;
  }
  @media (forced-colors: active) {
    .pill,
    .refusal {
      border: 1px solid CanvasText;
    }
  }
`;
