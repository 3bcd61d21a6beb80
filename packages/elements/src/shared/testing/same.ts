// SPDX-License-Identifier: MIT

/**
 * Whether two elements are one. Not by `expect(…).to.equal(…)`: the runner cannot carry an element out of the browser, so
 * a failure would never be told of.
 */
export function expectSame(found: unknown, expected: unknown): void {
  const name = (value: unknown): string =>
    value instanceof Element ? `<${value.localName} class="${value.className}">` : String(value);
  if (found !== expected) throw new Error(`${name(found)} is not ${name(expected)}.`);
}
