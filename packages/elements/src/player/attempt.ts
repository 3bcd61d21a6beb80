// SPDX-License-Identifier: MIT
import type { Engine, EngineFault, EngineOptions, StartEngine } from './engines/engine.js';
import { Ladder, type LadderOptions } from './engines/ladder.js';

export interface AttemptListener {
  /** It is known whether the stream is live. */
  ready(engine: Engine): void;
  /** The live edge or the show's clock may have moved. */
  moved(engine: Engine): void;
  /** A request failed, got through, or waits for its next try. */
  faltered(ladder: Ladder): void;
  /** The engine cannot go on by itself. */
  broke(engine: Engine, fault: EngineFault): void;
}

export interface AttemptOptions extends Omit<EngineOptions, 'ladder' | 'listener' | 'signal'> {
  readonly start: StartEngine;
  readonly listener: AttemptListener;
  readonly timing?: Omit<LadderOptions, 'changed'> | undefined;
}

/** One engine on one source, with the ladder its requests wait on. After `end` nothing of it is heard. */
export class Attempt {
  readonly url: string;
  /** Null until it is there. */
  engine: Engine | null = null;
  readonly ladder: Ladder;
  readonly #life = new AbortController();

  constructor({ start, listener, timing, ...options }: AttemptOptions) {
    const { signal } = this.#life;
    // In a turn of its own: an engine may fail while it is being made, or in the middle of a call.
    const later = (run: () => void): void => queueMicrotask(() => signal.aborted || run());
    this.url = options.url;
    this.ladder = new Ladder({ ...timing, changed: () => later(() => listener.faltered(this.ladder)) });
    const known = (run: (engine: Engine) => void): void => {
      if (this.engine && !signal.aborted) run(this.engine);
    };
    const starting = start({
      ...options,
      signal,
      ladder: this.ladder,
      listener: {
        ready: () => later(() => known(listener.ready)),
        // At once: the first fragment is chosen right after this, and a jump must come before.
        moved: () => known(listener.moved),
        fault: (fault) => later(() => known((engine) => listener.broke(engine, fault))),
      },
    });
    starting.then(
      (engine) => (signal.aborted ? engine.destroy() : (this.engine = engine)),
      () => undefined,
    );
  }

  /** Waits on the ladder, then goes on; never after the end. */
  afterwards(status: number, run: () => void): void {
    this.ladder.failed('segment', this.url, status, this.#life.signal).then(run, () => undefined);
  }

  end(): void {
    this.#life.abort();
    this.engine?.destroy();
  }
}
