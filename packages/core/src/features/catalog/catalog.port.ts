// SPDX-License-Identifier: MIT
import type { CommandOptions, Subscribe } from '../../adapter/index.js';
import type { ProgramTime } from '../../model/index.js';
import type { Availability, Price, Product } from './product.js';

/** The host shows a product, or nothing any more; the viewer sees it at `at`. A pin replaces the one before. */
export type PinEvent =
  | { readonly kind: 'pin'; readonly productId: string; readonly at: ProgramTime }
  | { readonly kind: 'unpin'; readonly at: ProgramTime };

export type CatalogEvent =
  /** All products of the show, in the order of the show; replaces what was known. */
  | { readonly kind: 'products'; readonly products: readonly Product[] }
  /** Truth is now: never held back for the picture. */
  | { readonly kind: 'stock'; readonly variantId: string; readonly availability: Availability }
  | { readonly kind: 'price'; readonly variantId: string; readonly price: Price }
  | PinEvent
  /** What was pinned before the events that follow it in the batch: a viewer may be that far behind. */
  | { readonly kind: 'pins'; readonly pinned: string | null; readonly at: ProgramTime };

export interface CatalogPort {
  /** Delivers the products and what was pinned in the last minute, then each change. */
  readonly subscribe: Subscribe<CatalogEvent>;
  /** Fetches products that the show does not list, by id. */
  resolve?(ids: readonly string[], options: { readonly signal: AbortSignal }): Promise<readonly Product[]>;
  /**
   * Shows a product to the room. Hosts and moderators.
   * @param at the moment on camera the pin belongs to; absent: the moment the back end hears of it
   * @throws {VitrineError} `FORBIDDEN`, `BAD_INPUT`
   */
  pin?(productId: string, options: CommandOptions & { readonly at?: ProgramTime }): Promise<void>;
  unpin?(options: CommandOptions & { readonly at?: ProgramTime }): Promise<void>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    catalog: CatalogPort;
  }
}
