// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const trailerStyles = css`
  :host {
    display: block;
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }
  .film {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    aspect-ratio: auto;
    object-fit: cover;
    opacity: 0;
    transition: opacity var(--_dur-fast);
  }
  /* (the second form is Chrome's before 125) */
  :host(:is(:state(showing), :--showing)) .film {
    opacity: 1;
  }
  /* words stand on it, as on the poster */
  :host(:is(:state(showing), :--showing)) .shade {
    position: absolute;
    inset: 0;
    background: linear-gradient(rgb(12 12 14 / 0.2), rgb(12 12 14 / 0.62) 48%, rgb(12 12 14 / 0.8));
  }
  .film::part(video) {
    object-fit: cover;
  }
  .film::part(state) {
    display: none;
  }
  .chip {
    position: absolute;
    inset-block-start: 68px;
    inset-inline-end: 12px;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    pointer-events: auto;
  }
  .chip:focus-visible {
    outline-color: #fff;
    box-shadow: 0 0 0 4px rgb(12 12 14 / 0.8);
  }
  @media (prefers-reduced-motion: reduce) {
    .film {
      transition: none;
    }
  }
`;
