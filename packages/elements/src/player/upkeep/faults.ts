// SPDX-License-Identifier: MIT
import { VitrineError, type EpochMs, type Ms } from '@vitrine/core';
import type { Attempt } from '../attempt.js';
import type { Engine, EngineFault } from '../engines/engine.js';
import type { Ladder, Outage } from '../engines/ladder.js';
import type { FrameClock } from './frame-clock.js';
import type { Playback } from '../playback.js';
import { report } from '../report.js';
import { findDetour } from './detour.js';

/** An engine that breaks more often than this within a minute will not play here. */
const mostRepairs = 5;
const minute: Ms = 60_000;
/** After two refusals another address is asked for, and again after so many more. */
const patience = 8;
/** Emptying the decoder did not help when it breaks again so soon. */
const soon: Ms = 10_000;

/** What to do about sources that do not play. */
export class Faults {
  readonly #playback: Playback;
  readonly #clock: FrameClock;
  /** What was said of each source. */
  readonly #verdicts = new Map<string, string>();
  #urls: readonly string[] = [];
  /** The refusal over which another address was asked for. */
  #renewed: Outage | null = null;
  #repairs: readonly EpochMs[] = [];

  constructor(playback: Playback, clock: FrameClock) {
    this.#playback = playback;
    this.#clock = clock;
  }

  /** Requests do not get through: whether this is more than an outage. */
  async judge(ladder: Ladder, outage: Outage): Promise<void> {
    const { sources } = this.#playback;
    const list = ladder.outageOf('playlist');
    if (sources.engine && list) void findDetour(sources.engine, list);
    if (outage.status === 401 || outage.status === 403) await this.#renew(outage);
    const verdicts = await import('./verdict.js').catch(() => null);
    const error = (await verdicts?.verdictOn(outage, sources.hasPlayed)) ?? null;
    if (error && !sources.error && ladder === sources.attempt?.ladder && ladder.outage) this.#refuse(error);
  }

  /** Asks for another address while the old one is refused: soon, and then every now and again. */
  async #renew(outage: Outage): Promise<void> {
    const { sources, renew } = this.#playback;
    const { tries } = outage;
    const isDue = tries === 2 || tries % patience === 0;
    if (!isDue || outage === this.#renewed || !sources.attempt) return;
    this.#renewed = outage;
    // (Nobody may be there who could.)
    await renew(sources.attempt.url).catch(() => undefined);
  }

  /** The engine cannot go on by itself: first the decoder is emptied, then the source is started from scratch. */
  mend(attempt: Attempt, engine: Engine, { kind, reason }: EngineFault): void {
    const { sources } = this.#playback;
    const now = this.#playback.now();
    const recently = this.#repairs.filter((at) => at > now - minute);
    if (kind === 'unplayable' || recently.length >= mostRepairs) {
      this.#refuse(new VitrineError('STREAM_UNPLAYABLE', `${attempt.url} cannot be played here (${reason}).`));
      // (Unless the next source was begun.)
      if (sources.error) attempt.afterwards(200, () => sources.next());
      return;
    }
    this.#repairs = [...recently, now];
    sources.repairing();
    if (recently.some((at) => at > now - soon)) sources.begin(attempt.url);
    else engine.repair();
  }

  /** This source will not play. The next one may; if all were heard of, that is the end for now. */
  #refuse(error: VitrineError): void {
    const { sources } = this.#playback;
    if (this.#urls !== sources.urls) this.#verdicts.clear();
    this.#urls = sources.urls;
    const url = sources.attempt?.url ?? '';
    if (this.#verdicts.get(url) !== error.code) void report(error);
    this.#verdicts.set(url, error.code);
    if (this.#verdicts.size < sources.urls.length) return sources.next();
    sources.fail(error);
    this.#clock.clear();
  }
}
