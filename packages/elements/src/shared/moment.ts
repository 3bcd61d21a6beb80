// SPDX-License-Identifier: MIT
// Links to a moment of a show: the address of the page with `vitrine-room`, `vitrine-at` (program date-time, epoch ms) and
// `vitrine-product`. In the query, because the fragment is often the page's own.
import type { ProgramTime, Room } from '@vitrine/core';

export interface Moment {
  readonly room: string;
  readonly at: ProgramTime;
  /** What was on camera. */
  readonly product: string | null;
}

/** The address of a page at the moment this viewer sees; without a picture the address itself. */
export function momentLink(room: Room, address: string): string {
  const { programTime, source } = room.playhead.now();
  if (source !== 'frame' && source !== 'media') return address;
  const url = new URL(address);
  const product = room.store.state.catalog.pinned;
  url.searchParams.set('vitrine-room', room.id);
  url.searchParams.set('vitrine-at', String(Math.round(programTime)));
  if (product === null) url.searchParams.delete('vitrine-product');
  else url.searchParams.set('vitrine-product', product);
  return url.href;
}

/** The moment an address leads to; null where it leads to none that can be told. */
export function readMoment(address: string): Moment | null {
  const { searchParams } = new URL(address);
  const room = searchParams.get('vitrine-room');
  const at = searchParams.get('vitrine-at');
  if (room === null || at === null || !/^\d{1,15}$/.test(at)) return null;
  return { room, at: Number(at), product: searchParams.get('vitrine-product') };
}
