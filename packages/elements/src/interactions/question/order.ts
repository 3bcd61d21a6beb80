// SPDX-License-Identifier: MIT
import { byWish, type Question } from './schema.js';

/** The order of the list. Rows keep their places while somebody is about to press one of them. */
export class Order {
  #ids: readonly string[] = [];

  /** @param isHeld nothing may move now: what is new is added at the end */
  of(questions: readonly Question[], isHeld: boolean): readonly Question[] {
    const wished = byWish(questions);
    const kept = isHeld ? this.#ids.flatMap((id) => wished.find((one) => one.id === id) ?? []) : [];
    const shown = [...kept, ...wished.filter((one) => !kept.includes(one))];
    this.#ids = shown.map(({ id }) => id);
    return shown;
  }
}
