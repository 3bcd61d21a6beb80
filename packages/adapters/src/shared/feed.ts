// SPDX-License-Identifier: MIT
import type { Sink } from '@vitrine/core';

/** Many sinks for one kind of item: each is told what is true when it comes, then every change, in order. */
export interface Feed<T> {
  /** Ends with any of the signals. */
  subscribe(sink: Sink<T>, signals: readonly AbortSignal[]): void;
  send(...items: readonly T[]): void;
  /** Keeps what is sent until `release`, as a network does that is away for a while. */
  hold(): void;
  release(): void;
}

/** @param present what a new sink is told first */
export function feed<T>(present: () => readonly T[]): Feed<T> {
  const sinks = new Set<Sink<T>>();
  let held: T[] | null = null;
  const deliver = (items: readonly T[]): void => {
    if (items.length > 0) for (const sink of [...sinks]) sink.next(items);
  };
  return {
    subscribe(sink, signals) {
      if (signals.some(({ aborted }) => aborted)) return;
      sinks.add(sink);
      for (const signal of signals) signal.addEventListener('abort', () => sinks.delete(sink), { once: true });
      const items = present();
      if (items.length > 0) sink.next(items);
    },
    send(...items) {
      if (held) held.push(...items);
      else deliver(items);
    },
    hold() {
      held ??= [];
    },
    release() {
      const items = held ?? [];
      held = null;
      deliver(items);
    },
  };
}
