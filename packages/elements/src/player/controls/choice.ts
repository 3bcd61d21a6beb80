// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import { checkIcon } from './icons.js';

/** One of several things in a menu. @param hint what to know of it beforehand */
export function choice(label: string, isChosen: boolean, choose: () => void, hint = ''): TemplateResult {
  return html`<button role="menuitemradio" aria-checked=${isChosen} tabindex="-1" @click=${choose}>
    <span>${isChosen ? icon(checkIcon, 16) : nothing}</span>${hint ? html`<div>${label}<small>${hint}</small></div>` : label}
  </button>`;
}

/** Several things of which one is chosen. */
export const group = (label: string, choices: readonly TemplateResult[]): TemplateResult =>
  html`<div role="group" aria-label=${label}>
    <div class="heading" aria-hidden="true">${label}</div>
    ${choices}
  </div>`;
