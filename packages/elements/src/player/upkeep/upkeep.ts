// SPDX-License-Identifier: MIT
// What keeps a playback going once it is on its way; it is fetched while the first media is.
import type { AlonePlayer } from '../duties.js';
import { Faults } from './faults.js';
import { FrameClock, type Publish } from './frame-clock.js';
import { Pace } from './pace.js';
import type { Playback } from '../playback.js';
import { lookOut } from '../remote/look-out.js';
import { Rest } from './rest.js';
import { Vigil } from './vigil.js';

export class Upkeep {
  readonly clock: FrameClock;
  readonly pace: Pace;
  readonly rest: Rest;
  readonly faults: Faults;

  constructor(playback: Playback, publish: Publish, signal: AbortSignal) {
    const { video, edge, picture } = playback;
    this.pace = new Pace(video, edge, () => !playback.remote?.isAway && picture.mayDisturb());
    this.clock = new FrameClock(video, (time) => playback.engine?.programTimeAt(time) ?? null, publish);
    this.rest = new Rest(playback);
    this.faults = new Faults(playback, this.clock);
    const vigil = new Vigil(playback, this.clock, this.faults);
    this.clock.start(signal);
    if (location.search.includes('vitrine-debug')) void watch(playback, signal);
    lookOut(playback, this.clock, signal);
    const timer = setInterval(() => {
      vigil.look();
      playback.remote?.look();
      // (Another screen keeps its own picture moving, whether this one is looked at or not.)
      if (!playback.remote?.isAway && this.rest.look()) vigil.free();
    }, 1000);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
}

/** A player by itself has no room to tell how it is doing; a developer wants to see it all the same. */
async function watch(playback: Playback, signal: AbortSignal): Promise<void> {
  const root = playback.video.getRootNode();
  const duties = await import('../duties.js').catch(() => null);
  if (root instanceof ShadowRoot) duties?.watchAlone(root.host as AlonePlayer, playback, signal);
}
