// SPDX-License-Identifier: MIT
import { backoffDelay, pause, type Adapter, type ConnectionStatus } from '../adapter/index.js';
import { guard } from '../bus/lifetime.js';
import type { Connector, FeatureContext } from '../features/index.js';
import { toVitrineError, type VitrineError } from '../model/index.js';

/** How the room stands with its back end. */
export interface ConnectionState {
  /** `failed`: the room cannot be had; `error` says why. */
  readonly status: 'idle' | ConnectionStatus | 'failed';
  readonly error: VitrineError | null;
  /** Ports the adapter offers; empty until it has connected. */
  readonly ports: readonly string[];
}

declare module '../store/store.js' {
  interface RoomState {
    connection: ConnectionState;
  }
}
declare module '../bus/events.js' {
  interface Facts {
    'room:connected': { readonly ports: readonly string[] };
    'room:disconnected': { readonly error: VitrineError | null };
    /** The link is back; what waited for it goes now. */
    'room:reconnected': Record<never, never>;
    'room:failed': { readonly error: VitrineError };
    /** Something went wrong that no call could return; for diagnostics. */
    'room:reported': { readonly error: VitrineError };
  }
}

export interface ConnectionOptions {
  readonly adapter: Adapter;
  /** The viewer's token; absent: everybody is a guest. */
  getToken?(options?: { readonly refresh?: boolean }): Promise<string | null>;
}

/** Gives features the ports: those that wait for them once they are there, and those that come later at once. */
export function supplyOf(report: (error: unknown) => void) {
  const waiting: Connector[] = [];
  let given: Parameters<Connector> | undefined;
  const drain = (): void => {
    const known = given;
    if (known) for (const connector of waiting.splice(0)) guard(() => connector(...known), report);
  };
  return {
    add(connector: Connector | void): void {
      if (connector) waiting.push(connector);
      drain();
    },
    /** Features that already have their ports keep them. */
    give(...ports: Parameters<Connector>): void {
      given ??= ports;
      drain();
    },
  };
}

/** Connects a room's adapter, trying again for as long as that may help, and gives the features their ports. */
export async function connect(
  options: ConnectionOptions,
  context: FeatureContext,
  supply: ReturnType<typeof supplyOf>,
): Promise<void> {
  const { roomId, locale, currency, bus, store, clock, signal, report } = context;
  const set = (patch: Partial<ConnectionState>): void => store.set('connection', patch);

  const fail = (error: VitrineError): void => {
    set({ status: 'failed', error });
    // Features that already have their ports keep what they show; the others learn that nothing will come.
    supply.give({}, error);
    bus.emit('room:failed', { error });
    report(error);
  };

  const setStatus = (status: ConnectionStatus, error: VitrineError | null = null): void => {
    if (signal.aborted) return;
    // A link that the back end ended for good (a room that is gone, a token that is refused) is a failed room.
    if (status === 'closed' && error && !error.retryable) return fail(error);
    const before = store.state.connection.status;
    set({ status, error });
    if (status === before) return;
    if (status === 'reconnecting') bus.emit('room:disconnected', { error });
    if (status === 'connected' && before === 'reconnecting') bus.emit('room:reconnected', {});
  };

  for (let attempt = 0; !signal.aborted; attempt++) {
    set({ status: 'connecting' });
    try {
      const given = await options.adapter.connect({
        roomId,
        locale,
        currency,
        signal,
        report,
        setStatus,
        getToken: async (how) => (await options.getToken?.(how)) ?? null,
        roundTrip: (sample) => clock.add(sample),
      });
      if (signal.aborted) return;
      const ports = Object.keys(given);
      set({ ports });
      if (store.state.connection.status === 'connecting') set({ status: 'connected' });
      supply.give(given, null);
      return bus.emit('room:connected', { ports });
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toVitrineError(thrown, 'NETWORK');
      if (!error.retryable) return fail(error);
      setStatus('reconnecting', error);
      await pause(backoffDelay(attempt, error.retryAfter), signal).catch(() => undefined);
    }
  }
}
