// SPDX-License-Identifier: MIT
import type { EpochMs, ProgramTime } from '@vitrine/core';
import type { Engine, Quality, StartEngine } from './engines/engine.js';
import type { LadderOptions } from './engines/ladder.js';
import { Failover } from './failover.js';
import type { Publish } from './upkeep/frame-clock.js';
import { LazyUpkeep } from './lazy-upkeep.js';
import { LiveEdge } from './live-edge.js';
import { phaseOf, type PlayerPhase } from './phase.js';
import { isUnseen, Picture } from './picture.js';
import type { Remote } from './remote/remote.js';

export interface PlaybackOptions {
  readonly video: HTMLVideoElement;
  readonly start: StartEngine;
  /** The box of the picture in device pixels. */
  size(): { readonly width: number; readonly height: number };
  /** Something that can be read here has changed. */
  changed(): void;
  /** The picture is about to be taken away, to come back from another source: the last moment to keep a copy. */
  leaving(): void;
  readonly publish: Publish;
  /** The address of a source is refused: resolves when another was asked for, in vain or not. */
  renew(url: string): Promise<unknown>;
  readonly timing?: Omit<LadderOptions, 'changed'>;
}

/** Plays the best of some sources for as long as it is wanted, whatever happens on the way. */
export class Playback {
  quality: Quality = 'auto';
  readonly video: HTMLVideoElement;
  readonly edge: LiveEdge;
  readonly picture: Picture;
  readonly sources: Failover;
  readonly now: () => EpochMs;
  readonly renew: (url: string) => Promise<unknown>;
  /** Another screen, once one is found. */
  remote?: Remote | undefined;
  readonly #options: PlaybackOptions;
  readonly #upkeep: LazyUpkeep;
  /** Where to go on once the engine can seek; null: where the show is, or the start of a recording. */
  #resumeAt: ProgramTime | null = null;

  constructor(options: PlaybackOptions) {
    const { video, changed, start, size, leaving, timing, renew } = options;
    this.#options = options;
    this.renew = renew;
    this.video = video;
    this.now = timing?.now ?? Date.now;
    this.edge = new LiveEdge(video);
    const upkeep = (this.#upkeep = new LazyUpkeep(this, options.publish));
    const isUpset = (): boolean => upkeep.now?.pace.isUpset() ?? false;
    const heard = { changed, isUpset, seen: () => this.#seen(), ticked: () => this.#keep() };
    this.picture = new Picture(video, heard, this.now);
    this.sources = new Failover({
      options: () => {
        const { quality, remote } = this;
        return {
          video,
          start: remote?.start ?? start,
          timing,
          size,
          quality,
          lowLatency: quality !== 'saver',
          isResumed: this.#resumeAt !== null,
        };
      },
      beginning: () => {
        // (A recording begins at its start.)
        if (!this.edge.follows || this.engine?.isLive === false) this.#resumeAt ??= this.programTime;
        if (this.sources.attempt) leaving();
      },
      ended: () => this.picture.reset(),
      ready: (engine) => this.#ready(engine),
      moved: () => this.#keep(),
      away: (ladder, outage) => void upkeep.judge(ladder, outage),
      broke: (attempt, engine, fault) => void upkeep.mend(attempt, engine, fault),
      changed,
    });
  }

  get engine(): Engine | null {
    return this.sources.engine;
  }

  get phase(): PlayerPhase {
    return phaseOf(this.sources, this.picture);
  }

  get retryAt(): EpochMs | null {
    return this.phase === 'recovering' ? (this.sources.attempt?.ladder.retryAt ?? null) : null;
  }

  get programTime(): ProgramTime | null {
    return this.engine?.programTimeAt(this.video.currentTime) ?? null;
  }

  /** Begins to watch over the video; everything ends with the signal. */
  attach(signal: AbortSignal): void {
    this.picture.attach(signal);
    this.#upkeep.attach(signal);
    const back = (): void => this.#back();
    addEventListener('online', back, { signal });
    document.addEventListener('visibilitychange', back, { signal });
    signal.addEventListener('abort', () => this.setSources([]), { once: true });
  }

  /**
   * The URLs to try, best first.
   * @param isChosen the viewer wants the first, also where another plays
   */
  setSources(urls: readonly string[], isChosen = false): void {
    if (!isChosen && urls.join('\n') === this.sources.urls.join('\n')) return;
    if (urls.length === 0) {
      this.#resumeAt = null;
      this.picture.isBlocked = false;
      this.edge.follows = true;
    }
    this.sources.offer(urls, this.picture.wantsPlay, isChosen);
    if (urls.length === 0) this.#upkeep.clear();
  }

  setQuality(quality: Quality): void {
    const { attempt } = this.sources;
    const isOther = (quality === 'audio') !== (this.quality === 'audio');
    this.quality = quality;
    if (attempt && isOther) this.restart();
    else attempt?.engine?.setQuality(quality);
    this.#options.changed();
  }

  /** Starts anew what plays: nothing of the show is missed on the way. */
  restart(): void {
    this.#resumeAt ??= this.programTime;
    this.sources.begin(this.sources.attempt?.url);
  }

  async play(): Promise<void> {
    // Live without a window to rewind in: what was missed is gone.
    if (!this.picture.wantsPlay && !this.edge.canRewind(this.engine)) this.edge.follows = true;
    this.#upkeep.now?.rest.wake();
    if (!this.sources.attempt) this.sources.begin();
    await this.picture.play();
    this.#keep();
  }

  pause(): void {
    if (this.engine?.isLive && this.edge.canRewind(this.engine)) this.edge.follows = false;
    this.picture.pause();
  }

  retry(): void {
    if (this.picture.isBlocked) void this.play();
    else this.sources.retry();
  }

  goLive(): void {
    const { engine, edge } = this;
    edge.follows = true;
    this.#resumeAt = null;
    if (engine && (edge.behind(engine) ?? 0) > 1) edge.jump(engine);
    if (!this.picture.wantsPlay) void this.play();
    this.#options.changed();
  }

  /** Shows a moment of the show; what lies outside of what can be had is brought inside. */
  seek(to: ProgramTime): void {
    const { engine } = this;
    const time = engine?.mediaTimeAt(to) ?? null;
    if (time !== null) return this.seekTo(time);
    // (A stream that tells no dates has no such moment.)
    if (engine?.window) return;
    this.#resumeAt = to;
    this.edge.follows = false;
  }

  /** Shows a second of the video. */
  seekTo(time: number): void {
    const { engine } = this;
    const window = engine?.window;
    if (!engine || !window) return;
    if (engine.isLive && time >= window.end - 1) return this.goLive();
    this.edge.follows = !engine.isLive;
    this.video.currentTime = Math.min(Math.max(time, window.start), window.end);
    this.#keep();
  }

  #ready(engine: Engine): void {
    const at = this.#resumeAt;
    this.#resumeAt = null;
    const time = at === null ? null : engine.mediaTimeAt(at);
    const { follows } = this.edge;
    if (time !== null) this.seekTo(time);
    this.edge.follows ||= follows || (at !== null && time === null);
    this.#options.changed();
  }

  #keep(): void {
    this.#upkeep.keep();
    this.#options.changed();
  }

  #seen(): void {
    this.sources.seen();
    void this.#upkeep.fetch();
    this.#keep();
  }

  /** The network, the page or the viewer is back, or has gone. */
  #back(): void {
    this.engine?.setQuality(isUnseen() ? 'saver' : this.quality);
    if (document.hidden) return;
    this.#upkeep.now?.rest.wake();
    this.sources.attempt?.ladder.tryNow();
    this.picture.goOn();
    this.#keep();
  }
}
