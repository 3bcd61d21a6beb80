// SPDX-License-Identifier: MIT
import type { CommandOptions, Subscribe } from '../../adapter/index.js';
import type { EpochMs, ErrorCode, Money } from '../../model/index.js';

/** A refusal or a change the shop made, tied to a line where it concerns one. Shown in the viewer's words by `code`. */
export interface CartIssue {
  readonly code: ErrorCode;
  readonly lineId?: string;
  /** `block` stops the checkout until it is dealt with. */
  readonly severity: 'info' | 'warn' | 'block';
  /** For `INSUFFICIENT_STOCK`: how many there are; `LIMIT_EXCEEDED`: how many are allowed. */
  readonly available?: number;
  /** How many were asked for. */
  readonly requested?: number;
  /** For `PRICE_CHANGED`: the unit price before and after. */
  readonly before?: Money;
  readonly after?: Money;
}

export interface CartLine {
  /** One line per variant and offer. */
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly offerId?: string;
  readonly quoteId?: string;
  readonly quantity: number;
  readonly maximum?: number;
  readonly unit: Money;
  readonly compareAt?: Money;
  readonly total: Money;
  readonly title: string;
  /** The chosen options in words: "100 g tin". */
  readonly subtitle?: string;
  readonly image?: string;
}

export interface CartTotals {
  readonly items: Money;
  /** What is taken off, as a positive amount. */
  readonly discount?: Money;
  readonly shipping?: Money;
  readonly tax?: Money;
  readonly total: Money;
  readonly isEstimated?: boolean;
}

export interface Cart {
  readonly id: string;
  /** Grows with each change; an answer with an older one is late and ignored. */
  readonly revision: number;
  readonly currency: string;
  readonly lines: readonly CartLine[];
  readonly totals: CartTotals;
  readonly coupons: readonly string[];
  readonly expiresAt?: EpochMs;
}

/** What is wanted of the cart, absolutely: "two of these", never "one more", so that a repeat does no harm. */
export type CartCommand =
  | {
      readonly kind: 'set';
      readonly item: { readonly variantId: string; readonly offerId?: string; readonly quoteId?: string };
      /** 0 removes the line. */
      readonly quantity: number;
      /** The unit price the viewer saw; another one comes back as `PRICE_CHANGED`. */
      readonly expectedUnit?: Money;
    }
  | { readonly kind: 'coupon'; readonly code: string; readonly remove?: boolean };

export interface CartResult {
  readonly cart: Cart;
  readonly issues: readonly CartIssue[];
}

export interface CartPort {
  /** The viewer's cart as it is, or null when there is none yet. */
  load(options: { readonly signal: AbortSignal }): Promise<Cart | null>;
  /**
   * Does what the command wants as far as the shop allows and resolves with the cart that resulted, even when it was
   * adjusted; each difference is an issue, also when it means that nothing was applied (`OUT_OF_STOCK`, a coupon that is
   * not valid).
   * @throws {VitrineError} when nothing was applied, or with outcome `unknown` when that cannot be told
   */
  apply(command: CartCommand, options: CommandOptions): Promise<CartResult>;
  /** Changes made elsewhere: the page's own cart, another tab. */
  readonly subscribe?: Subscribe<CartResult>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    cart: CartPort;
  }
}
