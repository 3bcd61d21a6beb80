// SPDX-License-Identifier: MIT
import type { Ms, ProgramTime, Room } from '@vitrine/core';
import type { Engine, Quality, Rendition, Span } from './engine.js';

/** Seconds by which a viewer may be late before a jump; a recording is at hand, so little is lost by one. */
const patience = 3;

/** A show whose sources are recordings: their first picture is the moment it began, whatever dates they carry. */
export class PrerecordedShow {
  readonly startedAt: ProgramTime;
  /** The moment everybody sees; null once each watches for themselves. */
  readonly liveEdge: () => ProgramTime | null;

  constructor(startedAt: ProgramTime, liveEdge: () => ProgramTime | null) {
    this.startedAt = startedAt;
    this.liveEdge = liveEdge;
  }

  /** How far before the end of a recording of some length it is on, in seconds; of what is over there is the last picture. */
  behind(length: number): number {
    const edge = this.liveEdge();
    return edge === null ? Infinity : Math.max(1, length - (edge - this.startedAt) / 1000);
  }

  play(engine: Engine, video: HTMLVideoElement): Engine {
    return new PrerecordedEngine(engine, video, this);
  }
}

/** The show of a room; null where the back end does not tell when it began. */
export function showIn(room: Room): PrerecordedShow | null {
  const startedAt = room.store.state.stream.info?.startedAt;
  const liveEdge = (): ProgramTime | null =>
    room.store.state.stream.info?.phase === 'replay' ? null : room.liveEdge();
  return startedAt === undefined ? null : new PrerecordedShow(startedAt, liveEdge);
}

/**
 * A recording as a show: dated from the moment it began, and live for as long as the show is on. Nobody sees what is to
 * come; who comes late comes in the middle, and can go back.
 */
class PrerecordedEngine implements Engine {
  readonly patience: number = patience;
  readonly #engine: Engine;
  readonly #video: HTMLVideoElement;
  readonly #show: PrerecordedShow;

  constructor(engine: Engine, video: HTMLVideoElement, show: PrerecordedShow) {
    this.#engine = engine;
    this.#video = video;
    this.#show = show;
  }

  get isLive(): boolean {
    return this.#show.liveEdge() !== null;
  }

  get window(): Span | null {
    const { window } = this.#engine;
    return window && { start: window.start, end: this.livePosition ?? window.end };
  }

  get livePosition(): number | null {
    const { window } = this.#engine;
    const edge = this.#show.liveEdge();
    const time = edge === null ? null : this.mediaTimeAt(edge);
    return window && time !== null ? Math.min(Math.max(time, window.start), window.end) : null;
  }

  get latency(): Ms | null {
    const position = this.livePosition;
    return position === null ? null : Math.round((position - this.#video.currentTime) * 1000);
  }

  get renditions(): readonly Rendition[] {
    return this.#engine.renditions;
  }

  programTimeAt(mediaTime: number): ProgramTime | null {
    const { window } = this.#engine;
    return window && this.#show.startedAt + (mediaTime - window.start) * 1000;
  }

  mediaTimeAt(programTime: ProgramTime): number | null {
    const { window } = this.#engine;
    return window && window.start + (programTime - this.#show.startedAt) / 1000;
  }

  setQuality(quality: Quality): void {
    this.#engine.setQuality(quality);
  }

  leave(list: string): void {
    this.#engine.leave(list);
  }

  rest(): void {
    this.#engine.rest();
  }

  wake(): void {
    this.#engine.wake();
  }

  recovered(): void {
    this.#engine.recovered();
  }

  repair(): void {
    this.#engine.repair();
  }

  destroy(): void {
    this.#engine.destroy();
  }
}
