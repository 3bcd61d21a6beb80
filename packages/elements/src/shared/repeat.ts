// SPDX-License-Identifier: MIT
import type { Directive } from 'lit/directive.js';
import { directive, type ChildPart, type PartInfo } from 'lit/directive.js';
import { getCommittedValue, getDirectiveClass } from 'lit/directive-helpers.js';
import { repeat as litRepeat } from 'lit/directives/repeat.js';

interface Repeat extends Directive {
  render(...values: unknown[]): unknown;
  update(part: ChildPart, values: unknown[]): unknown;
}

const Base = getDirectiveClass(litRepeat([], String)) as unknown as new (info: PartInfo) => Repeat;

/** (Before the first items there is something else, which has no end.) */
const itemsOf = (part: ChildPart): readonly ChildPart[] => [getCommittedValue(part) as ChildPart | ChildPart[]].flat();

/** Takes what lit-html 3.3.1 to 3.3.3 leave of each item that goes: the comment behind it (lit/lit#5298). */
class TidyRepeat extends Base {
  override update(part: ChildPart, values: unknown[]): unknown {
    // (These are copies: in the list itself what moves is crossed out meanwhile.)
    const before = itemsOf(part);
    const result = super.update(part, values);
    const kept = new Set(itemsOf(part));
    for (const item of before) if (!kept.has(item)) (item.endNode as ChildNode | null)?.remove();
    return result;
  }
}

/** Lit's `repeat`, for lists from which something goes again and again: a chat of eight hours. */
export const repeat = directive(TidyRepeat) as unknown as typeof litRepeat;
