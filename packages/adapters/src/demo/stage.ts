// SPDX-License-Identifier: MIT
import { isStaff, VitrineError, type ConnectContext, type EpochMs, type Viewer } from '@vitrine/core';
import type { Feed } from '../shared/feed.js';
import { wallClock, type DemoClock } from './clock.js';
import type { DemoOptions } from './options.js';

/** A random number in [0, 1), the same row of them for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What all parts of the pretended back end share: time, chance, the viewer and the connections. */
export class Stage {
  readonly options: DemoOptions;
  readonly clock: DemoClock;
  readonly random: () => number;
  readonly currency: string;
  /** When the pretended back end began. */
  readonly opened: EpochMs;
  viewer: Viewer;
  readonly #contexts = new Set<ConnectContext>();
  readonly #feeds: Feed<never>[] = [];
  readonly #answers = new Map<string, unknown>();
  #isUp = true;
  #stopScript: (() => void) | undefined;
  /** Runs the show by itself and returns how to stop it. */
  script: () => () => void = () => () => undefined;

  constructor(options: DemoOptions, currency: string) {
    this.options = options;
    this.clock = options.clock ?? wallClock;
    this.random = seeded(options.seed ?? 1);
    this.currency = currency;
    this.opened = this.clock.now();
    const role = options.viewer?.role ?? 'viewer';
    this.viewer = { id: 'you', role, isGuest: !isStaff(role) && !options.viewer?.name, ...options.viewer };
  }

  get isStaff(): boolean {
    return isStaff(this.viewer.role);
  }

  /** A feed that falls silent while the connection is cut. */
  carry<T>(feed: Feed<T>): Feed<T> {
    this.#feeds.push(feed as unknown as Feed<never>);
    return feed;
  }

  /** One more connection; the script runs while there is any. */
  join(context: ConnectContext): void {
    this.#contexts.add(context);
    const sent = Date.now();
    context.roundTrip({ sent, received: sent, remote: this.clock.now() });
    context.setStatus(this.#isUp ? 'connected' : 'reconnecting');
    if (this.options.isScripted ?? true) this.#stopScript ??= this.script();
    context.signal.addEventListener(
      'abort',
      () => {
        this.#contexts.delete(context);
        if (this.#contexts.size > 0) return;
        this.#stopScript?.();
        this.#stopScript = undefined;
      },
      { once: true },
    );
  }

  connection(isUp: boolean): void {
    this.#isUp = isUp;
    const away = new VitrineError('OFFLINE', 'The demo was told to drop its connection.');
    for (const { setStatus } of this.#contexts) {
      if (isUp) setStatus('connected');
      else setStatus('reconnecting', away);
    }
    for (const feed of this.#feeds) {
      if (isUp) feed.release();
      else feed.hold();
    }
  }

  /** Answers as a back end far away would: later, not at all without a connection, never after an abort. */
  answer<T>(run: () => T, ...signals: readonly AbortSignal[]): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!this.#isUp) return reject(new VitrineError('OFFLINE', 'The demo has no connection.'));
      const stop = (): void => {
        cancel();
        reject(new VitrineError('ABORTED', 'The call was given up.'));
      };
      const settle = (): void => {
        for (const signal of signals) signal.removeEventListener('abort', stop);
        try {
          resolve(run());
        } catch (error) {
          reject(error as VitrineError);
        }
      };
      const { answerAfter } = this.options;
      let cancel = (): void => undefined;
      if (signals.some(({ aborted }) => aborted)) return stop();
      for (const signal of signals) signal.addEventListener('abort', stop, { once: true });
      if (answerAfter) cancel = this.clock.schedule(settle, answerAfter);
      else void Promise.resolve().then(() => signals.some(({ aborted }) => aborted) || settle());
    });
  }

  /** The first answer to a command id, for ever; a refusal is no answer and may be tried again. */
  once<T>(commandId: string, run: () => T): T {
    if (!this.#answers.has(commandId)) this.#answers.set(commandId, run());
    return this.#answers.get(commandId) as T;
  }
}
