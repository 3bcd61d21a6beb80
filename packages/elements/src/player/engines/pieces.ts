// SPDX-License-Identifier: MIT

type Bytes = Uint8Array<ArrayBuffer>;

/** What the header of a box of fragmented MP4 (ISO/IEC 14496-12) takes at most. */
const header = 16;
const mdat = 0x6d646174;

function joined(chunks: readonly Bytes[], length: number): Bytes {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A segment that is handed on while it is still coming: each of its fragments as soon as it is whole. */
export class Pieces {
  readonly #given: ArrayBuffer[] = [];
  readonly #followers: ((piece: ArrayBuffer) => void)[] = [];
  /** Bytes that have come. */
  #length = 0;
  /** What has come of the next fragment. */
  #held: Bytes[] = [];
  #heldLength = 0;
  /** Where in it the box begins that is not yet whole. */
  #box = 0;
  /** How much of it must be here before there is something to look at again. */
  #needed = header;

  /** @param at where the bytes belong: those that an earlier try brought are left out */
  add(bytes: Bytes, at: number): void {
    const fresh = bytes.subarray(Math.max(0, this.#length - at));
    this.#length += fresh.length;
    this.#held.push(fresh);
    this.#heldLength += fresh.length;
    if (this.#heldLength >= this.#needed) this.#cut();
  }

  /** There is no more to come. */
  end(): void {
    this.#give(joined(this.#held, this.#heldLength).buffer);
    this.#held = [];
    this.#heldLength = 0;
  }

  /** Hands over what is here, and what comes when it comes; to each that asks, all of it. */
  follow(next: (piece: ArrayBuffer) => void): void {
    this.#followers.push(next);
    this.#given.forEach(next);
  }

  #cut(): void {
    const whole = joined(this.#held, this.#heldLength);
    const view = new DataView(whole.buffer);
    let at = this.#box;
    let end = 0;
    this.#needed = at + header;
    while (at + header <= whole.length) {
      const short = view.getUint32(at);
      const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
      // (A size of nothing means all that follows.)
      this.#needed = size < 8 ? Number.POSITIVE_INFINITY : at + size;
      if (this.#needed > whole.length) break;
      if (view.getUint32(at + 4) === mdat) end = at + size;
      at += size;
      this.#needed = at + header;
    }
    if (end > 0) this.#give(whole.slice(0, end).buffer);
    this.#held = [whole.subarray(end)];
    this.#heldLength = whole.length - end;
    this.#box = at - end;
    this.#needed -= end;
  }

  #give(piece: ArrayBuffer): void {
    if (piece.byteLength === 0) return;
    this.#given.push(piece);
    for (const follow of this.#followers) follow(piece);
  }
}
