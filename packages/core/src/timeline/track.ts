// SPDX-License-Identifier: MIT
import type { ProgramTime } from '../model/index.js';

/** Something that happened in the show at a moment. */
export interface Moment {
  /** When in the show; absent means: as soon as it is known. */
  readonly at?: ProgramTime | undefined;
}

/** Why a track's state changed: the show went on, or the viewer jumped (joined, sought, came back). */
export type TrackCause = 'play' | 'jump';

export interface TrackOptions<S, E extends Moment> {
  readonly initial: S;
  /** How many events stay once they were released, for a step back; 0 where each is told once and makes no state. */
  readonly keeps?: number;
  /** The state after an event; pure, since a seek runs it again. */
  reduce(state: S, event: E): S;
  /** The viewer's state, with the events that made it since the last call (after a step back, those never told of). */
  changed(state: S, released: readonly E[], cause: TrackCause): void;
}

/** Events of one kind, held until this viewer sees their moment. */
export interface GatedTrack<S, E extends Moment> {
  readonly state: S;
  /** Starts over: the state before the events, then the events. */
  snapshot(base: S, events: readonly E[]): void;
  push(events: readonly E[]): void;
}

/** The timeline's side of a track. */
export interface Track<S, E extends Moment> extends GatedTrack<S, E> {
  /** Releases what is due at the moment, or derives the state anew after a jump back; returns when the next is due. */
  advance(now: ProgramTime): ProgramTime;
}

/** A step back smaller than this is the jitter of a clock, not a seek. */
const jitter = 500;
/** A step forward larger than this is a jump and not play. */
const leap = 2000;

/**
 * The events of one kind in show order, and the state they make at this viewer's moment.
 * @param present this viewer's moment, for events that carry none
 * @param wake asks the timeline to advance its tracks
 */
export function trackOf<S, E extends Moment>(
  { initial, keeps = 5000, reduce, changed }: TrackOptions<S, E>,
  present: () => ProgramTime,
  wake: () => void,
): Track<S, E> {
  let base = initial;
  let state = initial;
  let entries: { readonly at: ProgramTime; readonly event: E; isTold?: boolean }[] = [];
  let released = 0;
  let moment = -Infinity;
  let isPastChanged = false;

  const next = (): ProgramTime => entries[released]?.at ?? Infinity;

  const push = (events: readonly E[]): void => {
    const now = present();
    const last = entries[released - 1]?.at ?? -Infinity;
    for (const event of events) {
      const at = event.at ?? now;
      entries.push({ at, event });
      // It belongs before what was already released.
      if (at < last) isPastChanged = true;
    }
    // Stable: events of one moment stay in the order in which they came.
    entries.sort((a, b) => a.at - b.at);
    wake();
  };

  return {
    get state() {
      return state;
    },
    push,
    snapshot(before, events) {
      base = before;
      entries = [];
      isPastChanged = true;
      push(events);
    },
    advance(now) {
      const isBack = isPastChanged || now < moment - jitter;
      const cause = isBack || now > moment + leap ? 'jump' : 'play';
      moment = isBack ? now : Math.max(moment, now);
      if (isBack) {
        isPastChanged = false;
        state = base;
        released = 0;
      }
      const told: E[] = [];
      const since = released;
      for (let entry; (entry = entries[released]) && entry.at <= moment; released++) {
        state = reduce(state, entry.event);
        if (!isBack || !entry.isTold) told.push(entry.event);
        entry.isTold = true;
      }
      if (isBack || released > since) changed(state, told, cause);
      // A show of many hours keeps its newest events; the oldest become part of the base.
      const oldest = entries.splice(0, Math.min(entries.length - keeps, released));
      base = oldest.reduce((before, { event }) => reduce(before, event), base);
      released -= oldest.length;
      return next();
    },
  };
}
