// SPDX-License-Identifier: MIT
import { deflateRawSync } from 'node:zlib';
import { encodeFrame, type BatchFrame, type WireControl, type WireMessage } from '@vitrine/core/wire';
import { buildFrame } from './frame.js';
import { isKept } from './sample.js';

// Below this a deflated frame saves less than it costs the reader.
const leastPacked = 4096;

/** One numbered batch in the forms it is sent in, each built once, when the first socket needs it. */
export class Batch {
  #frame: BatchFrame;
  #full: Buffer | undefined;
  #lean: Buffer | undefined;
  #packed: Buffer | undefined;

  constructor(frame: BatchFrame) {
    this.#frame = frame;
  }

  get frame(): BatchFrame {
    return this.#frame;
  }

  /** As a text frame. */
  full(): Buffer {
    return (this.#full ??= buildFrame(Buffer.from(encodeFrame(this.#frame)), 'text'));
  }

  /** Raw-deflated in a binary frame where that pays, for clients that said they can read it. */
  packed(): Buffer {
    if (this.#packed) return this.#packed;
    const text = Buffer.from(encodeFrame(this.#frame));
    this.#packed = text.length < leastPacked ? this.full() : buildFrame(deflateRawSync(text), 'binary');
    return this.#packed;
  }

  /** Without what viewers said, for a socket that is behind: staff, orders, numbers and control items arrive whole. */
  lean(): Buffer {
    if (this.#lean) return this.#lean;
    const { m = [], ...rest } = this.#frame;
    const kept = m.filter(isKept);
    if (kept.length === m.length) return (this.#lean = this.full());
    const skipped = (rest.skipped ?? 0) + m.length - kept.length;
    const frame = { ...rest, ...(kept.length > 0 ? { m: kept } : {}), skipped };
    return (this.#lean = buildFrame(Buffer.from(encodeFrame(frame)), 'text'));
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
    this.#full = this.#lean = this.#packed = undefined;
  }
}
