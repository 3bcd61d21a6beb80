// SPDX-License-Identifier: MIT

declare const __VITRINE_VERSION__: string | undefined;

/** The library's version; `development` when it runs from source. */
export const version: string = typeof __VITRINE_VERSION__ === 'string' ? __VITRINE_VERSION__ : 'development';

const versions = Symbol.for('vitrine-versions');

/**
 * Defines an element unless its tag is taken, as two scripts of one page may both bring it. Warns when the one that
 * was there is of another version. Does nothing where there are no custom elements (Node).
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const registry = globalThis as { [versions]?: Record<string, string> };
  const known = (registry[versions] ??= {});
  if (!customElements.get(tag)) {
    customElements.define(tag, element);
    known[tag] = version;
  } else if (known[tag] !== version) {
    console.warn(
      `[vitrine] MISCONFIGURED (${tag}): version ${known[tag] ?? 'unknown'} is on the page already, ${version} is ignored. ` +
        'Load one version of Vitrine only.',
    );
  }
}
