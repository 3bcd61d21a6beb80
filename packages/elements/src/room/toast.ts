// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** One short thing to say, with at most one thing to do about it. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; run(): void };
}

/** Leaves by itself, later while a pointer or the focus is on it: its own animation is its clock. */
export function toastTemplate(toast: Toast | null, gone: () => void): TemplateResult | typeof nothing {
  if (!toast) return nothing;
  const { text, action } = toast;
  const act = (): void => {
    gone();
    action?.run();
  };
  return html`${keyed(
    toast,
    html`<div class="toast" @animationend=${gone}>
      <span>${text}</span>
      ${action ? html`<button @click=${act}>${action.label}</button>` : nothing}
    </div>`,
  )}`;
}
