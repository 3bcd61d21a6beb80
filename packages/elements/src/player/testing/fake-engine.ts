// SPDX-License-Identifier: MIT
import type { Engine, EngineFault, EngineOptions, Quality, Rendition, Span, StartEngine } from '../engines/engine.js';

/** An engine that plays nothing: a test tells it what it would have met, and reads what was asked of it. */
export class FakeEngine implements Engine {
  isLive = true;
  window: Span | null = { start: 0, end: 100 };
  livePosition: number | null = 100;
  latency: number | null = 2000;
  patience = 3;
  renditions: readonly Rendition[] = [
    { height: 360, bitrate: 400_000, uri: 'https://example.test/low.m3u8' },
    { height: 720, bitrate: 1_500_000, uri: 'https://example.test/high.m3u8' },
  ];
  /** The moment of the show at second 0. */
  began = 0;
  readonly calls: string[] = [];
  readonly options: EngineOptions;

  constructor(options: EngineOptions) {
    this.options = options;
  }

  programTimeAt(mediaTime: number): number | null {
    return this.began + mediaTime * 1000;
  }

  mediaTimeAt(programTime: number): number | null {
    return (programTime - this.began) / 1000;
  }

  setQuality(quality: Quality): void {
    this.calls.push(`quality ${quality}`);
  }

  leave(list: string): void {
    this.calls.push(`leave ${list}`);
    this.renditions = this.renditions.filter(({ uri }) => uri !== list);
  }

  rest(): void {
    this.calls.push('rest');
  }

  wake(): void {
    this.calls.push('wake');
  }

  recovered(): void {
    this.calls.push('recovered');
  }

  repair(): void {
    this.calls.push('repair');
  }

  destroy(): void {
    this.calls.push('destroy');
  }

  ready(): void {
    this.options.listener.ready();
  }

  fault(kind: EngineFault['kind']): void {
    this.options.listener.fault({ kind, reason: 'made by a test' });
  }

  /** A request fails as often as it is tried, until the signal of the test aborts. */
  async refuse(status: number, signal: AbortSignal): Promise<void> {
    const { ladder, url } = this.options;
    const either = new AbortController();
    for (const one of [signal, this.options.signal]) one.addEventListener('abort', () => either.abort());
    try {
      while (!either.signal.aborted) await ladder.failed('playlist', url, status, either.signal);
    } catch {
      // The outage or the engine has ended.
    }
    ladder.worked('playlist');
  }
}

/** Makes fake engines and keeps them, the newest last. */
export class FakeEngines {
  readonly made: FakeEngine[] = [];

  readonly start: StartEngine = (options) => {
    const engine = new FakeEngine(options);
    this.made.push(engine);
    return Promise.resolve(engine);
  };

  get last(): FakeEngine {
    const engine = this.made.at(-1);
    if (!engine) throw new Error('No engine was made yet.');
    return engine;
  }

  get urls(): string[] {
    return this.made.map(({ options }) => options.url);
  }
}
