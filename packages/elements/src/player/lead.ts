// SPDX-License-Identifier: MIT
import type { Ms, PlayheadReading, ProgramTime, Room } from '@vitrine/core';
import { idleMoment, Lazy } from './lazy.js';
import type { LeadPlayer } from './duties.js';
import type { Playback } from './playback.js';

const queues = new WeakMap<Room, (() => void)[]>();

/** A player that is only moved on the page comes back at once: the show must not leap meanwhile. */
const grace: Ms = 100;

const loadDuties = (): Promise<typeof import('./duties.js')> => import('./duties.js');

/**
 * A player's word in its room. Of several players the first speaks: its picture is the room's clock, and it answers the
 * request to show another moment. When it leaves, the next takes over.
 */
export class Lead {
  readonly #seek: (to: ProgramTime | 'live') => void;
  readonly #duties = new Lazy(loadDuties);
  #room: Room | null = null;
  /** Until it leaves, while it has not taken up its duties. */
  #unready: AbortSignal | null = null;

  constructor(seek: (to: ProgramTime | 'live') => void) {
    this.#seek = seek;
  }

  join(room: Room, signal: AbortSignal): void {
    const queue = queues.get(room) ?? [];
    queues.set(room, queue);
    const speak = (): void => this.#speak(room, signal);
    queue.push(speak);
    if (queue[0] === speak) speak();
    const leave = (): void => {
      const place = queue.indexOf(speak);
      queue.splice(place, 1);
      if (place === 0) queue[0]?.();
    };
    signal.addEventListener('abort', leave, { once: true });
  }

  publish(reading: PlayheadReading | null): void {
    if (reading) this.#room?.playhead.publish(reading);
    else this.#room?.playhead.clear();
  }

  /** Once a picture is there: in an idle moment it begins what a player does beside playing. */
  async takeUpDuties(player: LeadPlayer, playback: Playback): Promise<void> {
    const room = this.#room;
    const signal = this.#unready;
    if (!room || !signal) return;
    this.#unready = null;
    await idleMoment();
    const part = await this.#duties.fetch();
    if (!signal.aborted) part?.takeUpDuties(room, player, playback, signal);
  }

  #speak(room: Room, signal: AbortSignal): void {
    // (Another copy of the library may have a player here.)
    if (room.bus.isAnswered('player:seek')) return;
    this.#room = room;
    this.#unready = signal;
    room.bus.answer('player:seek', ({ to }) => this.#seek(to), { signal });
    const leave = (): void => {
      this.#room = this.#unready = null;
      setTimeout(() => this.#room === room || room.bus.isAnswered('player:seek') || room.playhead.clear(), grace);
    };
    signal.addEventListener('abort', leave, { once: true });
  }
}
