// SPDX-License-Identifier: MIT
import type { Money, VitrineError } from '../../model/index.js';
import type { CheckoutMode, CheckoutSession } from './checkout.port.js';

/**
 * `starting`: the back end is pricing; `choosing`: the viewer picks how to pay in the room; `handed-off`: paying
 * elsewhere; `confirming`: asking what became of it; `pending`: the bank has not answered, nobody pays twice.
 */
export type CheckoutPhase =
  | 'idle'
  | 'starting'
  | 'choosing'
  | 'handed-off'
  | 'confirming'
  | 'pending'
  | 'paid'
  | 'failed'
  | 'canceled'
  | 'expired';

export interface CheckoutState {
  readonly phase: CheckoutPhase;
  readonly modes: readonly CheckoutMode[];
  readonly session: CheckoutSession | null;
  readonly error: VitrineError | null;
}

/** Before anything is known, and while nothing is bought. */
export const noCheckout: CheckoutState = { phase: 'idle', modes: [], session: null, error: null };

declare module '../../store/store.js' {
  interface RoomState {
    checkout: CheckoutState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /** Prices the purchase, holds its stock and hands the viewer over. A second call while one runs joins it. */
    'checkout:begin': {
      detail: {
        readonly mode?: CheckoutMode;
        readonly buyNow?: { readonly variantId: string; readonly quantity: number; readonly offerId?: string };
        readonly expectedTotal?: Money;
      };
      answer: CheckoutSession;
    };
    /** Pays an embedded session. A second call while one runs joins it. */
    'checkout:confirm': { detail: { readonly methodId: string }; answer: CheckoutSession };
    /** Asks the back end what became of the session. */
    'checkout:refresh': { detail: Record<never, never>; answer: CheckoutSession | null };
    /** Goes back to the bag; releases what is held. */
    'checkout:cancel': { detail: Record<never, never>; answer: void };
    /** Puts a finished session away. */
    'checkout:dismiss': { detail: Record<never, never>; answer: void };
  }
  interface Facts {
    'checkout:started': { readonly session: CheckoutSession };
    /** The back end says that it is paid; told once per session, over reloads too. */
    'checkout:paid': { readonly session: CheckoutSession };
    'checkout:failed': { readonly session: CheckoutSession | null; readonly error: VitrineError };
  }
}
