// SPDX-License-Identifier: MIT
import type { BatchFrame, WireControl, WireMessage } from '@vitrine/core/wire';
import { Packable } from './packable.js';
import { isKept } from './sample.js';

/** One numbered batch in the forms it is sent in. */
export class Batch {
  #frame: BatchFrame;
  #whole: Packable;
  #lean: Packable | undefined;

  constructor(frame: BatchFrame) {
    this.#frame = frame;
    this.#whole = new Packable(frame);
  }

  get frame(): BatchFrame {
    return this.#frame;
  }

  get whole(): Packable {
    return this.#whole;
  }

  /** Without what viewers said, for a socket that is behind: staff, orders, numbers and control items arrive whole. */
  get lean(): Packable {
    if (this.#lean) return this.#lean;
    const { m = [], ...rest } = this.#frame;
    const kept = m.filter(isKept);
    if (kept.length === m.length) return (this.#lean = this.#whole);
    const skipped = (rest.skipped ?? 0) + m.length - kept.length;
    return (this.#lean = new Packable({ ...rest, ...(kept.length > 0 ? { m: kept } : {}), skipped }));
  }

  /** Takes words out, so that nobody who catches up reads what was removed. */
  strip(isRetracted: (message: WireMessage) => boolean): void {
    const { m = [], ...rest } = this.#frame;
    const kept = m.filter((message) => !isRetracted(message));
    this.#replace(kept.length > 0 ? { ...rest, m: kept } : rest);
  }

  /** Takes words out of control items; the items stay, or numbers would have holes. */
  redact(redacted: (item: WireControl) => WireControl): void {
    const { c } = this.#frame;
    const changed = c?.map(redacted);
    if (changed?.some((item, index) => item !== c?.[index])) this.#replace({ ...this.#frame, c: changed });
  }

  #replace(frame: BatchFrame): void {
    this.#frame = frame;
    this.#whole = new Packable(frame);
    this.#lean = undefined;
  }
}
