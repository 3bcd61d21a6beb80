// SPDX-License-Identifier: MIT
import type { StreamInfo } from '@vitrine/core';
import { feed, testRoom, type Feed } from '../shared/testing/index.js';

const info: StreamInfo = { phase: 'live', title: 'First picking: Dancong', host: { name: 'Lin Yue' }, sources: [] };

/** A room whose show ends in so many minutes; null where nobody says when. */
export async function closingRoom(minutes: number | null) {
  const stream: Feed<StreamInfo> = feed<StreamInfo>();
  const turn = (change: Partial<StreamInfo>): void => stream.push({ ...info, ...change });
  turn(minutes === null ? {} : { endsAt: Date.now() + minutes * 60_000 });
  const room = await testRoom({ stream: { subscribe: stream.subscribe } });
  return { room, turn };
}
