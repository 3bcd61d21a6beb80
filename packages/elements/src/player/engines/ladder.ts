// SPDX-License-Identifier: MIT
import type { EpochMs, Ms, Schedule } from '@vitrine/core';

/** `master` and `playlist` are lists, `segment` is media: a whole segment, a part of one or its initialisation. */
export type RequestKind = 'master' | 'playlist' | 'segment';

/** A kind of request that does not get through. */
export interface Outage {
  readonly kind: RequestKind;
  readonly url: string;
  /** HTTP status of the last try; 0 when nothing answered. */
  readonly status: number;
  readonly since: EpochMs;
  readonly tries: number;
}

export interface LadderOptions {
  /** Told of each failure, each recovery and each change of `retryAt`. */
  changed(): void;
  readonly now?: () => EpochMs;
  /** A number in [0, 1). */
  readonly random?: () => number;
  readonly schedule?: Schedule;
}

const timer: Schedule = (run, ms) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};

const shortest: Ms = 400;
const longest: Ms = 10_000;
/** As long as the parts of one segment are asked for. */
const losing: Ms = 4000;

/**
 * When a request that failed may be tried again: for ever, quickly while the outage is young (an origin that was away
 * for ten seconds is asked again after half a second), slower the longer it lasts, each viewer at a moment of their own.
 * All requests of a player wait on one ladder, so whatever brings the network back wakes them together.
 */
export class Ladder {
  /** A fixed wait instead, for what is not expected to come back soon. */
  pace: Ms | null = null;
  readonly #options: LadderOptions;
  readonly #now: () => EpochMs;
  #lostAt: EpochMs = Number.NEGATIVE_INFINITY;
  #damagedAt: EpochMs = Number.NEGATIVE_INFINITY;
  readonly #outages = new Map<RequestKind, Outage>();
  /** What lets a request go on, and when that is due. */
  readonly #waiting = new Map<() => void, EpochMs>();

  constructor(options: LadderOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** The oldest outage, or null when all is well. */
  get outage(): Outage | null {
    let oldest: Outage | null = null;
    for (const outage of this.#outages.values()) if (!oldest || outage.since < oldest.since) oldest = outage;
    return oldest;
  }

  /** When the next try is due; null when nothing waits. */
  get retryAt(): EpochMs | null {
    return this.#waiting.size > 0 ? Math.min(...this.#waiting.values()) : null;
  }

  /** Media was given up a moment ago: what lies beside it is likely gone as well, and not worth as many tries. */
  get isLosing(): boolean {
    return this.#now() - this.#lostAt < losing;
  }

  /** Media is gone, and was given up. */
  lose(): void {
    this.#lostAt = this.#now();
  }

  /** A decoder failed over media a moment ago: caches may hold what was damaged on the way. */
  get isSuspicious(): boolean {
    return this.#now() - this.#damagedAt < losing;
  }

  /** Media was damaged. */
  suspect(): void {
    this.#damagedAt = this.#now();
  }

  outageOf(kind: RequestKind): Outage | undefined {
    return this.#outages.get(kind);
  }

  /** Resolves when the request may be tried again; rejects when the signal aborts. */
  failed(kind: RequestKind, url: string, status: number, signal: AbortSignal): Promise<void> {
    const { random = Math.random, schedule = timer, changed } = this.#options;
    const now = this.#now;
    const before = this.#outages.get(kind);
    const since = before?.since ?? now();
    this.#outages.set(kind, { kind, url, status, since, tries: (before?.tries ?? 0) + 1 });
    const usual = this.pace ?? Math.min(Math.max((now() - since) / 20, shortest), longest);
    const delay = Math.round(usual * (0.75 + random() / 2));
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const settle = (done: () => void): void => {
        cancel();
        signal.removeEventListener('abort', abort);
        this.#waiting.delete(goOn);
        done();
        changed();
      };
      const goOn = (): void => settle(resolve);
      const abort = (): void => settle(() => reject(signal.reason as Error));
      const cancel = schedule(goOn, delay);
      signal.addEventListener('abort', abort, { once: true });
      this.#waiting.set(goOn, now() + delay);
      changed();
    });
  }

  /** A request of this kind got through. */
  worked(kind: RequestKind): void {
    if (!this.#outages.delete(kind)) return;
    this.#options.changed();
  }

  /** Lets everything that waits try at once: the network is back, or the viewer asks. */
  tryNow(): void {
    for (const goOn of [...this.#waiting.keys()]) goOn();
  }
}
