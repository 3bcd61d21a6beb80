// SPDX-License-Identifier: MIT
import {
  newId,
  type CommandOptions,
  type ConnectContext,
  type ConnectionStatus,
  type PortName,
  type Ports,
  type Product,
  type Sink,
  type Subscribe,
  type Variant,
  type VitrineError,
} from '@vitrine/core';
import { check, ContractError, Skipped } from './assert.js';
import type { ConformanceOptions, Driver, Setting, Subject } from './contract.js';

/** What a subscription has delivered so far. */
export interface Heard<T> {
  readonly items: readonly T[];
  readonly batches: readonly (readonly T[])[];
  readonly failure: VitrineError | undefined;
  /** The first item, of those from `from` on, that fits; waits for it. */
  find<U extends T>(fits: (item: T) => item is U, what: string, from?: number): Promise<U>;
  find(fits: (item: T) => boolean, what: string, from?: number): Promise<T>;
}

/** One connection of an adapter, and everything a case does with it. */
export class Scene {
  readonly driver: Driver;
  readonly setting: Setting;
  readonly statuses: ConnectionStatus[] = [];
  readonly reports: unknown[] = [];
  /** What subscriptions delivered against the rules. */
  readonly breaches: string[];
  readonly #life = new AbortController();
  readonly #subject: Subject;
  readonly #patience: number;
  ports: Partial<Ports> = {};

  constructor(subject: Subject, driver: Driver, setting: Setting, patience: number, breaches: string[] = []) {
    this.breaches = breaches;
    this.#subject = subject;
    this.driver = driver;
    this.setting = setting;
    this.#patience = patience;
  }

  get signal(): AbortSignal {
    return this.#life.signal;
  }

  get roomId(): string {
    return this.#subject.roomId ?? 'conformance';
  }

  async connect(): Promise<this> {
    const context: ConnectContext = {
      roomId: this.roomId,
      locale: 'en',
      currency: this.setting.currency,
      signal: this.signal,
      getToken: async () => null,
      setStatus: (status) => void this.statuses.push(status),
      roundTrip: () => undefined,
      report: (error) => void this.reports.push(error),
    };
    this.ports = await this.#subject.adapter.connect(context);
    return this;
  }

  /** A second connection of the same adapter. */
  async another(): Promise<Scene> {
    const scene = new Scene(this.#subject, this.driver, this.setting, this.#patience, this.breaches);
    this.signal.addEventListener('abort', () => scene.close(), { once: true });
    return scene.connect();
  }

  close(): void {
    this.#life.abort(new DOMException('The room was closed.', 'AbortError'));
  }

  /** @throws {Skipped} when the adapter has no such port */
  port<N extends PortName>(name: N): Ports[N] {
    const port = this.ports[name];
    if (!port) throw new Skipped(`The adapter has no ${name} port.`);
    return port as Ports[N];
  }

  /** @throws {Skipped} when the driver cannot do it */
  can<K extends keyof Driver>(name: K): NonNullable<Driver[K]> {
    const ability = this.driver[name];
    if (ability === undefined) throw new Skipped(`The driver has no ${name}.`);
    return (typeof ability === 'function' ? ability.bind(this.driver) : ability) as NonNullable<Driver[K]>;
  }

  /** Options of a command; the same id where one is given. */
  command(commandId: string = newId()): CommandOptions {
    return { commandId, signal: this.signal };
  }

  /** Waits until it holds. @throws {ContractError} after the patience of the run */
  async until<T>(holds: () => T | undefined | false, what: string): Promise<T> {
    const end = performance.now() + this.#patience;
    for (;;) {
      const held = holds();
      if (held !== undefined && held !== false) return held;
      if (performance.now() > end) throw new ContractError(`${what} did not happen in ${this.#patience} ms.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  listen<T>(subscribe: Subscribe<T>, port: object, signal: AbortSignal = this.signal): Heard<T> {
    const batches: (readonly T[])[] = [];
    let failure: VitrineError | undefined;
    let isBusy = false;
    const { breaches } = this;
    const sink: Sink<T> = {
      next(items) {
        // Kept for the end of the case: thrown here, it would end in the adapter.
        if (isBusy) breaches.push('A batch was delivered while another was being taken.');
        if (!Array.isArray(items) || items.length === 0) breaches.push('A batch is a list of at least one item.');
        if (signal.aborted) breaches.push('Something was delivered after the subscription had ended.');
        isBusy = true;
        batches.push([...items]);
        isBusy = false;
      },
      fail: (error) => (failure = error),
    };
    const started = subscribe.call(port, sink, { signal });
    void Promise.resolve(started).catch((error: unknown) => this.reports.push(error));
    const find = (fits: (item: T) => boolean, what: string, from = 0): Promise<T> =>
      this.until(() => batches.flat().slice(from).find(fits), what);
    return {
      get items() {
        return batches.flat();
      },
      batches,
      get failure() {
        return failure;
      },
      find: find as Heard<T>['find'],
    };
  }

  /** What the shop sells. @throws {Skipped} without a catalog port */
  async products(): Promise<readonly Product[]> {
    const catalog = this.port('catalog');
    const once = new AbortController();
    this.signal.addEventListener('abort', () => once.abort(), { once: true });
    const heard = this.listen(catalog.subscribe, catalog, once.signal);
    const event = await heard.find((item) => item.kind === 'products', 'A list of products');
    once.abort();
    return event.kind === 'products' ? event.products : [];
  }

  /** A variant that can be had, at least so often. @throws {Skipped} when the shop has none */
  async variant(
    least = 1,
    fits: (variant: Variant) => boolean = ({ maximumPerOrder }) => (maximumPerOrder ?? least) >= least,
  ): Promise<Variant> {
    const products = await this.products();
    const found = products
      .flatMap(({ variants }) => variants)
      .find((variant) => {
        const { state, quantity = state === 'in' || state === 'unknown' ? least : 1 } = variant.availability;
        return state !== 'out' && state !== 'soon' && quantity >= least && fits(variant);
      });
    if (!found) throw new Skipped('The shop has no variant that fits.');
    return found;
  }
}

/** Runs a case on a back end of its own and puts everything away, whatever happens. */
export async function play<S extends Subject>(
  options: ConformanceOptions<S>,
  setting: Setting,
  body: (scene: Scene) => Promise<void>,
): Promise<void> {
  const subject = await options.create(setting);
  const scene = new Scene(subject, (await options.driver?.(subject)) ?? {}, setting, options.patience ?? 5000);
  try {
    await scene.connect();
    await body(scene);
    check(scene.breaches.length === 0, scene.breaches[0] ?? '');
  } finally {
    scene.close();
    await subject.dispose?.();
  }
}
