// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Type roles, buttons and focus, the same in every element. Classes are private; parts are the public names. */
export const controls = css`
  :host {
    font-size: calc(14px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    -webkit-font-smoothing: antialiased;
  }
  /* (the second form is Chrome's before 125) */
  :host(:is(:state(rtl), :--rtl)) .icon.mirror {
    scale: -1 1;
  }
  .icon {
    display: block;
    flex: none;
  }
  /* beside words they grow with them */
  .icon:is([width='14'], [width='16']) {
    inline-size: calc(14px * var(--_scale));
    block-size: auto;
  }
  .icon[width='16'] {
    inline-size: calc(16px * var(--_scale));
  }
  button,
  input,
  textarea,
  a {
    font: inherit;
    color: inherit;
  }
  button {
    appearance: none;
    background: none;
    border: 0;
    padding: 0;
    margin: 0;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  .button {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 20px;
    border-radius: var(--_radius-m);
    font-weight: 600;
    font-size: calc(14px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    text-align: center;
    text-decoration: none;
    background: var(--_surface-3);
    color: var(--_on-surface);
    flex: none;
  }
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.outline {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_line-strong);
  }
  .button.ghost {
    background: none;
    color: var(--_accent-text);
    padding-inline: 12px;
  }
  .button.danger {
    background: light-dark(var(--_danger), #b42318);
    color: #fff;
  }
  .button.large {
    min-block-size: 52px;
    border-radius: 14px;
    padding-inline: 24px;
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
  }
  .button.done {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .button[aria-disabled='true'],
  .button:disabled {
    background: var(--_surface-3);
    color: var(--_muted);
    cursor: default;
  }
  .round {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: var(--_radius-full);
    flex: none;
  }
  .round.filled {
    background: var(--_surface-3);
  }
  .chip {
    background: var(--_scrim-chip);
    backdrop-filter: blur(20px) saturate(1.4);
    color: var(--_on-video);
  }
  .glass {
    background: var(--_scrim-glass);
    backdrop-filter: blur(20px) saturate(1.4);
    color: var(--_on-video);
  }
  @media (hover: hover) {
    .button:not(:disabled, [aria-disabled='true']):hover,
    .round:hover {
      background-image: linear-gradient(
        color-mix(in srgb, currentcolor 6%, transparent),
        color-mix(in srgb, currentcolor 6%, transparent)
      );
    }
  }
  .button:not(:disabled, [aria-disabled='true']):active,
  .round:active {
    background-image: linear-gradient(
      color-mix(in srgb, currentcolor 12%, transparent),
      color-mix(in srgb, currentcolor 12%, transparent)
    );
    scale: 0.98;
    transition: scale var(--_dur-instant);
  }
  :focus-visible {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }
  .over-video :focus-visible,
  .over-video:focus-visible {
    outline-color: #fff;
    box-shadow: 0 0 0 4px rgb(12 12 14 / 0.8);
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 20px;
    padding-inline: 6px;
    border-radius: 6px;
    font-size: calc(11px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    white-space: nowrap;
    background: var(--_surface-3);
    color: var(--_muted);
  }
  .badge {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    min-inline-size: 20px;
    block-size: 20px;
    padding-inline: 5px;
    border-radius: 10px;
    background: #fff;
    color: #15161a;
    font-size: 11px;
    line-height: 20px;
    font-weight: 700;
    text-align: center;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  /* cut across the line alone: Arabic letters reach below a line of 16 px */
  .ellipsis {
    overflow: clip visible;
    min-inline-size: 0;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  /* one line; two where the text is twice as large */
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: calc(var(--_scale) * 1);
    overflow: clip;
    overflow-clip-margin: 3px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* what is under a picture is seen in its place where it cannot be had: a ground, the first letter of a name, words */
  [data-broken],
  :is(.avatar, .sticker) img:not([data-broken]) + * {
    visibility: hidden;
  }
  :is(.avatar, .sticker) > * {
    grid-area: 1 / 1;
    object-fit: contain;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .spinner {
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    border: 2px solid color-mix(in srgb, currentcolor 30%, transparent);
    border-block-start-color: currentcolor;
    animation: spin 0.8s linear infinite;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
  @media (forced-colors: active) {
    .button,
    .round {
      border: 1px solid ButtonBorder;
    }
  }
`;
