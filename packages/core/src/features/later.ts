// SPDX-License-Identifier: MIT
import type { Ports } from '../adapter/index.js';
import { toVitrineError, type VitrineError } from '../model/index.js';
import type { RoomState } from '../store/index.js';
import type { Connector, Feature } from './feature.js';
import { keepTrying } from './keep-trying.js';

/** What is known of a feature before it is there. */
export interface Outline<N extends keyof Ports & keyof RoomState> {
  /** Its name, its port and its slice. */
  readonly name: N;
  /** What its requests begin with, where that is not its name. */
  readonly area?: string;
  /** The slice until then. */
  readonly first: RoomState[N];
  /** What is so where the back end has no such port; or where it cannot be reached at all, and why. */
  without?(failure: VitrineError | null): Partial<RoomState[N]>;
  load(): Promise<Feature>;
}

export interface LaterFeature extends Feature {
  /** Fetches it beforehand. */
  fetch(): Promise<Feature>;
}

/**
 * A feature whose work is fetched when the back end offers its port or when somebody asks for it: buying is no business
 * of the first second. Once it has been fetched, every later room has it at once.
 */
export function laterFeature<N extends keyof Ports & keyof RoomState>(outline: Outline<N>): LaterFeature {
  const { name, area = name, first, without, load } = outline;
  let there: Feature | null = null;
  const fetch = async (): Promise<Feature> => (there ??= await load());
  return {
    name,
    fetch,
    setup(context) {
      if (there) return there.setup(context);
      const { bus, store, signal } = context;
      let known: Parameters<Connector> | null = null;
      let connector: Connector | void;
      let coming: Promise<void> | null = null;

      const arrive = async (): Promise<void> => {
        const feature = await fetch();
        if (signal.aborted) return;
        connector = feature.setup(context);
        if (known) connector?.(...known);
      };
      const come = (): Promise<void> =>
        (coming ??= arrive().catch((thrown: unknown) => {
          coming = null;
          throw toVitrineError(thrown, 'NETWORK');
        }));

      store.set(name, first);
      bus.expect(area, come);
      return (ports, failure) => {
        known = [ports, failure];
        if (connector) connector(ports, failure);
        else if (ports[name]) void keepTrying(come, context);
        else if (without) store.set(name, without(failure));
      };
    },
  };
}
