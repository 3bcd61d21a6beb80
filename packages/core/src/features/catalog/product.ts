// SPDX-License-Identifier: MIT
import type { EpochMs, Money, ProgramTime } from '../../model/index.js';

export type ProductKind = 'goods' | 'voucher' | 'stay' | 'ticket' | 'service';

/** What can be had. `low` is the back end's word, never the client's guess. */
export interface Availability {
  readonly state: 'in' | 'low' | 'out' | 'preorder' | 'soon' | 'unknown';
  /** How many are left, where the shop tells. */
  readonly quantity?: number;
  readonly asOf: EpochMs;
}

export interface Price {
  readonly amount: Money;
  /** The former price, struck through. In the EU the lowest of the last 30 days (Directive 98/6/EC, article 6a). */
  readonly compareAt?: Money;
  /** The price per measure, as words of the shop: "€24.00 / 100 g". */
  readonly unitPrice?: string;
  readonly tax?: 'included' | 'excluded' | 'unknown';
}

/** One choice to make: colour, size, weight. */
export interface OptionAxis {
  readonly id: string;
  readonly name: string;
  readonly values: readonly OptionValue[];
  readonly display?: 'chips' | 'swatches';
}

export interface OptionValue {
  readonly id: string;
  readonly name: string;
  /** A CSS hex colour for swatches, `#5e8f79`. */
  readonly swatch?: string;
}

/** What is put in a cart. */
export interface Variant {
  readonly id: string;
  readonly sku?: string;
  /** Option axis id → option value id. */
  readonly values: Readonly<Record<string, string>>;
  readonly price: Price;
  readonly availability: Availability;
  readonly maximumPerOrder?: number;
  readonly image?: string;
}

export interface ProductImage {
  readonly url: string;
  readonly alt?: string;
}

export interface Product {
  readonly id: string;
  /** The number the host says: "link 3". Stable for the show, never used again. */
  readonly number?: number;
  readonly kind: ProductKind;
  readonly title: string;
  readonly subtitle?: string;
  readonly description?: string;
  /** The product's own page in the shop. */
  readonly url?: string;
  readonly images: readonly ProductImage[];
  readonly options: readonly OptionAxis[];
  readonly variants: readonly Variant[];
  readonly rating?: { readonly value: number; readonly count: number };
  /** Name and value of each line of the specification. */
  readonly details?: readonly { readonly name: string; readonly value: string }[];
  /** When it was shown, in the order of showing. */
  readonly moments?: readonly ProgramTime[];
}

/** The variant a card shows first: the first that can be had, else the first. */
export function leadVariant(product: Product): Variant | undefined {
  return product.variants.find((variant) => isAvailable(variant.availability)) ?? product.variants[0];
}

export function isAvailable({ state, quantity }: Availability): boolean {
  return state !== 'out' && state !== 'soon' && quantity !== 0;
}

/** Whether nothing of the product can be had. */
export function isSoldOut(product: Product): boolean {
  return product.variants.length > 0 && !product.variants.some((variant) => isAvailable(variant.availability));
}

/** Whether a choice must be made before it can be put in a cart. */
export function needsChoice(product: Product): boolean {
  return product.variants.length > 1;
}

/** The variant with exactly these option values, if there is one. */
export function findVariant(product: Product, values: Readonly<Record<string, string>>): Variant | undefined {
  return product.variants.find((variant) => product.options.every(({ id }) => variant.values[id] === values[id]));
}
