// SPDX-License-Identifier: MIT
import type { Money, VitrineError } from '../../model/index.js';
import type { Cart, CartIssue, CartResult } from './cart.port.js';

export interface CartState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** As the back end last confirmed it. */
  readonly cart: Cart | null;
  /** What this viewer wants of each variant and the back end has not confirmed: variant id → quantity. */
  readonly wanted: Readonly<Record<string, number>>;
  /** What the back end changed or refused, until the viewer has dealt with it. */
  readonly issues: readonly CartIssue[];
  /** How many pieces, wanted ones included. */
  readonly count: number;
  /** Whether the drawer is open. */
  readonly open: boolean;
  /** Commands wait for the connection. */
  readonly isOffline: boolean;
  readonly error: VitrineError | null;
}

/** Before anything is known. */
export const noCart: CartState = {
  status: 'loading',
  cart: null,
  wanted: {},
  issues: [],
  count: 0,
  open: false,
  isOffline: false,
  error: null,
};

declare module '../../store/store.js' {
  interface RoomState {
    cart: CartState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /** Puts so many more in the cart (1 unless told); told to the back end as an absolute quantity. */
    'cart:add': {
      detail: {
        readonly variantId: string;
        readonly quantity?: number;
        readonly offerId?: string;
        readonly quoteId?: string;
        readonly expectedUnit?: Money;
      };
      answer: CartResult;
    };
    /** Sets how many are wanted; 0 removes. Quick changes of one line become one command. */
    'cart:set': {
      detail: {
        readonly variantId: string;
        readonly quantity: number;
        readonly offerId?: string;
        readonly quoteId?: string;
        readonly expectedUnit?: Money;
      };
      answer: CartResult;
    };
    'cart:coupon': { detail: { readonly code: string; readonly remove?: boolean }; answer: CartResult };
    /** Takes an issue off the list once the viewer has seen it. */
    'cart:acknowledge': { detail: { readonly issue: CartIssue }; answer: void };
    'cart:open': { detail: Record<never, never>; answer: void };
    'cart:close': { detail: Record<never, never>; answer: void };
    'cart:reload': { detail: Record<never, never>; answer: void };
  }
  interface Facts {
    /** The back end has confirmed a cart. */
    'cart:changed': { readonly cart: Cart | null };
    /** Something was refused or adjusted. */
    'cart:adjusted': { readonly issues: readonly CartIssue[] };
    'cart:failed': { readonly error: VitrineError };
    'cart:opened': Record<never, never>;
    'cart:closed': Record<never, never>;
  }
}
