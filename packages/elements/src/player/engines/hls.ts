// SPDX-License-Identifier: MIT
import type { Ms, ProgramTime } from '@vitrine/core';
import type Hls from 'hls.js';
import type {
  ErrorController,
  ErrorData,
  Events,
  Fragment,
  GapController,
  LevelDetails,
  LevelUpdatedData,
} from 'hls.js';
import { Distance } from './distance.js';
import type { EarlySource } from './early-source.js';
import type { Engine, EngineFault, EngineOptions, Quality, Rendition, Span } from './engine.js';
import { recallParts } from './forgotten-parts.js';
import { hlsSettings, longestBuffer } from './hls-settings.js';
import { fullLibrary, lightLibrary } from './library.js';
import type { LostMedia } from './lost-media.js';
import { mendLostSeeks } from './lost-seek.js';
import { rememberLine } from './opening.js';
import { patientGaps } from './patient-gaps.js';
import type { Prefetch } from './prefetch.js';
import { forgive, secondChances } from './second-chances.js';
import { ShowTime } from './show-time.js';

/** Errors of hls.js after which nothing helps: a list that is none, and codecs that are not played here. */
const unplayable = /^manifestParsing|Codecs?Error$/;

/** Seconds by which media may begin behind where it should. */
const tolerance = 0.2;

/** hls.js: its light build, or all of it where the stream needs that. */
export class HlsEngine implements Engine {
  readonly #options: EngineOptions;
  readonly #prefetch: Prefetch;
  readonly #source: EarlySource;
  readonly #time = new ShowTime(() => this.#details);
  #hls: Hls | null = null;
  #distance: Distance | null = null;
  #lost: LostMedia | null = null;
  #quality: Quality;
  /** The first segment is being loaded. */
  #isOpening = false;

  constructor(options: EngineOptions, prefetch: Prefetch, source: EarlySource) {
    this.#options = options;
    this.#prefetch = prefetch;
    this.#source = source;
    this.#quality = options.quality;
    void this.#start();
  }

  get #details(): LevelDetails | null {
    return this.#hls?.latestLevelDetails ?? null;
  }

  /** With the one that is being made. */
  get #segments(): readonly Fragment[] {
    const { fragments = [], fragmentHint } = this.#details ?? {};
    return fragmentHint ? [...fragments, fragmentHint] : fragments;
  }

  get isLive(): boolean {
    return this.#details?.live === true;
  }

  get window(): Span | null {
    const details = this.#details;
    if (!details) return null;
    return { start: details.fragmentStart, end: this.livePosition ?? details.edge };
  }

  get livePosition(): number | null {
    return this.isLive ? (this.#hls?.liveSyncPosition ?? null) : null;
  }

  get latency(): Ms | null {
    return this.isLive && this.#hls ? Math.round(this.#hls.latency * 1000) : null;
  }

  get patience(): number {
    return Math.max(3, 1.5 * (this.#details?.targetduration ?? 0));
  }

  /** (At 0 a live picture is where nobody has put it yet.) */
  get isPlacing(): boolean {
    return this.isLive && this.#options.video.currentTime === 0;
  }

  get renditions(): readonly Rendition[] {
    return this.#hls?.levels ?? [];
  }

  programTimeAt(mediaTime: number): ProgramTime | null {
    // (What was appended before the list was read is dated by whoever did that.)
    const { began } = this.#source;
    return this.#details ? this.#time.programTimeAt(mediaTime) : began && began + mediaTime * 1000;
  }

  mediaTimeAt(programTime: ProgramTime): number | null {
    return this.#time.mediaTimeAt(programTime);
  }

  setQuality(quality: Quality): void {
    this.#quality = quality;
    const hls = this.#hls;
    if (!hls || hls.levels.length === 0) return;
    const index =
      quality === 'saver' || quality === 'audio' ? 0 : hls.levels.findIndex(({ height }) => height === quality);
    if (index !== hls.manualLevel) hls.nextLevel = index;
  }

  leave(list: string): void {
    const hls = this.#hls;
    if (!hls) return;
    hls.stopLoad();
    hls.removeLevel(hls.levels.findIndex(({ uri }) => uri === list));
    this.wake();
    // What is left is numbered anew: hls.js would take what it has of the one before for this one's, and not load it.
    hls.trigger('hlsBufferFlushing' as Events.BUFFER_FLUSHING, { startOffset: 0, endOffset: Infinity, type: null });
  }

  rest(): void {
    this.#hls?.stopLoad();
  }

  wake(): void {
    this.#hls?.startLoad(-1, true);
  }

  recovered(): void {
    this.#distance?.forgive();
  }

  repair(): void {
    const hls = this.#hls;
    this.#emptied();
    this.#lost?.stepOver(this.#segments, forgive);
    hls?.recoverMediaError();
    // It does not load again where a second fault came before the first was repaired, and the video stands at 0.
    if (!hls?.loadingEnabled) hls?.startLoad();
  }

  destroy(): void {
    rememberLine(this.#hls?.bandwidthEstimate ?? 0);
    this.#hls?.destroy();
    this.#hls = this.#distance = null;
  }

  async #start(): Promise<void> {
    const { ladder, listener, signal, url } = this.#options;
    try {
      const multivariant = await this.#prefetch.multivariant;
      await this.#source.begun;
      for (;;) {
        const module = await (multivariant?.needsAll ? fullLibrary() : lightLibrary()).catch(() => null);
        if (signal.aborted) return;
        if (module) return this.#run(module.default);
        await ladder.failed('master', url, 0, signal);
      }
    } catch (error) {
      if (!signal.aborted) listener.fault({ kind: 'unplayable', reason: String(error) });
    }
  }

  #run(Library: typeof Hls): void {
    const { video, url, listener, signal } = this.#options;
    if (!Library.isSupported())
      return listener.fault({ kind: 'unplayable', reason: 'Media Source Extensions without H.264.' });
    const gapController = patientGaps(Library.DefaultConfig.gapController as typeof GapController, video);
    const errorController = secondChances(
      Library.DefaultConfig.errorController as typeof ErrorController,
      () => this.#segments,
    );
    const settings = hlsSettings(this.#options, this.#prefetch);
    const hls = (this.#hls = new Library({ ...settings, gapController, errorController }));
    const distance = (this.#distance = new Distance(hls));
    const { Events } = Library;
    hls.on(Events.MANIFEST_PARSED, () => {
      const index = hls.levels.findIndex(({ uri }) => uri === this.#prefetch.variant?.url);
      if (index >= 0) hls.startLevel = index;
      if (this.#quality !== 'auto') this.setQuality(this.#quality);
    });
    let isReady = false;
    let newest: LevelUpdatedData | null = null;
    hls.on(Events.LEVEL_UPDATED, (_event, data) => {
      const { details } = data;
      if (isRestarted(newest, data)) return listener.fault({ kind: 'restarted', reason: details.url });
      newest = data;
      distance.settle(data);
      recallParts(details.partList ?? [], video.buffered);
      if (!isReady) {
        listener.ready();
        // The first picture need not wait for the last of a segment: hls.js is told to take it in pieces, and only that
        // one, in whole fragments (it would hold back the last of those it cuts itself). Parts are pieces already.
        this.#isOpening = !!details.fragments[0]?.initSegment && !(hls.lowLatencyMode && details.partList);
        hls.config.progressive = this.#isOpening;
      }
      isReady = true;
      listener.moved();
    });
    hls.on(Events.BUFFER_APPENDING, (_event, data) => this.#time.learn(data));
    hls.on(Events.FRAG_LOADING, (_event, { frag }) => (hls.config.progressive &&= frag.sn === 'initSegment'));
    hls.on(Events.BUFFER_APPENDED, () => this.#isOpening && this.#begin(hls));
    hls.on(Events.FRAG_BUFFERED, () => (this.#isOpening = false));
    hls.on(Events.ERROR, (_event, data) => {
      // Afterwards: when all have heard of it, hls.js stops loading, also what was begun anew meanwhile.
      if (data.fatal) queueMicrotask(() => this.#hls && listener.fault(faultOf(data)));
      else if (data.details.startsWith('bufferStalled')) distance.stalled();
      else if (data.details.endsWith('RequiresReset')) this.#emptied();
      else if (data.frag && data.details.endsWith('NoProgress')) void this.#lose(data.frag);
    });
    video.addEventListener('waiting', () => this.#starved(), { signal });
    mendLostSeeks(video, signal);
    // More only when there is a picture: what comes after it would be in its way.
    const more = (): unknown => (hls.config.maxMaxBufferLength = longestBuffer);
    if (video.readyState > 1) more();
    else video.addEventListener('loadeddata', more, { once: true, signal });
    hls.attachMedia(this.#source.take() ?? video);
    hls.loadSource(url);
  }

  /** Goes to where a live show begins as soon as that is there; hls.js goes when it has the whole segment. */
  #begin({ startPosition }: Hls): void {
    const { video } = this.#options;
    const { buffered, currentTime, seeking } = video;
    if (seeking || buffered.length === 0) return;
    const start = Math.max(startPosition, buffered.start(0));
    // (A hole of a frame at the very beginning is the browser's to step over: WebKit's GStreamer port, sent elsewhere while
    // it prepares a picture, may stop for good.)
    const isElsewhere = start - currentTime > tolerance;
    if (isElsewhere && start - startPosition < tolerance && buffered.end(0) > start + tolerance)
      video.currentTime = start;
  }

  /** The decoder is emptied: caches may hold what it failed over, and the line is not to blame for the stalls to come. */
  #emptied(): void {
    this.#options.ladder.suspect();
    this.#distance?.excuse();
  }

  /** A segment was appended and nothing arrived. */
  async #lose(segment: Fragment): Promise<void> {
    const { video } = this.#options;
    const part = await import('./lost-media.js').catch(() => null);
    if (!part) return;
    this.#lost ??= new part.LostMedia(video);
    this.#lost.add(segment);
    if (video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) this.#starved();
  }

  #starved(): void {
    if (this.#lost?.near == null) return;
    this.#options.listener.fault({ kind: 'media', reason: 'Appended media did not arrive.' });
  }
}

/** The same list goes on before where it began: the origin has lost its place, or another has taken over. */
function isRestarted(before: LevelUpdatedData | null, { level, details }: LevelUpdatedData): boolean {
  return details.live && before?.level === level && details.endSN < before.details.startSN;
}

function faultOf({ type, details, error }: ErrorData): EngineFault {
  const reason = `${details}: ${error.message}`;
  if (unplayable.test(details)) return { kind: 'unplayable', reason };
  return { kind: (type as string) === 'networkError' ? 'network' : 'media', reason };
}
