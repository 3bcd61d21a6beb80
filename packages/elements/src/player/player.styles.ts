// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What is on the screen before the first picture; the rest comes with what it belongs to. */
export const playerStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    aspect-ratio: 16 / 9;
    container: vitrine-player / inline-size;
    color: var(--_on-video);
    isolation: isolate;
  }
  :host(:fullscreen) {
    inline-size: 100%;
    block-size: 100%;
    border-radius: 0;
  }
  .stage,
  .stage > :is(video, canvas, .poster, .state),
  .poster img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  /* under a picture that fills it, it would show through at round corners */
  .stage:not(.filled),
  .beside {
    background: #101012;
  }
  .stage > video {
    object-fit: var(--vitrine-player-fit, cover);
  }
  .beside > video,
  .gone > video {
    object-fit: contain;
  }
  .poster {
    overflow: hidden;
    transition: opacity var(--_dur-fast);
  }
  .poster img,
  .poster ::slotted(*) {
    object-fit: cover;
    inline-size: 100%;
    block-size: 100%;
  }
  .poster.over {
    opacity: 0;
    pointer-events: none;
  }
  .state {
    display: grid;
    align-content: center;
    justify-items: center;
    pointer-events: none;
  }
  .ring {
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    border: 3px solid rgb(255 255 255 / 0.3);
    border-block-start-color: #fff;
    animation: spin 1s linear infinite;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ring {
      animation-duration: 4s;
    }
  }
`;
