// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';
import type { Faults } from './faults.js';
import type { FrameClock } from './frame-clock.js';
import { mediaAhead } from '../live-edge.js';
import type { Playback } from '../playback.js';

/** A picture gone for longer than this does not hold up the show: pins follow the stream's own clock. */
const holdUp: Ms = 10_000;
/** Stalls are forgiven, and the distance they added is taken back, after so long without another. */
const calmAfter: Ms = 20_000;
/** A picture that stands this long although there is more to show is pushed. */
const pushAfter: Ms = 2000;
/** An engine that has had nothing to show for so long, without a request that fails, is told to load again. */
const wakeAfter: Ms = 8000;
/** A push that has not helped for so long will not. */
const pushHelps: Ms = 6000;

/** Looks each second whether the picture is as it should be, and helps it. */
export class Vigil {
  readonly #playback: Playback;
  readonly #clock: FrameClock;
  readonly #faults: Faults;
  #goneSince: EpochMs | null = null;
  #forgivenAt: EpochMs = 0;
  #pushedAt: EpochMs = 0;
  #wokenAt: EpochMs = 0;

  constructor(playback: Playback, clock: FrameClock, faults: Faults) {
    this.#playback = playback;
    this.#clock = clock;
    this.#faults = faults;
  }

  look(): void {
    const { engine, phase, picture, now } = this.#playback;
    if (!engine) return;
    picture.goOn();
    picture.look();
    const isGone = phase === 'stalled' || phase === 'recovering' || phase === 'loading';
    this.#goneSince = isGone ? (this.#goneSince ?? now()) : null;
    if (this.#goneSince !== null && now() - this.#goneSince > holdUp) this.#clock.clear();
    if (isGone || picture.seenAt === this.#forgivenAt || now() - picture.seenAt <= calmAfter) return;
    this.#forgivenAt = picture.seenAt;
    engine.recovered();
  }

  /** Helps a picture that stands for no reason: by a seek, and where that does not help by a repair. */
  free(): void {
    const { engine, picture, edge, video, now } = this.#playback;
    const { attempt } = this.#playback.sources;
    if (!attempt || !engine || video.paused || attempt.ladder.outage || !picture.isThere) return;
    if (now() - picture.movedAt < pushAfter) return;
    if (mediaAhead(video) < 0.5 && (edge.behind(engine) ?? 0) < engine.patience) return this.#wake();
    const pushed = now() - this.#pushedAt;
    if (pushed < pushHelps) return;
    if (pushed < 2 * pushHelps) {
      picture.movedAt = now();
      this.#faults.mend(attempt, engine, {
        kind: 'media',
        reason: 'The picture stands although there is more to show.',
      });
    } else if (!video.seeking) {
      this.#pushedAt = now();
      const { currentTime: from } = video;
      if (edge.follows && engine.isLive) edge.jump(engine);
      else video.currentTime = from;
    }
  }

  #wake(): void {
    const { engine, picture, now } = this.#playback;
    if (now() - Math.max(picture.movedAt, this.#wokenAt) < wakeAfter) return;
    this.#wokenAt = now();
    engine?.wake();
  }
}
