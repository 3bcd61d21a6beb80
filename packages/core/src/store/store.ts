// SPDX-License-Identifier: MIT
import { guard, keepIn, type Lifetime } from '../bus/lifetime.js';

/** What is true now, a slice per feature. Each feature adds its own by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open by design, filled by features
export interface RoomState {}

export type SliceName = keyof RoomState & string;

/** The side of the store that elements and pages see. */
export interface ReadonlyStore {
  /** The present state; the same object until something changes, frozen. */
  readonly state: Readonly<RoomState>;
  /**
   * Calls the listener when what the selector picks has changed (by identity), at most once a tick, with the newest
   * value; not at once. Dies with the signal.
   */
  select<T>(selector: (state: Readonly<RoomState>) => T, listener: (value: T) => void, lifetime: Lifetime): void;
}

/** Frozen slices with one notification a tick. Features write it, nobody else. */
export class Store implements ReadonlyStore {
  #state: Readonly<RoomState> = Object.freeze({}) as Readonly<RoomState>;
  /** Each looks whether what it selects has changed. */
  readonly #looks = new Set<() => void>();
  readonly #report: (error: unknown) => void;
  #isScheduled = false;

  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  get state(): Readonly<RoomState> {
    return this.#state;
  }

  /** Replaces fields of a slice. A patch that changes nothing notifies nobody. */
  set<N extends SliceName>(name: N, patch: Partial<RoomState[N]>): void {
    const before = this.#state[name] as unknown as Record<string, unknown> | undefined;
    if (before && Object.entries(patch).every(([key, value]) => Object.is(before[key], value))) return;
    this.#state = Object.freeze({ ...this.#state, [name]: Object.freeze({ ...before, ...patch }) });
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => this.#notify());
  }

  select<T>(selector: (state: Readonly<RoomState>) => T, listener: (value: T) => void, lifetime: Lifetime): void {
    let last = selector(this.#state);
    const look = (): void => {
      const value = selector(this.#state);
      if (Object.is(value, last)) return;
      last = value;
      listener(value);
    };
    keepIn(this.#looks, look, lifetime);
  }

  #notify(): void {
    this.#isScheduled = false;
    for (const look of this.#looks) guard(look, this.#report);
  }
}
