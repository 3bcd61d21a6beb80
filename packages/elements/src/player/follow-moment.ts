// SPDX-License-Identifier: MIT
import type { ProgramTime, Room } from '@vitrine/core';
import { readMoment } from '../shared/moment.js';
import type { Playback } from './playback.js';

/** Addresses that were followed: a room that is opened again on the same page begins where it is. */
const followed = new Set<string>();

/**
 * Shows the moment the address of the page leads to, with the product that was on camera. A moment that cannot be had any
 * more is left alone: the viewer sees what is on now.
 */
export function followMoment(room: Room, player: { seek(to: ProgramTime): void }, { engine }: Playback): void {
  const address = location.href;
  const moment = readMoment(address);
  if (moment?.room !== room.id || followed.has(address)) return;
  followed.add(address);
  const { at, product } = moment;
  const time = engine?.mediaTimeAt(at) ?? null;
  const window = engine?.window;
  if (window && time !== null && window.start <= time && time < window.end) player.seek(at);
  if (product !== null) room.request('product:open', { productId: product }).catch(() => undefined);
}
