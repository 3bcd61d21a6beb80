// SPDX-License-Identifier: MIT
import type { CommandOptions } from '../../adapter/index.js';
import type { EpochMs, ErrorCode, Money } from '../../model/index.js';

export type CheckoutMode = 'redirect' | 'popup' | 'embed' | 'express';

export interface PaymentMethod {
  readonly id: string;
  readonly kind: 'card' | 'wallet' | 'bank';
  /** The shop's own words, such as "Card ending 4242"; shown as text. */
  readonly label: string;
  readonly note?: string;
}

/** How the viewer gets to paying. `none`: nothing left to do but ask for the status. */
export type Handoff =
  | { readonly kind: 'redirect' | 'popup'; readonly url: string }
  | { readonly kind: 'qr'; readonly payload: string }
  | {
      /** Paid inside the room: the viewer picks a method, `confirm` pays. */
      readonly kind: 'embed';
      readonly methods: readonly PaymentMethod[];
      readonly address?: { readonly name: string; readonly lines: readonly string[] };
      readonly delivery?: { readonly label: string; readonly note?: string; readonly price: Money };
    }
  | { readonly kind: 'none' };

export type CheckoutStatus = 'open' | 'processing' | 'paid' | 'failed' | 'expired' | 'canceled' | 'unknown';

export interface CheckoutSession {
  readonly id: string;
  readonly status: CheckoutStatus;
  readonly handoff: Handoff;
  /** What will be charged, priced by the back end. */
  readonly total: Money;
  readonly itemCount: number;
  /** Until when stock and price are held. */
  readonly expiresAt?: EpochMs;
  readonly orderId?: string;
  /** The number the viewer is told. */
  readonly orderNumber?: string;
  /**
   * Why the last try to pay failed. After a declined payment the session stays `open` with `PAYMENT_DECLINED`, its stock
   * held, so that another way to pay can be tried.
   */
  readonly error?: ErrorCode;
}

export interface CheckoutRequest {
  readonly mode: CheckoutMode;
  /** Buys this alone and leaves the cart as it is; absent: buys the cart. */
  readonly buyNow?: { readonly variantId: string; readonly quantity: number; readonly offerId?: string };
  /** Where a redirect comes back to; same origin as the page. */
  readonly returnUrl: string;
  /** An assertion, not a price: another total is refused as `PRICE_CHANGED`. */
  readonly expectedTotal?: Money;
}

export interface CheckoutPort {
  readonly modes: readonly CheckoutMode[];
  /**
   * Prices the purchase and holds its stock.
   * @throws {VitrineError} `CART_EMPTY`, `OUT_OF_STOCK`, `INSUFFICIENT_STOCK`, `PRICE_CHANGED`, `AUTH_REQUIRED`
   */
  begin(request: CheckoutRequest, options: CommandOptions): Promise<CheckoutSession>;
  /** The only truth about a payment. */
  status(id: string, options: { readonly signal: AbortSignal }): Promise<CheckoutSession>;
  /** Pays an `embed` session by one of its methods. The same command id charges once for ever. */
  confirm?(id: string, choice: { readonly methodId: string }, options: CommandOptions): Promise<CheckoutSession>;
  /** Gives up and releases what is held. */
  cancel?(id: string, options: CommandOptions): Promise<CheckoutSession>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    checkout: CheckoutPort;
  }
}
