// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from 'lit';

/**
 * A sentence with people's words in it, each isolated, so that an Arabic name does not turn an English sentence
 * around. The language decides the order.
 */
export function sentence(
  say: (...values: string[]) => string,
  ...values: readonly string[]
): readonly (string | TemplateResult)[] {
  const marks = values.map((_, index) => String.fromCharCode(0xe000 + index));
  const pieces = say(...marks).split(/([\ue000-\ue00f])/);
  return pieces.map((piece) => {
    const value = values[marks.indexOf(piece)];
    return value === undefined ? piece : html`<bdi>${value}</bdi>`;
  });
}
