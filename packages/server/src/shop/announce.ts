// SPDX-License-Identifier: MIT
import type { Rooms } from '../rooms/rooms.js';
import type { OrderView } from './orders.js';
import type { SessionRow } from './sessions.js';

/** Tells the room of an order: what was bought and the buyer's first name, nothing else. */
export function announceOrder(rooms: Rooms, order: OrderView, { room, owner, name }: SessionRow): void {
  const [line] = order.lines;
  if (!line) return;
  rooms.writer(room).say({
    author: { id: owner, n: name?.trim().split(/\s+/)[0] || 'Guest' },
    text: line.title,
    kind: 'o',
  });
}
