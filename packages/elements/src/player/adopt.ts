// SPDX-License-Identifier: MIT
import type { CSSResult, ReactiveControllerHost } from 'lit';

/** Adds the styles of a part that came later to an element, once, and draws it again. */
export function adopt(host: ReactiveControllerHost & HTMLElement, { styleSheet }: CSSResult): void {
  const sheets = host.shadowRoot?.adoptedStyleSheets;
  if (!sheets || !styleSheet || sheets.includes(styleSheet)) return;
  sheets.push(styleSheet);
  host.requestUpdate();
}
