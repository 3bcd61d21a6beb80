// SPDX-License-Identifier: MIT
import type { RoundTrip } from '../adapter/index.js';
import type { EpochMs, Ms } from '../model/index.js';

const kept = 5;

/**
 * The back end's clock as seen from here. The sample with the shortest round trip of the last five is believed, since
 * its error is at most half of that trip (as in NTP, RFC 5905 section 10). Until one is heard, the local clock stands in.
 */
export class Clock {
  #samples: readonly { readonly delay: Ms; readonly offset: Ms }[] = [];
  #offset: Ms = 0;
  readonly #local: () => number;

  /** @param local the local wall clock, epoch ms */
  constructor(local: () => number = Date.now) {
    this.#local = local;
  }

  /** Back end's clock minus local clock, in ms. */
  get offset(): Ms {
    return this.#offset;
  }

  /** Whether the back end was ever asked. */
  get isKnown(): boolean {
    return this.#samples.length > 0;
  }

  now(): EpochMs {
    return this.#local() + this.#offset;
  }

  add({ sent, received, remote }: RoundTrip): void {
    const delay = received - sent;
    // A clock that was set back in between makes nonsense of the sample.
    if (!(delay >= 0) || !Number.isFinite(remote)) return;
    this.#samples = [...this.#samples, { delay, offset: remote - (sent + received) / 2 }].slice(-kept);
    const best = this.#samples.reduce((a, b) => (b.delay < a.delay ? b : a));
    this.#offset = best.offset;
  }
}
