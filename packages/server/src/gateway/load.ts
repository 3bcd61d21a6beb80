// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';
import type { Clock } from '../clock.js';

/**
 * How hard it is for the process to keep up. 0: it does. 1: large audiences are told less often, and of what viewers say a
 * smaller choice. 2: what viewers say is refused for a while. Staff, orders and control items flow in each.
 */
export type Strain = 0 | 1 | 2;

/** What is told when the strain has become another one. */
export interface StrainChange {
  readonly strain: Strain;
  readonly before: Strain;
  /** How late ticks were of late. */
  readonly lag: Ms;
}

/** Lags of one and another second weigh about three to one. */
const memory: Ms = 1000;
/** One very long pause (a laptop that slept, a clock that was set) says no more than this. */
const longest: Ms = 3000;
/** What has to be so, and for how long, before the strain is one more … */
const above: readonly Ms[] = [150, 750];
const risesAfter: readonly Ms[] = [1000, 2000];
/** … and one less: much less late than what made it, so that it does not come and go. */
const below: readonly Ms[] = [50, 250];
const fallsAfter: Ms = 5000;
/** While there is strain it is looked at this often, also where no room has anything to tell. */
const probeEvery: Ms = 250;

/** Measures by the lateness of ticks how well the process keeps up: they wait for whatever else it is busy with. */
export class Load {
  readonly #clock: Clock;
  readonly #told: (change: StrainChange) => void;
  #strain: Strain = 0;
  #lag: Ms = 0;
  #heardAt: EpochMs = 0;
  /** Since when it has been too late, or early enough. */
  #since: { readonly what: 'above' | 'below'; readonly at: EpochMs } | null = null;
  #cancelProbe: (() => void) | null = null;
  #isOver = false;

  /** @param told called when the strain has become another one, and not for each tick */
  constructor(clock: Clock, told: (change: StrainChange) => void = () => {}) {
    this.#clock = clock;
    this.#told = told;
  }

  get strain(): Strain {
    return this.#strain;
  }

  /** A tick was late by so much, or took so much longer than it may. */
  tell(late: Ms): void {
    if (this.#isOver) return;
    const now = this.#clock.now();
    const span = Math.max(0, now - this.#heardAt);
    this.#heardAt = now;
    // (By the time that has passed, and not by the number of ticks: a thousand rooms tell the same thing at once.)
    this.#lag += (Math.min(Math.max(0, late), longest) - this.#lag) * (1 - Math.exp(-span / memory));
    this.#judge(late, now);
  }

  #judge(late: Ms, now: EpochMs): void {
    const strain = this.#strain;
    const most = above[strain] ?? Infinity;
    if (this.#lag > most) {
      const lasts = this.#lasts('above', now);
      // (One that is on time tells that what came before is over, however long that was.)
      if (late > most && lasts >= (risesAfter[strain] ?? Infinity)) this.#change((strain + 1) as Strain);
    } else if (strain > 0 && this.#lag < (below[strain - 1] ?? 0)) {
      if (this.#lasts('below', now) >= fallsAfter) this.#change((strain - 1) as Strain);
    } else this.#since = null;
  }

  #lasts(what: 'above' | 'below', now: EpochMs): Ms {
    if (this.#since?.what !== what) this.#since = { what, at: now };
    return now - this.#since.at;
  }

  #change(strain: Strain): void {
    const before = this.#strain;
    this.#strain = strain;
    this.#since = null;
    if (strain === 0) this.#stop();
    else this.#cancelProbe ??= this.#probe();
    this.#told({ strain, before, lag: Math.round(this.#lag) });
  }

  #probe(): () => void {
    const due = this.#clock.now() + probeEvery;
    return this.#clock.after(probeEvery, () => {
      this.#cancelProbe = null;
      this.tell(this.#clock.now() - due);
      if (this.#strain > 0 && !this.#isOver) this.#cancelProbe ??= this.#probe();
    });
  }

  #stop(): void {
    this.#cancelProbe?.();
    this.#cancelProbe = null;
  }

  close(): void {
    this.#isOver = true;
    this.#stop();
  }
}
