// SPDX-License-Identifier: MIT
import { focused } from './focused.js';

/** What Tab reaches in a piece of the page as it is composed: through shadow roots and slots, in order. */
export function tabStops(root: Element): HTMLElement[] {
  const stops: HTMLElement[] = [];
  const visit = (element: Element): void => {
    if (element instanceof HTMLElement && element.tabIndex >= 0 && !element.matches(':disabled') && isShown(element)) {
      stops.push(element);
    }
    const inside =
      element instanceof HTMLSlotElement && element.assignedElements().length > 0
        ? element.assignedElements()
        : (element.shadowRoot ?? element).children;
    for (const child of inside) visit(child);
  };
  for (const child of (root.shadowRoot ?? root).children) visit(child);
  return stops;
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
}

/** Keeps Tab inside: from the last stop to the first and back. */
export function keepTabInside(event: KeyboardEvent, root: Element): void {
  const stops = tabStops(root);
  const at = focused();
  const [first, last] = [stops[0], stops.at(-1)];
  const goal = event.shiftKey ? (at === first || !at || !stops.includes(at) ? last : null) : at === last ? first : null;
  if (!goal) return;
  event.preventDefault();
  goal.focus();
}
