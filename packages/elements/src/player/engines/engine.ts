// SPDX-License-Identifier: MIT
import type { Ms, ProgramTime, Room } from '@vitrine/core';
import type { Ladder } from './ladder.js';

/** One quality of the picture. */
export interface Rendition {
  readonly height: number;
  /** Bits per second. */
  readonly bitrate: number;
  /** Where its list is. */
  readonly uri: string;
}

/**
 * `auto` adapts, `saver` stays at the lowest, a number is the height the viewer chose. `audio` is sound alone, where the
 * stream has it so, else the lowest.
 */
export type Quality = 'auto' | 'saver' | 'audio' | number;

/** Why an engine cannot go on by itself. Requests that fail are no fault: the ladder tries them again for ever. */
export interface EngineFault {
  /**
   * `network`: loading stopped and must be started again. `media`: the decoder or the buffer failed.
   * `restarted`: the origin counts anew, and nothing that was known of the stream is true any more.
   * `unplayable`: this browser cannot play what the source holds.
   */
  readonly kind: 'network' | 'media' | 'restarted' | 'unplayable';
  /** For the console: what the engine said. */
  readonly reason: string;
}

/** What an engine tells. */
export interface EngineListener {
  /** It is known whether the stream is live, and which renditions and captions there are. */
  ready(): void;
  /** A playlist came: the live edge, the window or the way from media time to the show's clock may have moved. */
  moved(): void;
  fault(fault: EngineFault): void;
}

export interface EngineOptions {
  readonly video: HTMLVideoElement;
  readonly url: string;
  /** Holds a failed request until it may be tried again. */
  readonly ladder: Ladder;
  /** Whether to play at the tip of a low-latency stream. */
  readonly lowLatency: boolean;
  readonly quality: Quality;
  /** It will be sent to another moment than where the stream begins: nothing is to be shown before. */
  readonly isResumed?: boolean;
  /** Whose show it is; a stream by itself has none. */
  readonly room?: Room | null;
  /** The box of the picture in device pixels: nothing larger is loaded. It may not be known before the renditions are. */
  size(): { readonly width: number; readonly height: number };
  readonly listener: EngineListener;
  /** Aborts when the engine is not wanted any more. */
  readonly signal: AbortSignal;
}

/** Seconds on the clock of the video element. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What plays one source in one video element. Made by {@link StartEngine}, ended by `destroy`. */
export interface Engine {
  readonly isLive: boolean;
  /** What can be sought to; null until it is known. */
  readonly window: Span | null;
  /** Where a viewer of the live show should be now, in seconds of the video; it moves with the clock. Null if not live. */
  readonly livePosition: number | null;
  /** How far the picture is behind the newest media, in ms; null if not live. */
  readonly latency: Ms | null;
  /** How far behind the live position a viewer may fall before it is better to jump, in seconds. */
  readonly patience: number;
  /** How far before it a viewer may get before it is better to jump, in seconds; absent where nobody can. */
  readonly lead?: number;
  /** It is about to put the picture in its place: nobody else is to move it. */
  readonly isPlacing?: boolean;
  readonly renditions: readonly Rendition[];
  /** The moment of the show at a second of the video, exact to the frame where the stream says so, else null. */
  programTimeAt(mediaTime: number): ProgramTime | null;
  mediaTimeAt(programTime: ProgramTime): number | null;
  setQuality(quality: Quality): void;
  /** Does without the rendition of that list from now on. */
  leave(list: string): void;
  /** Loads nothing while nobody looks. */
  rest(): void;
  /** Loads again, from the newest playlist. Also the answer to a `network` fault. */
  wake(): void;
  /** The outage is over: forget what was learnt from its stalls. */
  recovered(): void;
  /** Empties and refills the decoder after a `media` fault. */
  repair(): void;
  destroy(): void;
}

/** Starts to load at once; resolves when the engine itself is there. Rejects only when the signal aborts. */
export type StartEngine = (options: EngineOptions) => Promise<Engine>;
