// SPDX-License-Identifier: MIT
import { deflateRawSync } from 'node:zlib';
import { encodeFrame, type ServerFrame } from '@vitrine/core/wire';
import { buildFrame } from './frame.js';

// Below this a deflated frame saves less than it costs the reader.
const leastPacked = 4096;

/** A frame for many, as bytes in the forms it is sent in: each is built once, when the first socket needs it. */
export class Packable {
  readonly #frame: ServerFrame;
  #full: Buffer | undefined;
  #packed: Buffer | undefined;

  constructor(frame: ServerFrame) {
    this.#frame = frame;
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
}
