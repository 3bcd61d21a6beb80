// SPDX-License-Identifier: MIT

/** Whether an element stands in a layer fixed to the viewport, over shadow roots and slots too. */
function isFixed(element: Element): boolean {
  let node: Element | null = element;
  while (node) {
    if (getComputedStyle(node).position === 'fixed') return true;
    const root = node.getRootNode();
    node = node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return false;
}

/**
 * Tells how much of an element the on-screen keyboard covers, while the signal lives. Only for a room fixed to the
 * viewport: what stands in the page is scrolled into view by the browser itself.
 */
export function watchKeyboard(element: Element, tell: (covered: number) => void, signal: AbortSignal): void {
  const view = window.visualViewport;
  if (!view || !isFixed(element)) return;
  const measure = (): void => {
    const covered = element.getBoundingClientRect().bottom - (view.offsetTop + view.height);
    // A zoomed page shows a part of itself for other reasons.
    tell(view.scale > 1.01 ? 0 : Math.max(0, Math.round(covered)));
  };
  view.addEventListener('resize', measure, { signal });
  view.addEventListener('scroll', measure, { signal });
  signal.addEventListener('abort', () => tell(0), { once: true });
  measure();
}
