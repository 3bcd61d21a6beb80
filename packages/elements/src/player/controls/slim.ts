// SPDX-License-Identifier: MIT
import { css, html, nothing, type TemplateResult } from 'lit';
import { clock, playButton, settingsButton, type Extras } from './bar.js';
import { controlState, menuState, type Controllable } from './control-state.js';
import type { Controlled } from './controlled.js';

export const slimStyles = css`
  .slim {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr) fit-content(40%) 44px;
    align-items: end;
    block-size: var(--_strip, calc(30px + 14px * var(--_scale) + var(--vitrine-safe-bottom, 0px)));
    padding: 0 4px var(--vitrine-safe-bottom, 0px);
    /* as dark as a room's scrim is where this begins */
    background: rgb(12 12 14 / 0.78);
    touch-action: manipulation;
  }
  .slim > :is(.scrubber, .clock) {
    grid-area: 1 / 2;
    margin-inline: 8px;
  }
  /* above the line, where nothing can be pressed */
  .slim > .clock {
    align-self: start;
    min-block-size: 0;
    padding: 1px 0 0;
    font-size: calc(11px * var(--_scale));
    line-height: calc(14px * var(--_scale));
    pointer-events: none;
  }
  .slim > .live {
    grid-area: 1 / 3;
    min-inline-size: 0;
    font-size: calc(12px * var(--_scale));
    line-height: calc(14px * var(--_scale));
    white-space: normal;
    text-align: start;
  }
  .slim ~ .menu {
    inset-block-end: calc(var(--_strip, 44px) + 4px);
  }
  .slim > [part~='settings'] {
    grid-area: 1 / 4;
  }
  .slim input:focus-visible {
    outline: none;
    box-shadow: none;
  }
  @media (forced-colors: active) {
    .slim input {
      forced-color-adjust: none;
      --_knob: CanvasText;
      --_halo: Canvas;
    }
  }
`;

/** The place in the show in one low strip, for a picture under a thumb. */
export function renderSlim(from: Controllable, target: Controlled, { menu, scrubber }: Extras): TemplateResult {
  const state = controlState(from);
  return html`<div class="slim over-video" part="controls" role="group" aria-label=${state.words.controls}>
      ${playButton(state, target)} ${clock(state, target)}
      ${state.canRewind && scrubber ? scrubber(from, state.words, target) : nothing} ${settingsButton(state, target)}
    </div>
    ${menu ? menu(menuState(from, state.words.settings), target) : nothing}`;
}
