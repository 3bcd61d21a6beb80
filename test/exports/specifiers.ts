// SPDX-License-Identifier: MIT
import { entriesOf, manifestOf } from '../../scripts/sources.mjs';

/** Names a consumer can import, from the entries: `chat/index` of elements is `@vitrine/elements/chat`. */
export function specifiers(name: string): string[] {
  const { name: published, exports } = manifestOf(name);
  const entries = Object.keys(entriesOf(name));
  return Object.entries(exports).flatMap(([key, target]) => {
    if (!key.includes('*')) return [published + key.slice(1)];
    // `./*.js` reaches single modules: the folders' entries are enough here.
    if (key.endsWith('.js')) return [];
    const tail = (target['vitrine-source'] ?? '').split('*')[1]?.replace(/\.ts$/, '') ?? '';
    return entries
      .filter((entry) => entry.endsWith(tail))
      .map((entry) => published + key.slice(1).replace('*', entry.slice(0, -tail.length)));
  });
}
