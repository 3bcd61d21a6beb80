// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const composerStyles = css`
  .bar {
    position: relative;
    pointer-events: auto;
    /* How much of the bar the on-screen keyboard covers. */
    margin-block-end: var(--_keyboard, 0);
  }
  .panel.bar {
    padding: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .line {
    display: flex;
    align-items: flex-end;
    justify-content: flex-end;
    gap: 8px;
  }
  .field {
    position: relative;
    display: flex;
    align-items: center;
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    border-radius: var(--_radius-m);
    padding-inline-start: 12px;
    cursor: text;
    background: var(--_surface-2);
    box-shadow: inset 0 0 0 1px var(--_line);
  }
  .field.glass {
    border-radius: 22px;
    padding-inline-start: 16px;
    background: var(--_scrim-glass);
    box-shadow: none;
  }
  .field:has([part='field']:focus-visible) {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }
  .over-video .field:has([part='field']:focus-visible) {
    outline-color: #fff;
    box-shadow: 0 0 0 4px rgb(12 12 14 / 0.8);
  }
  .bar [part='field'] {
    /* Whole lines: the space above and below belongs to the label around, or a line would be seen by half there. */
    --_lines: 80px;
    flex: 1;
    min-inline-size: 0;
    inline-size: 100%;
    max-block-size: calc(var(--_lines) * var(--_scale));
    padding: 0;
    margin: 12px 0;
    border: 0;
    outline: 0;
    box-shadow: none;
    background: none;
    resize: none;
    text-overflow: ellipsis;
    field-sizing: content;
    scrollbar-width: none;
    overflow-wrap: anywhere;
  }
  .glass [part='field'] {
    --_lines: 40px;
  }
  /* iOS zooms into fields of less than 16 px. */
  @supports (-webkit-touch-callout: none) {
    .bar [part='field'] {
      font-size: max(16px, calc(14px * var(--_scale)));
    }
  }
  .field ::placeholder {
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--_muted);
    opacity: 1;
  }
  .glass ::placeholder {
    color: rgb(255 255 255 / 0.94);
  }
  .inner {
    color: var(--_muted);
  }
  .send {
    border-radius: var(--_radius-m);
    font-weight: 600;
    background: var(--_surface-3);
    color: var(--_muted);
  }
  .send.ready {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .closed {
    gap: 8px;
    cursor: default;
    padding-inline-end: 12px;
    text-align: start;
    color: var(--_muted);
  }
  button.closed {
    cursor: pointer;
    font-weight: 600;
    color: var(--_on-surface);
  }
  .overlay :is(.inner, .closed, .send:not(.ready)) {
    color: inherit;
  }
  .notice:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .bar .field,
    .bar .line .send {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .send:not(.ready) {
      color: GrayText;
    }
    .inner {
      border: 0;
    }
  }
`;
