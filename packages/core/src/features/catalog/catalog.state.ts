// SPDX-License-Identifier: MIT
import type { ProgramTime, VitrineError } from '../../model/index.js';
import type { Product } from './product.js';

/** A product and when the host began to show it. */
export interface ShownAt {
  readonly productId: string;
  readonly at: ProgramTime;
}

/** What has been on camera. */
export interface Shown {
  /** What is on camera at this viewer's moment, or null. */
  readonly pinned: string | null;
  /** When each product was last shown, at this viewer's moment. */
  readonly seen: Readonly<Record<string, ProgramTime>>;
}

export interface CatalogState extends Shown {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  readonly products: readonly Product[];
  /**
   * Each time a product was shown, as far as is known; in a recording all of them, also those that this viewer has yet to
   * see.
   */
  readonly shown: readonly ShownAt[];
  /** The product whose sheet is open. */
  readonly open: string | null;
  /** Whether this viewer may pin. */
  readonly canPin: boolean;
  readonly error: VitrineError | null;
}

/** Before anything is known. */
export const noCatalog: CatalogState = {
  status: 'loading',
  products: [],
  pinned: null,
  seen: {},
  shown: [],
  open: null,
  canPin: false,
  error: null,
};

declare module '../../store/store.js' {
  interface RoomState {
    catalog: CatalogState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /** Opens the sheet of a product. @throws `NOT_PURCHASABLE` when the show has no such product */
    'product:open': { detail: { readonly productId: string }; answer: void };
    /**
     * Fetches each time a product was shown before the room was entered: {@link CatalogState.shown} has them then, and keeps
     * them whole. Answered where the back end has the port `history`.
     * @throws `NETWORK`, `ROOM_NOT_FOUND`
     */
    'product:recall': { detail: Record<never, never>; answer: void };
    'product:close': { detail: Record<never, never>; answer: void };
    /** Shows a product to the room, `at` a moment on camera or as soon as the back end hears of it. */
    'product:pin': { detail: { readonly productId: string; readonly at?: ProgramTime }; answer: void };
    'product:unpin': { detail: { readonly at?: ProgramTime }; answer: void };
  }
  interface Facts {
    'catalog:changed': { readonly products: readonly Product[] };
    /** The host shows it, at this viewer's frame. */
    'product:pinned': { readonly productId: string; readonly at: ProgramTime };
    'product:unpinned': { readonly productId: string };
    'product:opened': { readonly productId: string };
    'product:closed': { readonly productId: string };
  }
}
