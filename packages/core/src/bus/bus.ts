// SPDX-License-Identifier: MIT
import mitt from 'mitt';
import { VitrineError } from '../model/index.js';
import type { FactName, Facts, RequestAnswer, RequestDetail, RequestName } from './events.js';
import { during, guard, type Lifetime } from './lifetime.js';

/** What was said on the bus, for diagnostics, analytics and the room element's DOM events. */
export type Tap = (name: string, detail: unknown) => void;

type Answerer = (detail: never) => unknown;

/**
 * What just happened, and what is asked for. Facts go to every listener, even when one of them throws (its error is
 * reported, the rest still hear). A request goes to exactly one answerer and returns its promise.
 */
export class Bus {
  readonly #facts = mitt<Record<string, never>>();
  readonly #answerers = new Map<string, Answerer>();
  readonly #expected = new Map<string, () => Promise<void>>();
  readonly #report: (error: unknown) => void;

  /** @param report hears what a listener threw; nothing thrown by a listener reaches the emitter */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Listens to a fact until the signal aborts. */
  on<N extends FactName>(name: N, listener: (detail: Facts[N]) => void, lifetime: Lifetime): void {
    this.#listen(name, listener, lifetime);
  }

  /** Hears every fact, by name, until the signal aborts. */
  tap(listener: Tap, lifetime: Lifetime): void {
    this.#listen('*', listener, lifetime);
  }

  /** Tells a fact to all who listen now. */
  emit<N extends FactName>(name: N, detail: Facts[N]): void {
    this.#facts.emit(name, detail as never);
  }

  /**
   * Becomes the one answerer of a request until the signal aborts.
   * @throws {VitrineError} `DUPLICATE_HANDLER` when somebody answers it already
   */
  answer<N extends RequestName>(
    name: N,
    answerer: (detail: RequestDetail<N>) => RequestAnswer<N> | Promise<RequestAnswer<N>>,
    lifetime: Lifetime,
  ): void {
    during(
      lifetime,
      () => {
        if (this.#answerers.has(name)) throw new VitrineError('DUPLICATE_HANDLER', '', { field: name });
        this.#answerers.set(name, answerer as Answerer);
      },
      () => this.#answerers.delete(name),
    );
  }

  /**
   * Somebody will answer the requests of an area, `cart` for all that begin with `cart:`, once they have been fetched.
   * @param come has them fetched: who asks before waits for it
   */
  expect(area: string, come: () => Promise<void>): void {
    this.#expected.set(area, come);
  }

  /** Whether a request would be answered now. */
  isAnswered(name: RequestName): boolean {
    return this.#answerers.has(name);
  }

  /**
   * Asks, and resolves with the one answerer's answer.
   * @throws {VitrineError} `NO_HANDLER` when nobody answers; otherwise what the answerer throws
   */
  async request<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N>> {
    if (!this.#answerers.has(name)) await this.#expected.get(name.split(':')[0] as string)?.();
    const answerer = this.#answerers.get(name) as
      ((detail: RequestDetail<N>) => RequestAnswer<N> | Promise<RequestAnswer<N>>) | undefined;
    if (!answerer) throw new VitrineError('NO_HANDLER', '', { field: name });
    return answerer(detail);
  }

  // mitt stops at the first listener that throws; a shop's broken analytics must not silence the room.
  #listen(name: string, listener: (...heard: never[]) => void, lifetime: Lifetime): void {
    const guarded = (...heard: never[]): void => guard(() => listener(...heard), this.#report);
    during(
      lifetime,
      () => this.#facts.on(name, guarded),
      () => this.#facts.off(name, guarded),
    );
  }
}
