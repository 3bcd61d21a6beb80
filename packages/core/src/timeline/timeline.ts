// SPDX-License-Identifier: MIT
import { keepIn, type Lifetime } from '../bus/lifetime.js';
import type { Ms, ProgramTime } from '../model/index.js';
import type { Clock } from './clock.js';
import { Playhead } from './playhead.js';
import { trackOf, type GatedTrack, type Moment, type Track, type TrackOptions } from './track.js';

/** What the back end says of the stream's clock. */
export interface StreamClock {
  /** Encoder's clock minus the back end's clock, in ms. */
  readonly encoderOffset: Ms;
  /** How far a typical viewer is behind the encoder, in ms; used where no player tells. */
  readonly latency: Ms;
  /** Whether `encoderOffset` was told by the back end, or is merely assumed to be 0. */
  readonly isTold: boolean;
}

/** Runs a task later and returns how to call it off. */
export type Schedule = (run: () => void, ms: Ms) => () => void;

export interface TimelineOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly monotonic?: () => number;
  readonly schedule?: Schedule;
}

const defaultSchedule: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** The longest sleep between looks at the playhead while something waits: clocks drift and tabs sleep. */
const longestSleep: Ms = 1000;

/**
 * The one place that knows viewers lag behind the host. It holds what must match the picture and reduces it to state
 * when the playhead gets there, on joining, in DVR, after a seek and in a replay alike.
 */
export class Timeline {
  /** The moment this viewer sees; players publish here. */
  readonly playhead: Playhead;
  readonly #clock: Clock;
  readonly #schedule: Schedule;
  readonly #signal: AbortSignal;
  readonly #tracks = new Set<Pick<Track<unknown, Moment>, 'advance'>>();
  #stream: StreamClock = { encoderOffset: 0, latency: 0, isTold: false };
  #cancel: (() => void) | undefined;

  constructor({ clock, signal, monotonic, schedule = defaultSchedule }: TimelineOptions) {
    this.#clock = clock;
    this.#schedule = schedule;
    this.#signal = signal;
    this.playhead = new Playhead(
      () => ({
        programTime: this.liveEdge() - this.#stream.latency,
        source: this.#stream.isTold ? 'adapter' : 'wall',
      }),
      monotonic,
    );
    this.playhead.onMove(() => this.#advance(), { signal });
    signal.addEventListener('abort', () => this.#cancel?.());
  }

  /** The moment this viewer sees now. */
  now(): ProgramTime {
    return this.playhead.now().programTime;
  }

  /** The moment the encoder is at now: what an event made this instant is stamped with. */
  liveEdge(): ProgramTime {
    return this.#clock.now() + this.#stream.encoderOffset;
  }

  setStreamClock(stream: StreamClock): void {
    this.#stream = stream;
    this.#advance();
  }

  /** Holds events of one kind. The track ends with the signal. */
  track<S, E extends Moment>(options: TrackOptions<S, E>, lifetime: Lifetime): GatedTrack<S, E> {
    const track = trackOf(
      options,
      () => this.now(),
      () => this.#advance(),
    );
    keepIn(this.#tracks, track, lifetime);
    return track;
  }

  #advance(): void {
    if (this.#signal.aborted) return;
    const { programTime, source } = this.playhead.now();
    let next = Infinity;
    for (const track of this.#tracks) next = Math.min(next, track.advance(programTime));
    this.#cancel?.();
    // Painted frames call by themselves; a timer beside them would only spin while the picture is paused.
    const wait = source === 'frame' ? longestSleep : Math.min(next - programTime, longestSleep);
    this.#cancel = next === Infinity ? undefined : this.#schedule(() => this.#advance(), wait);
  }
}
