// SPDX-License-Identifier: MIT
import { inRealTime } from './held-time.js';

/** axe reads the tree and its computed styles, which engines agree on, and is slow: one engine answers for all. */
const asks = navigator.userAgent.includes('Chrome');

/** Fails with the list of what axe finds wrong with an element as it stands on the page now. */
export async function expectAccessible(element: Element, disabled: readonly string[] = []): Promise<void> {
  if (!asks) return;
  const rules = Object.fromEntries(['region', ...disabled].map((rule) => [rule, { enabled: false }]));
  const { default: axe } = await import('axe-core');
  const { violations } = await inRealTime(() => axe.run(element, { rules, resultTypes: ['violations'] }));
  if (violations.length === 0) return;
  const list = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('\n')}`,
  );
  throw new Error(`axe finds:\n${list.join('\n')}`);
}
