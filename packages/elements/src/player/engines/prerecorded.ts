// SPDX-License-Identifier: MIT
import type { Ms, ProgramTime, Room, StreamInfo } from '@vitrine/core';
import type { Engine, Quality, Rendition, Span } from './engine.js';

/** Seconds by which a viewer may be late or early before a jump; a recording is at hand, so little is lost by one. */
const patience = 3;
/** Viewers stay this far behind what is on, in ms: what is said and pinned now reaches them before its frame does. */
const cushion: Ms = 1000;

/** A show whose sources are recordings: their first picture is the moment it began, whatever dates they carry. */
export class PrerecordedShow {
  /** The moment that is on; null once each watches for themselves. */
  readonly liveEdge: () => ProgramTime | null;
  readonly #startedAt: () => ProgramTime;

  constructor(startedAt: () => ProgramTime, liveEdge: () => ProgramTime | null) {
    this.#startedAt = startedAt;
    this.liveEdge = liveEdge;
  }

  /** The moment of its first picture. */
  get startedAt(): ProgramTime {
    return this.#startedAt();
  }

  /** How far before the end of a recording of some length it is on, in seconds; of what is over there is the last picture. */
  behind(length: number): number {
    const edge = this.liveEdge();
    return edge === null ? Infinity : Math.max(1, length - (edge - cushion - this.startedAt) / 1000);
  }

  play(engine: Engine, video: HTMLVideoElement): Engine {
    return new PrerecordedEngine(engine, video, this);
  }
}

/** The show of a room; null where the back end does not tell when it began. */
export function showIn(room: Room): PrerecordedShow | null {
  const told = (): StreamInfo | null => room.store.state.stream.info;
  const first = told()?.startedAt;
  if (first === undefined) return null;
  return new PrerecordedShow(
    () => told()?.startedAt ?? first,
    () => (told()?.phase === 'replay' ? null : room.liveEdge()),
  );
}

/**
 * A recording as a show: dated from the moment it began, and live for as long as the show is on. Nobody sees what is to
 * come; who comes late comes in the middle, and can go back.
 */
class PrerecordedEngine implements Engine {
  readonly patience: number = patience;
  readonly lead: number = patience;
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
    const time = edge === null ? null : this.mediaTimeAt(edge - cushion);
    return window && time !== null ? Math.min(Math.max(time, window.start), window.end) : null;
  }

  get latency(): Ms | null {
    const edge = this.#show.liveEdge();
    return edge === null ? null : Math.round(edge - this.programTimeAt(this.#video.currentTime));
  }

  get renditions(): readonly Rendition[] {
    return this.#engine.renditions;
  }

  programTimeAt(mediaTime: number): ProgramTime {
    // (Its first picture is at 0 before its list is here.)
    return this.#show.startedAt + (mediaTime - (this.#engine.window?.start ?? 0)) * 1000;
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
