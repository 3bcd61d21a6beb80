// SPDX-License-Identifier: MIT
// The root of the CDN build: where elements, languages and adapters, which know nothing of each other, are joined. What
// is not needed at once is fetched when it is.
import { defineOnFirstUse } from './lazy.js';
import { languages } from './locales/index.js';
import { registerAdapter } from './shared/adapters.js';
import { registerLanguage } from './shared/localize.js';

export * from './chat/index.js';
export * from './player/index.js';
export * from './room/index.js';
export { openRoom, Room, VitrineError } from '@vitrine/core';
export { version } from './shared/define.js';
export { registerAdapter, registerLanguage };

/** For pages that write an adapter without a bundler: money, `composeAdapters`, `pick` and the like. */
export const loadToolkit = (): Promise<typeof import('./toolkit.js')> => import('./toolkit.js');

/** What a page does with the library once it is there: `(window.vitrine ||= []).push((vitrine) => …)`. */
type Queued = (vitrine: typeof import('./cdn.js')) => void;

for (const [tag, load] of Object.entries(languages)) registerLanguage(tag, load);
defineOnFirstUse();

registerAdapter('server', async (markup) => (await import('@vitrine/adapters/server')).fromMarkup(markup));
registerAdapter('demo', async (markup) => (await import('@vitrine/adapters/demo')).fromMarkup(markup));
// The page's own shop, with the stream and the chat of a back end where one is named.
registerAdapter('host', async (markup) => {
  const { hostAdapter } = await import('@vitrine/adapters/host');
  if (markup.server === null) return hostAdapter({});
  return hostAdapter({ room: (await import('@vitrine/adapters/server')).fromMarkup(markup) });
});

/** The loader does this itself; a page that loads the library without it has a queue as well. */
async function drain(): Promise<void> {
  const page = globalThis as { vitrine?: unknown };
  const queued = page.vitrine;
  if (!Array.isArray(queued)) return;
  const vitrine = await import('./cdn.js');
  if (page.vitrine !== queued) return;
  const run = (task: Queued): void => {
    try {
      task(vitrine);
    } catch (error) {
      reportError(error);
    }
  };
  page.vitrine = { push: run };
  for (const task of queued as Queued[]) run(task);
}
void drain();
