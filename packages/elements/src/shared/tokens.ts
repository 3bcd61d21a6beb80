// SPDX-License-Identifier: MIT
import { css } from 'lit';

/**
 * The design's tokens as private properties on each element, so that derived colours are reckoned anew wherever a shop
 * overrides a public `--vitrine-…` property; on `:root` a `var()` would be resolved once and for all.
 */
export const tokens = css`
  :host {
    /* brand: the five a storefront normally sets */
    --_accent: var(--vitrine-color-accent, light-dark(#0F6B52, #63CBA7));
    /* black or white, whichever reads on the accent (threshold measured, see DESIGN.md 2.3) */
    --_on-accent: var(--vitrine-color-on-accent, color(from var(--_accent) xyz-d65 calc(.9505 * clamp(0, (.1791 - y) * 10000, 1)) clamp(0, (.1791 - y) * 10000, 1) calc(1.089 * clamp(0, (.1791 - y) * 10000, 1))));
    --_surface: var(--vitrine-color-surface, light-dark(#FFFFFF, #17181A));
    --_radius: var(--vitrine-radius, 12px);
    --_font: var(--vitrine-font, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans Arabic", sans-serif);
    /* neutrals */
    --_on-surface: var(--vitrine-color-on-surface, light-dark(#1A1B1E, #F2F2F0));
    --_surface-2: var(--vitrine-color-surface-2, light-dark(#F6F6F4, #1F2023));
    --_surface-3: var(--vitrine-color-surface-3, light-dark(#ECECE8, #2B2C30));
    --_muted: var(--vitrine-color-muted, light-dark(#5F6168, #A6A8AE));
    --_line: var(--vitrine-color-line, light-dark(#E5E5E1, #2D2E32));
    --_line-strong: var(--vitrine-color-line-strong, light-dark(#85878E, #7C7E85));
    /* meaning */
    /* the accent as text or focus ring: same hue, lightness bounded so that it reads on surface and accent-soft */
    --_accent-text: var(--vitrine-color-accent-text, light-dark(oklch(from var(--_accent) min(l, .50) c h), oklch(from var(--_accent) max(l, .76) min(c, .14) h)));
    --_accent-soft: var(--vitrine-color-accent-soft, color-mix(in oklab, var(--_accent) 12%, var(--_surface)));
    --_danger: var(--vitrine-color-danger, light-dark(#B42318, #FF9087));
    --_danger-soft: var(--vitrine-color-danger-soft, light-dark(#FDF0EE, #34201F));
    --_success: var(--vitrine-color-success, light-dark(#1A7A48, #6BCB93));
    --_success-soft: var(--vitrine-color-success-soft, light-dark(#EAF5EE, #1B2B22));
    --_warn: var(--vitrine-color-warn, light-dark(#8A5700, #E8B85A));
    --_warn-soft: var(--vitrine-color-warn-soft, light-dark(#FBF3E2, #2E281A));
    --_deal: var(--vitrine-color-deal, light-dark(#B93A12, #FF9C73));
    --_deal-soft: var(--vitrine-color-deal-soft, light-dark(#FCF0EA, #33231C));
    --_on-deal: light-dark(#FFFFFF, #2A0F03);
    --_live: var(--vitrine-color-live, #D92D3A);
    --_on-live: #FFFFFF;
    /* over video: the same in both schemes */
    --_on-video: #FFFFFF;
    --_on-video-name: rgb(255 255 255 / .90);
    --_scrim-chip: rgb(12 12 14 / .58);
    --_scrim-bubble: rgb(12 12 14 / .50);
    --_scrim-glass: rgb(255 255 255 / .16);
    --_scrim-backdrop: rgb(12 12 14 / .40);
    --_scrim-state: rgb(12 12 14 / .60);
    --_scrim-top: linear-gradient(rgb(12 12 14 / .60), rgb(12 12 14 / 0));
    --_scrim-bottom: linear-gradient(rgb(12 12 14 / 0), rgb(12 12 14 / .42) 36%, rgb(12 12 14 / .70) 74%, rgb(12 12 14 / .78));
    --_card-video: rgb(255 255 255 / .96);
    /* shape: every radius follows the one brand radius */
    --_radius-xs: calc(var(--_radius) * .5); --_radius-s: calc(var(--_radius) * .667); --_radius-m: var(--_radius);
    --_radius-l: calc(var(--_radius) * 1.333); --_radius-xl: calc(var(--_radius) * 2); --_radius-full: 999px;
    /* depth */
    --_shadow-1: 0 1px 2px light-dark(rgb(16 17 20 / .06), rgb(0 0 0 / .40));
    --_shadow-2: 0 1px 2px rgb(16 17 20 / .05), 0 4px 16px light-dark(rgb(16 17 20 / .08), rgb(0 0 0 / .40));
    --_shadow-3: 0 2px 6px rgb(16 17 20 / .06), 0 16px 48px light-dark(rgb(16 17 20 / .18), rgb(0 0 0 / .66));
    /* motion; a room that is told to keep still sets --vitrine-motion to 0 for all that is in it */
    --_dur-instant: calc(80ms * var(--vitrine-motion, 1)); --_dur-fast: calc(140ms * var(--vitrine-motion, 1)); --_dur-base: calc(220ms * var(--vitrine-motion, 1)); --_dur-slow: calc(320ms * var(--vitrine-motion, 1)); --_dur-sheet: calc(420ms * var(--vitrine-motion, 1));
    --_ease-out: cubic-bezier(.2, .8, .2, 1); --_ease-in: cubic-bezier(.4, 0, 1, 1); --_ease-inout: cubic-bezier(.6, 0, .2, 1);
    --_spring: linear(0, .009, .035 2.1%, .141 4.4%, .723 12.9%, .938 16.7%, 1.017 20.5%, 1.041 24.9%, 1.017 36%, 1.001 46%, 1);
    color-scheme: var(--vitrine-color-scheme, light dark);
    font-family: var(--_font); color: var(--_on-surface); accent-color: var(--_accent);
  }
  @media (prefers-reduced-motion: reduce) { :host { --_dur-fast: 1ms; --_dur-base: 120ms; --_dur-slow: 120ms; --_dur-sheet: 120ms; --_spring: linear; } }
  @media (prefers-reduced-transparency: reduce) { :host { --_scrim-chip: rgb(12 12 14 / .86); --_scrim-bubble: rgb(12 12 14 / .86); --_scrim-glass: rgb(48 48 50); --_card-video: #FFFFFF; } }
  @media (prefers-contrast: more) { :host { --_line: var(--_line-strong); --_muted: var(--_on-surface); --_scrim-bubble: rgb(12 12 14 / .86); --_scrim-chip: rgb(12 12 14 / .86); } }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    --_scale: var(--vitrine-text-scale, 1);
  }
  :host([hidden]) {
    display: none !important;
  }
`;
