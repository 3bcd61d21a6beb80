// SPDX-License-Identifier: MIT

const checked = new Map<string, string>();

/** A tag that `Intl` takes: pages write `en_US` or worse, and a browser of the C locale calls its language `C`. */
function usable(tag: string): string {
  let found = checked.get(tag);
  if (found === undefined) {
    try {
      found = Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en';
    } catch {
      found = 'en';
    }
    checked.set(tag, found);
  }
  return found;
}

/** The language of the nearest `lang` attribute, over shadow roots too, else the browser's. */
export function localeOf(element: Element): string {
  let node: Element | null = element;
  while (node) {
    const named: Element | null = node.closest('[lang]');
    const lang = named?.getAttribute('lang');
    if (lang) return usable(lang);
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return typeof navigator === 'object' ? usable(navigator.language) : 'en';
}
