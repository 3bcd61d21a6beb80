// SPDX-License-Identifier: MIT
// What the player that speaks for its room does beside playing, once a picture is there.
import type { ProgramTime, Reach, Room } from '@vitrine/core';
import type { ReactiveControllerHost } from 'lit';
import { followMoment } from './follow-moment.js';
import { showSession, type SessionPlayer } from './media-session.js';
import type { Playback } from './playback.js';
import { isAskedFor } from './vitals/asked-for.js';
import { Vitals, type Patient } from './vitals/vitals.js';

type Watched = Patient & ReactiveControllerHost & HTMLElement;

export type LeadPlayer = SessionPlayer & Watched & { seek(to: ProgramTime): void };

/** A player that has a stream of its own, unless that is null. */
export type AlonePlayer = Watched & { readonly src: string | null };

/** What can be sought in. A recording that plays as a show that is on has no other moments for its viewers. */
function reachOf({ engine, edge }: Playback, isReplay: boolean): Reach | null {
  const window = engine?.window;
  if (!engine || !window || !(engine.isLive ? edge.canRewind(engine) : isReplay)) return null;
  const from = engine.programTimeAt(window.start);
  const to = engine.programTimeAt(engine.livePosition ?? window.end);
  if (from === null || to === null) return null;
  return { from, to, isBehind: edge.isBehind(engine) };
}

/** Tells the system what plays and the room how it plays, and shows it where the address asks for that. */
export function takeUpDuties(room: Room, player: LeadPlayer, playback: Playback, signal: AbortSignal): void {
  followMoment(room, player, playback);
  showSession(room, player, signal);
  watchOver(room, player, playback, signal);
  const isReplay = (): boolean => room.store.state.stream.info?.phase === 'replay';
  room.bus.answer('player:reach', () => reachOf(playback, isReplay()), { signal });
}

/** Shows how a player by itself is doing, where the address asks for that. */
export function watchAlone(player: AlonePlayer, playback: Playback, signal: AbortSignal): void {
  if (player.src !== null && isAskedFor() && !signal.aborted) watchOver(null, player, playback, signal);
}

function watchOver(room: Room | null, player: Watched, playback: Playback, signal: AbortSignal): void {
  const vitals = new Vitals(room, player, playback);
  vitals.start(signal);
  if (!isAskedFor()) return;
  import('./vitals/overlay.js').then(
    ({ showVitals }) => signal.aborted || showVitals(player, room, vitals, signal),
    () => undefined,
  );
}
