// SPDX-License-Identifier: MIT
import type { EpochMs, Ms, PlayheadSource, Room } from '@vitrine/core';
import type { RequestKind } from '../engines/ladder.js';
import { mediaAhead } from '../live-edge.js';
import type { PlayerPhase } from '../phase.js';
import type { Playback } from '../playback.js';

/** How a player is doing: what it measures of itself, for dashboards and for the overlay of `?vitrine-debug`. */
export interface PlayerVitals {
  readonly phase: PlayerPhase;
  /** What plays: Media Source Extensions, or the browser by itself. Null before a source. */
  readonly engine: 'media-source' | 'native' | null;
  /** How far the picture is behind the show, in ms; null when it is not live or not known. */
  readonly latency: Ms | null;
  /** How much is there to play on with, in ms. */
  readonly buffer: Ms;
  /** Size of the picture, in its own pixels; null before the first. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Bits per second the stream states for what is shown; null where it does not say. */
  readonly bitrate: number | null;
  readonly speed: number;
  /** Frames since the source was attached, and how many of them were too late to be shown. */
  readonly frames: { readonly total: number; readonly dropped: number };
  /** How often the picture stood since the first one, and for how long in all, in ms. */
  readonly stalls: { readonly count: number; readonly lasted: Ms };
  /** Where the moment of the show on the screen is read from; null outside of a room. */
  readonly clock: PlayheadSource | null;
  /** A kind of request that does not get through now, with the HTTP status of the last try (0: nothing answered). */
  readonly outage: {
    readonly kind: RequestKind;
    readonly status: number;
    readonly tries: number;
    readonly since: EpochMs;
  } | null;
  /** Code of the error that the viewer is told of. */
  readonly error: string | null;
}

declare module '@vitrine/core' {
  interface Facts {
    /** How the player that speaks for the room is doing: every ten seconds, and when its picture stops or goes on. */
    'player:vitals': PlayerVitals;
  }
}

/** What is looked at of a player. */
export interface Patient extends EventTarget {
  readonly phase: PlayerPhase;
  readonly latency: Ms | null;
}

const every: Ms = 10_000;

const stands = (phase: PlayerPhase): boolean => phase === 'stalled' || phase === 'recovering';

/** Watches over a player from its first picture on. */
export class Vitals {
  readonly #room: Room | null;
  readonly #player: Patient;
  readonly #playback: Playback;
  #phase: PlayerPhase;
  #count = 0;
  #lasted: Ms = 0;
  #stoodSince: EpochMs | null = null;

  /** @param room the room to tell; null for a player by itself */
  constructor(room: Room | null, player: Patient, playback: Playback) {
    this.#room = room;
    this.#player = player;
    this.#playback = playback;
    this.#phase = player.phase;
  }

  /** Counts, and tells the room, until the signal aborts. */
  start(signal: AbortSignal): void {
    this.#player.addEventListener('vitrine-player-change', () => this.#look(), { signal });
    const timer = setInterval(() => this.#tell(), every);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
    this.#tell();
  }

  read(): PlayerVitals {
    const { video, engine, sources } = this.#playback;
    const { videoWidth: width, videoHeight: height, playbackRate: speed } = video;
    // (Not in every WebKit.)
    const quality = (video as Partial<HTMLVideoElement>).getVideoPlaybackQuality?.();
    const outage = sources.attempt?.ladder.outage;
    return {
      phase: this.#player.phase,
      engine: engine && (engine.renditions.length > 0 ? 'media-source' : 'native'),
      latency: this.#player.latency,
      buffer: Math.round(mediaAhead(video) * 1000),
      size: width > 0 ? { width, height } : null,
      bitrate: engine?.renditions.find((rendition) => rendition.height === height)?.bitrate ?? null,
      speed,
      frames: { total: quality?.totalVideoFrames ?? 0, dropped: quality?.droppedVideoFrames ?? 0 },
      stalls: { count: this.#count, lasted: this.#lasted + this.#standing },
      clock: this.#room?.playhead.now().source ?? null,
      outage: outage ? { kind: outage.kind, status: outage.status, tries: outage.tries, since: outage.since } : null,
      error: sources.error?.code ?? null,
    };
  }

  get #standing(): Ms {
    return this.#stoodSince === null ? 0 : this.#playback.now() - this.#stoodSince;
  }

  #look(): void {
    const { phase } = this.#player;
    if (phase === this.#phase) return;
    const before = this.#phase;
    this.#phase = phase;
    // From stalled to recovering it is one and the same.
    if (stands(phase) === stands(before) && phase !== 'failed') return;
    this.#lasted += this.#standing;
    this.#stoodSince = stands(phase) ? this.#playback.now() : null;
    if (stands(phase)) this.#count++;
    this.#tell();
  }

  #tell(): void {
    this.#room?.bus.emit('player:vitals', this.read());
  }
}
