// SPDX-License-Identifier: MIT
import type { ProgramTime, Room } from '@vitrine/core';

/** One viewer in one room, from the first time somebody asks. */
export interface Visit {
  /** Where the show was then. */
  readonly since: ProgramTime;
  /** Ids of the products that have been on camera before this viewer's eyes. */
  readonly watched: ReadonlySet<string>;
}

const visits = new WeakMap<Room, Visit>();

/** The visit to a room; begins with the first call. */
export function visitOf(room: Room): Visit {
  const known = visits.get(room);
  if (known) return known;
  const { pinned } = room.store.state.catalog;
  const watched = new Set(pinned === null ? [] : [pinned]);
  const visit = { since: room.liveEdge(), watched };
  visits.set(room, visit);
  room.bus.on('product:pinned', ({ productId }) => watched.add(productId), { signal: room.signal });
  return visit;
}
