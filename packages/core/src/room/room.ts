// SPDX-License-Identifier: MIT
import { Bus, type RequestAnswer, type RequestDetail, type RequestName } from '../bus/index.js';
import {
  cartFeature,
  catalogFeature,
  chatFeature,
  checkoutFeature,
  identityFeature,
  presenceFeature,
  streamFeature,
  type Feature,
} from '../features/index.js';
import { toVitrineError, type VitrineError } from '../model/index.js';
import { Store, type ReadonlyStore } from '../store/index.js';
import { Clock, Timeline, type Playhead } from '../timeline/index.js';
import { connect, supplyOf, type ConnectionOptions } from './connection.js';
import { deviceStorage } from './storage.js';

export interface RoomOptions extends ConnectionOptions {
  readonly id: string;
  /** BCP 47; default `en`. */
  readonly locale?: string;
  /** ISO 4217; default `EUR`. */
  readonly currency?: string;
  /** Further features: each adds its slice, requests and facts. */
  readonly features?: readonly Feature[];
  /** The local wall clock, epoch ms; default `Date.now`. Pictures that must repeat stop it. */
  now?(): number;
  /** Hears every error that no caller could be given. */
  onError?(error: VitrineError): void;
}

const builtIn: readonly Feature[] = [
  identityFeature,
  streamFeature,
  presenceFeature,
  catalogFeature,
  chatFeature,
  cartFeature,
  checkoutFeature,
];

/** One live room: a read-only store and a bus, fed by one adapter. */
export class Room {
  readonly id: string;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly store: ReadonlyStore;
  /** Where the player publishes what is on the screen. */
  readonly playhead: Playhead;
  /** Aborts when the room closes. */
  readonly signal: AbortSignal;
  /**
   * Adds a feature, also to a room that is open: it gets its ports when they are there. Does nothing when the room has a
   * slice of that name.
   */
  readonly use: (feature: Feature) => void;
  readonly #timeline: Timeline;
  readonly #life = new AbortController();
  readonly #connect: () => Promise<void>;

  constructor(options: RoomOptions) {
    const { id, locale = 'en', currency = 'EUR', features = [] } = options;
    const { signal } = this.#life;
    const report = (thrown: unknown): void => {
      const error = toVitrineError(thrown);
      if (error.code === 'ABORTED') return;
      options.onError?.(error);
      bus.emit('room:reported', { error });
    };
    const bus = new Bus(report);
    const clock = new Clock(options.now);
    const store = new Store(report);
    const timeline = new Timeline({ clock, signal });
    this.id = id;
    this.bus = bus;
    this.clock = clock;
    this.store = store;
    this.playhead = timeline.playhead;
    this.signal = signal;
    this.#timeline = timeline;
    store.set('connection', { status: 'idle', error: null, ports: [] });
    signal.addEventListener('abort', () => store.set('connection', { status: 'closed' }));
    const storage = deviceStorage(id);
    const context = { roomId: id, locale, currency, bus, store, timeline, clock, signal, storage, report };
    const supply = supplyOf(report);
    this.use = (feature) => void (feature.name in store.state || supply.add(feature.setup(context)));
    for (const feature of [...builtIn, ...features]) this.use(feature);
    this.#connect = () => connect(options, context, supply);
  }

  /** The moment the encoder is at now. */
  liveEdge(): number {
    return this.#timeline.liveEdge();
  }

  /** Short for `bus.request`. */
  request<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N>> {
    return this.bus.request(name, detail);
  }

  /** Connects. Does nothing when it was called before. */
  open(): void {
    if (this.store.state.connection.status === 'idle') void this.#connect();
  }

  /** Ends everything the room started. A closed room stays closed: make another one. */
  close(): void {
    this.#life.abort();
  }
}

/** Makes a room and opens it. */
export function openRoom(options: RoomOptions): Room {
  const room = new Room(options);
  room.open();
  return room;
}
