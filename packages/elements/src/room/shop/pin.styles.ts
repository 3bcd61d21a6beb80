// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The product on camera: always light, whatever is behind it. */
export const pinStyles = css`
  .pins > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  /* the tray leaves the host's face in view */
  .tray {
    --_gap: 24%;
  }
  .pin {
    color-scheme: light;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    padding: 8px;
    border-radius: 18px;
    background: var(--_card-video);
    color: var(--_on-surface);
    box-shadow: 0 8px 32px rgb(0 0 0 / 0.33);
    text-align: start;
    animation: rise var(--_dur-base) var(--_ease-out);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
  .pin.leaving {
    animation: leave var(--_dur-fast) var(--_ease-in) forwards;
  }
  @keyframes leave {
    to {
      opacity: 0;
    }
  }
  .pin .open {
    /* too narrow for both, or the text too large: the button goes below */
    flex: 1 1 calc(112px * var(--_scale));
    min-inline-size: 0;
    text-align: start;
    border-radius: 12px;
  }
  .pin .open,
  .pin.leaving {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .pin .button {
    flex: 0 1 auto;
    padding-inline: 16px;
    min-inline-size: 64px;
    white-space: nowrap;
  }
  .thumb {
    position: relative;
    flex: none;
    inline-size: 72px;
    block-size: 72px;
    border-radius: 12px;
    overflow: clip;
    background: var(--_surface-3);
  }
  .thumb img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .gone .thumb {
    filter: saturate(0.5);
  }
  .number {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    /* grows with the text on both sides, but not so far that it covers the picture */
    --_tag: min(var(--_scale), 1.4);
    min-inline-size: calc(20px * var(--_tag));
    padding-inline: 4px;
    border-radius: 6px;
    background: rgb(21 22 26 / 0.85);
    color: #fff;
    font-size: calc(11px * var(--_tag));
    line-height: calc(20px * var(--_tag));
    font-weight: 700;
    text-align: center;
  }
  .about {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 2px;
  }
  .now {
    display: flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    color: var(--_accent-text);
  }
  .about .name {
    max-inline-size: 100%;
    font-weight: 600;
  }
  .pin .amount {
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
  }
  .gone .amount {
    font-weight: 400;
    color: var(--_muted);
  }
  .pin.small,
  .pin.leaving {
    flex-wrap: nowrap;
  }
  .pin.small {
    inline-size: 100%;
    gap: 8px;
    padding: 6px;
    border-radius: 12px;
  }
  .small .thumb {
    inline-size: 44px;
    block-size: 44px;
    border-radius: 8px;
  }
  .small .about {
    gap: 0;
  }
  .small .name {
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
  }
  /* larger text is larger here too, up to what the small box holds */
  .small .amount {
    font-size: min(14px * var(--_scale), 15cqi);
    line-height: 1.4;
  }
  .small s {
    font-size: min(12px * var(--_scale), 12cqi);
  }
  @container vitrine (max-width: 159px) {
    .small .thumb {
      display: none;
    }
  }
  .small .price {
    column-gap: 4px;
  }
  /* one who writes wants to see what the others say */
  vitrine-chat[typing] .pins {
    display: none;
  }
  /* in the margin beside an upright picture the card itself is the button */
  .margined .corner.start {
    inset-inline-start: 16px;
    inset-block-end: 16px;
    inline-size: 236px;
  }
  .margined .pin {
    padding: 12px;
  }
  .margined .pin .button {
    display: none;
  }
  .margined .thumb {
    inline-size: 64px;
    block-size: 64px;
  }
  @container vitrine (max-width: 279px) {
    .pin:not(.small) .thumb {
      display: none;
    }
  }
  /* a short stage */
  @container vitrine (max-height: 599px) {
    .frame:not(.theatre) .pin:not(.small) .thumb {
      inline-size: 48px;
      block-size: 48px;
    }
    .frame:not(.theatre) .pin:not(.small),
    .frame:not(.theatre) .open {
      gap: 8px;
    }
    .landscape .pin .button {
      min-inline-size: 56px;
      padding-inline: 12px;
    }
    .frame:not(.theatre) .now {
      display: none;
    }
  }
`;
