// SPDX-License-Identifier: MIT
// What tests of features, elements and pages need: a room on ports that the test feeds by hand.
import type { Ports, Sink, Subscribe } from '../adapter/index.js';
import type { VitrineError } from '../model/index.js';
import { cartFeature, catalogFeature, checkoutFeature } from '../features/index.js';
import { Room, type RoomOptions } from '../room/index.js';

/** A subscription that a test feeds by hand. */
export interface Feed<T> {
  readonly subscribe: Subscribe<T>;
  push(...items: readonly T[]): void;
  fail(error: VitrineError): void;
}

/** Makes a subscription whose items are given by hand; what was pushed before somebody listened is kept for them. */
export function feed<T>(): Feed<T> {
  const early: T[] = [];
  let sink: Sink<T> | null = null;
  return {
    subscribe: (next) => {
      sink = next;
      if (early.length > 0) next.next(early.splice(0));
    },
    push: (...items) => (sink ? sink.next(items) : void early.push(...items)),
    fail: (error) => sink?.fail(error),
  };
}

/** An open room on the given ports; nothing else is behind it. Close it by `room.close()`. */
export async function testRoom(ports: Partial<Ports> = {}, options: Partial<RoomOptions> = {}): Promise<Room> {
  // Nothing is waited for that a test does not mean to wait for.
  await Promise.all([cartFeature.fetch(), catalogFeature.fetch(), checkoutFeature.fetch()]);
  const room = new Room({
    id: `test-${Math.random().toString(36).slice(2)}`,
    adapter: { name: 'test', connect: async () => ports },
    currency: 'EUR',
    locale: 'en',
    ...options,
  });
  const connected = new Promise<void>((resolve) => {
    room.bus.on('room:connected', () => resolve(), { signal: room.signal });
  });
  room.open();
  await connected;
  return room;
}

/** Resolves when the condition holds, looking again after each turn of the event loop; rejects after 15 s. */
export async function until(condition: () => unknown, message = 'The condition never held.'): Promise<void> {
  const end = performance.now() + 15_000;
  // Made here, where the stack still tells which line of the test waits.
  const late = new Error(message);
  while (!condition()) {
    if (performance.now() > end) throw late;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
