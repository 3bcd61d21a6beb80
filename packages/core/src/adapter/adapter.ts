// SPDX-License-Identifier: MIT
import type { EpochMs, VitrineError } from '../model/index.js';

/**
 * What a back end can do, port by port. Each feature adds its own by declaration merging. A port that an adapter does
 * not return is a capability the room does not have; an optional method that is missing is a smaller capability.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open by design, filled by features
export interface Ports {}

export type PortName = keyof Ports & string;

/** A back end for one room. Stateless until `connect`; one connection per call. */
export interface Adapter {
  /** Names itself in errors and diagnostics. */
  readonly name: string;
  /**
   * Opens what the back end needs and returns the ports it offers. May resolve before the back end has answered: each
   * port's calls then wait. It owns reconnecting and tells of it by `context.setStatus`.
   * @throws {VitrineError} when the room cannot be had at all (`ROOM_NOT_FOUND`, `TOKEN_EXPIRED`, `MISCONFIGURED`)
   */
  connect(context: ConnectContext): Promise<Partial<Ports>>;
}

export type ConnectionStatus = 'connecting' | 'connected' | 'reconnecting' | 'closed';

/** One question to the back end's clock: local times of asking and hearing (`Date.now()`), its time in between. */
export interface RoundTrip {
  readonly sent: number;
  readonly received: number;
  readonly remote: EpochMs;
}

/** What a room gives its adapter. */
export interface ConnectContext {
  readonly roomId: string;
  /** BCP 47 language tag of the viewer. */
  readonly locale: string;
  /** ISO 4217 code the viewer wishes to pay in. */
  readonly currency: string;
  /** Aborts when the room closes; nothing the adapter started may outlive it. */
  readonly signal: AbortSignal;
  /** The viewer's token from the host page, or null for a guest. `refresh` asks for a new one after a refusal. */
  getToken(options?: { readonly refresh?: boolean }): Promise<string | null>;
  setStatus(status: ConnectionStatus, reason?: VitrineError): void;
  /** Feeds the room's estimate of the back end's clock (the round trip with the least delay wins). */
  roundTrip(sample: RoundTrip): void;
  /** For faults that no call can return: a malformed frame, an unknown event. Shown in diagnostics. */
  report(error: unknown): void;
}

/** Takes what a subscription delivers: batches, in back-end order, never concurrently. */
export interface Sink<T> {
  next(items: readonly T[]): void;
  /** The subscription has ended for good; the port is gone. */
  fail(error: VitrineError): void;
}

/** Delivers what is true now, then what changes, until the signal aborts. */
export type Subscribe<T> = (sink: Sink<T>, options: SubscribeOptions) => void | Promise<void>;

export interface SubscribeOptions {
  readonly signal: AbortSignal;
}

/** For calls that change something: the id under which the back end remembers the answer. */
export interface CommandOptions {
  /** Made at the viewer's gesture, kept until settled; the same id always gets the same answer. */
  readonly commandId: string;
  readonly signal: AbortSignal;
}
