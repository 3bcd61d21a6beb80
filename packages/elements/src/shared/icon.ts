// SPDX-License-Identifier: MIT
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/**
 * A drawn icon: decoration beside words, or inside a control that has a name.
 * @param size edge in CSS px: 24 in bars, 20 in buttons, 18 dense, 16 inline, 14 in captions
 * @param mirror whether it points along the line of writing: arrows, chevrons, reply
 */
export function icon(drawing: SVGTemplateResult, size = 20, filled = false, mirror = false): TemplateResult {
  return html`<svg
    class=${mirror ? 'icon mirror' : 'icon'}
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill=${filled ? 'currentColor' : 'none'}
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${drawing}
  </svg>`;
}
