// SPDX-License-Identifier: MIT
import axe from 'axe-core';
import { inRealTime } from './held-time.js';

/** Fails with the list of what axe finds wrong with an element as it stands on the page now. */
export async function expectAccessible(element: Element, disabled: readonly string[] = []): Promise<void> {
  const rules = Object.fromEntries(['region', ...disabled].map((rule) => [rule, { enabled: false }]));
  const { violations } = await inRealTime(() => axe.run(element, { rules, resultTypes: ['violations'] }));
  if (violations.length === 0) return;
  const list = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('\n')}`,
  );
  throw new Error(`axe finds:\n${list.join('\n')}`);
}
