// SPDX-License-Identifier: MIT
// Whether what people wrote stayed words: nothing of it ran, and nothing of it became a part of the page.
import { bait } from '../../../../core/src/testing/hostile.fixture.js';

/** Every element of a tree, those in shadow trees too. */
export function* elementsIn(root: Element | ShadowRoot): Generator<Element> {
  if (root instanceof Element) {
    yield root;
    if (root.shadowRoot) yield* elementsIn(root.shadowRoot);
  }
  for (const child of root.children) yield* elementsIn(child);
}

/** What may stand in an attribute that a browser fetches or follows. */
const harmless = /^(?:https?:|blob:|data:image\/|#|$)/;
const followed = [
  'src',
  'href',
  'xlink:href',
  'poster',
  'action',
  'formaction',
  'data',
  'background',
  'srcdoc',
  'ping',
];

/** Shapes of icons, and what a state adds to an element. */
const drawn = /^(?:svg|g|path|circle|ellipse|line|polygon|polyline|rect)$/;
const ofState =
  /^(?:aria-[a-z]+|data-broken|disabled|hidden|inert|cx|cy|d|height|points|r|rx|ry|width|x|x1|x2|y|y1|y2)$/;

/** What a tree is made of: names of elements, and of attributes. */
export interface Parts {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

export function partsOf(...roots: readonly (Element | ShadowRoot)[]): Parts {
  const all = roots.flatMap((root) => [...elementsIn(root)]);
  return {
    elements: new Set(all.map(({ localName }) => localName)),
    attributes: new Set(all.flatMap((element) => element.getAttributeNames())),
  };
}

/** Fails where a tree has anything in it that the same tree does not have with harmless words. */
export function expectSameParts(root: Element | ShadowRoot, { elements, attributes }: Parts): void {
  for (const element of elementsIn(root)) {
    const { localName } = element;
    if (!elements.has(localName) && !drawn.test(localName))
      throw new Error(`There is a <${localName}> that nobody drew.`);
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? '';
      if ((!attributes.has(name) && !ofState.test(name)) || name.startsWith('on'))
        throw new Error(`<${localName}> has "${name}", which nobody gave it: ${value}`);
      if (followed.includes(name) && !harmless.test(value)) throw new Error(`<${localName} ${name}> leads to ${value}`);
      if (name === 'style' && /url\(|expression|import/i.test(value))
        throw new Error(`<${localName}> is styled ${value}`);
    }
  }
}

/** Lays out what hostile text wants to call, and notes who called it. */
export function layBait(): { readonly taken: string[]; stop(): void } {
  const taken: string[] = [];
  const page = globalThis as unknown as Record<string, unknown>;
  const { alert, confirm, prompt } = globalThis;
  const note = (what: string) => (): void => void taken.push(what);
  page[bait] = note(bait);
  Object.assign(globalThis, { alert: note('alert'), confirm: note('confirm'), prompt: note('prompt') });
  const violated = (event: SecurityPolicyViolationEvent): void =>
    void taken.push(`${event.effectiveDirective} ${event.blockedURI}`);
  document.addEventListener('securitypolicyviolation', violated);
  return {
    taken,
    stop() {
      delete page[bait];
      Object.assign(globalThis, { alert, confirm, prompt });
      document.removeEventListener('securitypolicyviolation', violated);
    },
  };
}
