// SPDX-License-Identifier: MIT
import type { Ports } from '../adapter/index.js';
import type { Bus } from '../bus/index.js';
import type { Store } from '../store/index.js';
import type { Clock, Timeline } from '../timeline/index.js';
import type { VitrineError } from '../model/index.js';

/** What a feature works with. */
export interface FeatureContext {
  readonly roomId: string;
  readonly locale: string;
  readonly currency: string;
  readonly bus: Bus;
  /** Features alone write the store, each its own slice. */
  readonly store: Store;
  readonly timeline: Timeline;
  readonly clock: Clock;
  /** Aborts when the room closes. */
  readonly signal: AbortSignal;
  /** Where essential data is kept on this device; in memory where the browser refuses. */
  readonly storage: KeyValueStorage;
  report(error: unknown): void;
}

/** The part of `Storage` that features need; keys are prefixed by the room. */
export interface KeyValueStorage {
  get(key: string): string | null;
  set(key: string, value: string | null): void;
}

/** What a feature does with the ports when they are there. A failure means that connecting failed for good. */
export type Connector = (ports: Partial<Ports>, failure: VitrineError | null) => void;

/** One capability of a room: what it keeps in the store, answers and tells on the bus. */
export interface Feature {
  readonly name: string;
  /** Called once, before the adapter has connected: sets the slice's first state and answers the feature's requests. */
  setup(context: FeatureContext): Connector | void;
}
