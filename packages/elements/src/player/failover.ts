// SPDX-License-Identifier: MIT
import type { Ms, VitrineError } from '@vitrine/core';
import { Attempt, type AttemptListener, type AttemptOptions } from './attempt.js';
import type { Engine, EngineFault } from './engines/engine.js';
import type { Ladder, Outage } from './engines/ladder.js';

/** A source that is away this long is left for its backup. */
const backupAfter: Ms = 3000;
/** How often what will not play is tried, without a word. */
const quietly: Ms = 10_000;

export interface FailoverListener extends Pick<AttemptListener, 'ready' | 'moved'> {
  /** What an attempt is made with beside its source. */
  options(): Omit<AttemptOptions, 'url' | 'listener'>;
  /** A source is about to be started. */
  beginning(): void;
  /** What was played is not played any more. */
  ended(): void;
  /** Requests for the source do not get through, time and again. */
  away(ladder: Ladder, outage: Outage): void;
  /** The engine cannot go on, and loading again is not enough. */
  broke(attempt: Attempt, engine: Engine, fault: EngineFault): void;
  changed(): void;
}

/** Plays one of some sources, and another when that is away. */
export class Failover {
  /** Best first. */
  urls: readonly string[] = [];
  attempt: Attempt | null = null;
  /** Why no source will play. */
  error: VitrineError | null = null;
  /** One of the sources has shown a picture. */
  hasPlayed = false;
  #isRepairing = false;
  #wasOut = false;
  readonly #listener: FailoverListener;

  constructor(listener: FailoverListener) {
    this.#listener = listener;
  }

  get engine(): Engine | null {
    return this.attempt?.engine ?? null;
  }

  /** Requests fail, or the engine is being made anew. */
  get isOut(): boolean {
    return this.#isRepairing || this.attempt?.ladder.outage != null;
  }

  /**
   * What plays goes on if it is still among the sources, or the first of them where that was chosen; what waits is tried
   * at once. Nothing is loaded before it is wanted.
   */
  offer(urls: readonly string[], isWanted: boolean, isChosen: boolean): void {
    this.urls = urls;
    const playing = this.attempt?.url ?? '';
    const goesOn = isChosen ? urls[0] === playing : urls.includes(playing);
    if (urls.length === 0) {
      this.error = null;
      this.hasPlayed = this.#isRepairing = false;
      this.#end();
    } else if (goesOn && !this.error) this.attempt?.ladder.tryNow();
    else if (isWanted || this.attempt) this.begin(goesOn ? playing : urls[0]);
    else this.#listener.changed();
  }

  /** Starts a source from nothing. */
  begin(url = this.urls[0]): void {
    if (url === undefined) return;
    this.#listener.beginning();
    this.#end();
    this.attempt = new Attempt({
      ...this.#listener.options(),
      url,
      listener: {
        ready: this.#listener.ready,
        moved: this.#listener.moved,
        faltered: (ladder) => this.#faltered(ladder),
        broke: (engine, fault) => this.#broke(engine, fault),
      },
    });
    if (this.error) this.attempt.ladder.pace = quietly;
    this.#listener.changed();
  }

  /** Starts the next source, after the last the first. */
  next(): void {
    this.begin(this.urls[(this.urls.indexOf(this.attempt?.url ?? '') + 1) % this.urls.length]);
  }

  /** Tries at once, whatever was waited for. */
  retry(): void {
    const { attempt } = this;
    if (this.error || !attempt) this.begin(attempt?.url);
    else if (attempt.ladder.outage) attempt.ladder.tryNow();
    else attempt.engine?.wake();
  }

  /** The engine is being made anew. */
  repairing(): void {
    this.#isRepairing = true;
    this.#listener.changed();
  }

  /** No source will play: the viewer is told, and trying goes on quietly. */
  fail(error: VitrineError): void {
    this.error = error;
    if (this.attempt) this.attempt.ladder.pace = quietly;
    this.#listener.changed();
  }

  /** A picture is shown. */
  seen(): void {
    if (this.#wasOut) this.engine?.recovered();
    this.#isRepairing = this.#wasOut = false;
    this.hasPlayed = true;
    this.error = null;
    if (this.attempt) this.attempt.ladder.pace = null;
  }

  #end(): void {
    this.attempt?.end();
    this.attempt = null;
    this.#listener.ended();
  }

  #faltered(ladder: Ladder): void {
    const { outage } = ladder;
    this.#wasOut ||= outage !== null;
    if (outage && !this.error) {
      const { now = Date.now } = this.#listener.options().timing ?? {};
      if (this.urls.length > 1 && now() - outage.since > backupAfter) this.next();
      else if (outage.tries > 1) this.#listener.away(ladder, outage);
    }
    this.#listener.changed();
  }

  #broke(engine: Engine, fault: EngineFault): void {
    const attempt = this.attempt as Attempt;
    if (fault.kind === 'network') attempt.afterwards(0, () => engine.wake());
    else if (fault.kind === 'restarted') attempt.afterwards(0, () => this.begin(attempt.url));
    else this.#listener.broke(attempt, engine, fault);
  }
}
