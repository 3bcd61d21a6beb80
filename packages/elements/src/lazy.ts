// SPDX-License-Identifier: MIT
import { kinds } from './interactions/kinds.js';

const shop = (): Promise<unknown> => import('./room/shop/index.js');
const catchUp = (): Promise<unknown> => import('./catch-up/index.js');

/** Elements that come after a show's first picture or that few pages have, by tag: each is a file of its own. */
const later: Readonly<Record<string, () => Promise<unknown>>> = {
  ...Object.fromEntries(
    ['carousel', 'cart', 'checkout', 'product', 'reactions', 'closing'].map((name) => [`vitrine-${name}`, shop]),
  ),
  'vitrine-catch-up': catchUp,
  'vitrine-catch-up-chip': catchUp,
  'vitrine-console': () => import('./console/index.js'),
  'vitrine-danmaku': () => import('./danmaku/index.js'),
  'vitrine-interactions': () => import('./interactions/index.js'),
  ...Object.fromEntries(
    Object.entries(kinds).map(([name, load]) => [`vitrine-${name}`, async () => (await load()).kind.element()]),
  ),
};

/** Fetches an element of {@link later} when the first of its kind stands in the document. */
export function defineOnFirstUse(): void {
  if (typeof document === 'undefined') return;
  let waiting = Object.entries(later).map(([tag, load]) => ({ places: document.getElementsByTagName(tag), load }));
  const look = (): void => {
    const found = waiting.filter(({ places }) => places.length > 0);
    if (found.length === 0) return;
    waiting = waiting.filter((one) => !found.includes(one));
    if (waiting.length === 0) observer.disconnect();
    for (const { load } of found) load().catch(reportError);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}
