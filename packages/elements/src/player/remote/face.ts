// SPDX-License-Identifier: MIT
import { css, html, type TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import { tvMinimalPlayIcon } from './icons.js';

export const faceStyles = css`
  .stage:has(> .elsewhere) {
    background: #101012;
  }
  /* browsers write into the video that it plays elsewhere */
  .stage:has(> .elsewhere) > video {
    opacity: 0;
  }
  .stage:has(> .elsewhere) > :is(.poster, .backdrop) {
    opacity: 0.35;
  }
  /* above the chat of a room, and below its head */
  :host([controls='none']) .elsewhere {
    align-content: start;
    padding-block-start: 144px;
  }
  @container vitrine-player (width < 240px) {
    :host([controls]) .elsewhere {
      align-content: center;
      padding: 8px;
    }
  }
`;

/** In place of a picture that is elsewhere; over the picture, where it could not go there. */
export const face = (isAway: boolean, title: string, label: string, press: () => void): TemplateResult =>
  html`<div class="state ${isAway ? 'elsewhere' : 'dim'}" part="state">
    ${icon(tvMinimalPlayIcon, 32)}
    <p class="title">${title}</p>
    <button class="button again" part="screen" @click=${press}>${label}</button>
  </div>`;
