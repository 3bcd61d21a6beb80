// SPDX-License-Identifier: MIT
import type { Ms, Room } from '@vitrine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { everySecond } from '../shared/ticker.js';
import { delayOf, type PreviewPlayer } from './preview-player.js';

export type Verdict = 'good' | 'fair' | 'poor' | 'unknown';

interface Sample {
  readonly taken: number;
  readonly delay: Ms | null;
  readonly stands: boolean;
  readonly frames: number;
  readonly dropped: number;
  /** Samples whose frames were counted in one go. */
  readonly run: number;
}

export interface HealthLink {
  room(): Room | null;
  player(): PreviewPlayer | null;
}

const kept = 60;
/** How long a stall is remembered. */
const memory: Ms = 30_000;
const recent: Ms = 10_000;
/** Viewers this much later than at the best moment of the last minute. */
const lateness: Ms = 3000;
/** A busy desk drops some frames of its own, which no viewer misses. */
const mostDropped = 0.1;

/** Looks at the preview once a second, as one viewer among all, and says how the stream does. */
export class Health implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #link: HealthLink;
  #samples: readonly Sample[] = [];
  #height = 0;
  #life: AbortController | null = null;

  constructor(host: ReactiveControllerHost, link: HealthLink) {
    this.#host = host;
    this.#link = link;
    host.addController(this);
  }

  hostConnected(): void {
    this.#life = new AbortController();
    everySecond(() => {
      this.look();
      this.#host.requestUpdate();
    }, this.#life);
  }

  hostDisconnected(): void {
    this.#life?.abort();
    this.#life = null;
    this.#samples = [];
  }

  get delay(): Ms | null {
    const room = this.#link.room();
    return room && delayOf(room, this.#link.player());
  }

  /** Delays of the last minute, oldest first. */
  get delays(): readonly Ms[] {
    return this.#samples.flatMap(({ delay }) => (delay === null ? [] : [delay]));
  }

  /** Lines of the picture; 0 while there is none. */
  get height(): number {
    return this.#height;
  }

  /** Frames a second over the last seconds; null while that is not known. */
  get framesPerSecond(): number | null {
    const [first, last] = this.#ends();
    return first && last && last.frames > first.frames
      ? ((last.frames - first.frames) * 1000) / (last.taken - first.taken)
      : null;
  }

  /** The share of frames that came too late to be shown, 0 to 1. */
  get dropped(): number | null {
    const [first, last] = this.#ends();
    return first && last && last.frames > first.frames
      ? (last.dropped - first.dropped) / (last.frames - first.frames)
      : null;
  }

  get verdict(): Verdict {
    const last = this.#samples.at(-1);
    if (!last) return 'unknown';
    if (last.stands) return 'poor';
    if (last.frames === 0 && last.delay === null) return 'unknown';
    const hasStood = this.#samples.some(({ stands, taken }) => stands && taken > last.taken - memory);
    const isLate = last.delay !== null && last.delay > Math.min(...this.delays) + lateness;
    return hasStood || isLate || (this.dropped ?? 0) > mostDropped ? 'fair' : 'good';
  }

  /** Takes one sample. */
  look(): void {
    const player = this.#link.player();
    const video = player?.video;
    // Where it is not drawn, behind another tab of the console, every frame counts as dropped.
    const quality = video && video.clientWidth > 0 ? video.getVideoPlaybackQuality() : null;
    const last = this.#samples.at(-1);
    const taken = performance.now();
    const frames = quality?.totalVideoFrames ?? 0;
    const run = last?.run ?? 0;
    const sample: Sample = {
      taken,
      delay: player?.hasPicture ? this.delay : null,
      stands: player?.phase === 'stalled' || player?.phase === 'recovering' || player?.phase === 'failed',
      frames,
      dropped: quality?.droppedVideoFrames ?? 0,
      // Another video counts from the beginning.
      run: last && (frames < last.frames || last.frames === 0) ? run + 1 : run,
    };
    this.#height = player?.hasPicture ? (video?.videoHeight ?? 0) : 0;
    // What was before a sleep says nothing of now.
    const goesOn = last !== undefined && taken - last.taken < 3000;
    this.#samples = goesOn ? [...this.#samples, sample].slice(-kept) : [sample];
  }

  #ends(): readonly [Sample | undefined, Sample | undefined] {
    const last = this.#samples.at(-1);
    const isOld = ({ taken, run }: Sample): boolean => !last || run !== last.run || taken < last.taken - recent;
    return [this.#samples.find((sample) => !isOld(sample) && sample !== last), last];
  }
}
