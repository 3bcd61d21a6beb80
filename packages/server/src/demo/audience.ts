// SPDX-License-Identifier: MIT
import type { ProgramTime } from '@vitrine/core';
import type { Clock } from '../clock.js';
import type { Writer } from '../gateway/writer.js';
import type { Rooms } from '../rooms/rooms.js';
import type { AudienceOptions, ShowLoop } from '../options.js';
import type { Goods } from '../shop/goods.js';
import { demoRooms, type DemoRoom } from './rooms.js';
import { Voices } from './voices.js';

const usualViewers = 12_400;
const drift = 60;
const driftEvery = 4000;
const heartsEvery = 1500;
const quickest = 1800;
const slowest = 5200;

/** What comes on camera next, and when. */
export function nextCue(
  { loopSeconds, cues }: ShowLoop,
  now: ProgramTime,
): { product: string; at: ProgramTime } | null {
  const loop = loopSeconds * 1000;
  const start = Math.floor(now / loop) * loop;
  let next: { product: string; at: ProgramTime } | null = null;
  for (const { product, from } of cues) {
    const moment = start + Math.round(from * 1000);
    const at = moment > now ? moment : moment + loop;
    if (!next || at < next.at) next = { product, at };
  }
  return next;
}

/** Fills the demonstration's rooms with scripted, invented shoppers and a host who pins in step with the looped video. */
export function startAudience(rooms: Rooms, goods: Goods, clock: Clock, { show }: AudienceOptions): () => void {
  const stops = demoRooms
    .filter(({ id }) => rooms.has(id))
    .map((room) => {
      const writer = rooms.writer(room.id);
      const isNew = rooms.records.newestMessages(room.id, 1).length === 0;
      return enliven(room, writer, goods, clock, isNew, show);
    });
  return () => {
    for (const stop of stops) stop();
  };
}

function enliven(
  { id, script }: DemoRoom,
  writer: Writer,
  goods: Goods,
  clock: Clock,
  isNew: boolean,
  show: ShowLoop | undefined,
): () => void {
  const timers = new Map<string, () => void>();
  const repeat = (name: string, wait: () => number, run: () => void): void => {
    timers.set(
      name,
      clock.after(wait(), () => {
        run();
        repeat(name, wait, run);
      }),
    );
  };
  const voices = new Voices(writer, script);
  if (isNew) voices.open();

  let viewers = usualViewers;
  writer.audience.more = viewers;
  repeat(
    'viewers',
    () => driftEvery,
    () => {
      viewers += Math.round((Math.random() - 0.5) * drift + (usualViewers - viewers) * 0.05);
      writer.audience.more = viewers;
    },
  );
  repeat(
    'hearts',
    () => heartsEvery,
    () => writer.like(1 + Math.floor(Math.random() * 6)),
  );
  repeat(
    'talk',
    () => Math.round(quickest + Math.random() * (slowest - quickest)),
    () => voices.talk(),
  );
  if (show) followShow(show);

  function followShow(loop: ShowLoop): void {
    const cue = nextCue(loop, writer.programTime());
    if (!cue) return;
    const wait = Math.max(0, cue.at - writer.programTime());
    timers.set(
      'show',
      clock.after(wait, () => {
        if (writer.stream.phase === 'live' && goods.hasProduct(id, cue.product)) {
          writer.control({ op: 'pin', product: cue.product }, cue.at);
          voices.present(cue.product);
        }
        followShow(loop);
      }),
    );
  }

  return () => {
    for (const cancel of timers.values()) cancel();
    timers.clear();
  };
}
