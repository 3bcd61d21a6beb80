// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What is said where there is no picture. */
export const stateStyles = css`
  .veil {
    position: absolute;
    inset: 0;
    z-index: 1;
    display: grid;
    place-items: center;
    overflow: hidden auto;
    background: rgb(12 12 14 / 0.4);
    color: #fff;
  }
  .veil.blurred {
    background: var(--_scrim-state);
    backdrop-filter: blur(14px);
  }
  .upcoming .veil {
    place-items: end start;
    background: linear-gradient(rgb(12 12 14 / 0.2), rgb(12 12 14 / 0.62) 48%, rgb(12 12 14 / 0.8));
  }
  .theatre vitrine-trailer::part(button) {
    inset-inline-start: 16px;
  }
  .landscape vitrine-trailer::part(button) {
    inset-block-start: 12px;
  }
  .state.upcoming {
    position: relative;
    justify-items: start;
    text-align: start;
  }
  .state {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 16px 24px;
    text-align: center;
    font-size: calc(13px * var(--_scale));
    line-height: calc(20px * var(--_scale));
    max-block-size: 100%;
    overflow: auto;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .state .spinner {
    inline-size: 40px;
    block-size: 40px;
  }
  .state > p + p {
    margin-block-start: -8px;
  }
  .medium {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 600;
  }
  .big {
    font-size: calc(20px * var(--_scale));
    line-height: calc(28px * var(--_scale));
    font-weight: 600;
    letter-spacing: -0.014em;
  }
  :host(:lang(ar)) .big {
    letter-spacing: 0;
  }
  .strong {
    font-weight: 600;
  }
  .state .aside {
    display: flex;
    align-items: center;
    gap: 8px;
    font-weight: 600;
  }
  /* what nobody can use under a veil */
  :is(.upcoming, .paused, .interrupted, .ended) vitrine-player::part(controls) {
    display: none;
  }
  /* the player says the same in the middle of the picture, where the chat is */
  :is(.recovering, .unplayable) vitrine-player::part(state) {
    display: none;
  }
  .portrait {
    border-radius: 50%;
    object-fit: cover;
  }
  .countdown {
    display: flex;
    gap: 8px;
    max-inline-size: 100%;
  }
  .cell {
    display: grid;
    justify-items: center;
    gap: 4px;
  }
  .cell b {
    text-align: center;
    min-inline-size: calc(52px * var(--_scale));
    padding: 8px 6px;
    border-radius: 12px;
    background: rgb(255 255 255 / 0.16);
    font-size: calc(24px * var(--_scale));
    line-height: calc(32px * var(--_scale));
    font-weight: 700;
  }
  .cell small {
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
  }
  /* between the header and the chat */
  :is(.stage, .landscape) .veil {
    grid-template-rows: 96px minmax(0, 1fr) min(424px, 50%);
  }
  :is(.stage, .landscape) .state {
    grid-row: 2;
  }
  .landscape .veil {
    grid-template-rows: 64px minmax(0, 1fr) 76px;
    padding-inline-start: 304px;
  }
  .landscape.upcoming .veil {
    grid-template-rows: 0 minmax(0, 1fr) 0;
  }
  /* not over the face: few rows of the chat are left below */
  .stage.upcoming .veil {
    grid-template-rows: 96px minmax(0, 1fr) 172px;
  }
  .stage.upcoming vitrine-chat::part(list) {
    block-size: 84px;
  }
  .stage .state.upcoming {
    align-self: end;
    inline-size: 100%;
    padding-inline: 16px;
  }
  .stage .state.upcoming :is(.button, vitrine-reminder) {
    inline-size: 100%;
  }
  /* the second way, where there is a first */
  vitrine-reminder:not(:is(:state(absent), :--absent), :not(:defined)) + .button.white {
    background: none;
    color: inherit;
  }
  .state .button.white {
    background: #fff;
    color: #15161a;
  }
  /* nothing to say takes no place, and is still heard */
  .state.upcoming > [role='status']:empty {
    position: absolute;
  }
  .upcoming .head .host {
    display: none;
  }
  .stage.upcoming .head {
    grid-template: 'facts buttons' auto / minmax(0, 1fr) auto;
    align-items: center;
  }
  .inline .veil {
    padding-block-start: 44px;
  }
  .notice {
    align-items: flex-start;
    gap: 12px;
    padding: 12px;
    border-radius: 14px;
    background: var(--_surface-2);
    color: var(--_on-surface);
    font-weight: 400;
    text-align: start;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin-block-end: -8px;
  }
  .way {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    font-weight: 600;
    text-decoration: none;
    color: var(--_accent-text);
  }
  .frame.refused > .room {
    display: flex;
    flex-direction: column;
    overflow: auto;
    background: var(--_surface);
  }
  .frame.refused .scene {
    position: relative;
    flex: 1 0 auto;
    aspect-ratio: auto;
    max-block-size: none;
    background: none;
  }
  .frame.refused:not(.definite) .scene {
    min-block-size: 280px;
  }
  .refusal {
    position: relative;
    z-index: 2;
    min-block-size: 100%;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 24px 16px;
    text-align: center;
    text-wrap: balance;
    background: var(--_surface);
    color: var(--_on-surface);
  }
  .refusal .quiet {
    font-size: calc(14px * var(--_scale));
    line-height: calc(20px * var(--_scale));
  }
  .refusal .button {
    margin-block-start: 8px;
  }
  .over-video :is(.refusal, .notice) :focus-visible {
    outline-color: var(--_accent-text);
    box-shadow: none;
  }
`;
