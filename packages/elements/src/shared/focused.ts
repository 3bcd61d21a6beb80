// SPDX-License-Identifier: MIT

/** The element that has the focus, inside whatever shadow roots; null when it is the page itself. */
export function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : null;
}
