// SPDX-License-Identifier: MIT
import type { ProductInput } from '../shop/goods.js';

/** A product in another language; what is left out stays as it is. */
export interface ProductWords {
  readonly title: string;
  readonly subtitle: string;
  readonly description?: string;
  /** What its pictures show, in their order. */
  readonly pictures: readonly string[];
  readonly details?: readonly (readonly [name: string, value: string])[];
  /** Axis id → name. */
  readonly options?: Readonly<Record<string, string>>;
}

/** The goods of the demonstration in another language, by product id. */
export interface GoodsWords {
  readonly products: Readonly<Record<string, ProductWords>>;
  /** Option value id → name. Sizes of clothes are the same letters everywhere. */
  readonly values: Readonly<Record<string, string>>;
}

/** A row of the chat before anybody came: of a shopper, of the host, or of the room about an order. */
export interface OpeningLine {
  readonly name?: string;
  readonly text: string;
  readonly kind?: 'order';
}

/** What is said in a room, by people who are invented. */
export interface Script {
  readonly shoppers: readonly string[];
  /** What there is to read for the first visitor; lines without a name are the host's. */
  readonly opening: readonly OpeningLine[];
  /** What is said whatever is shown. */
  readonly smallTalk: readonly string[];
  /** Product id → what is said about it while it is on camera. */
  readonly aboutProducts: Readonly<Record<string, readonly string[]>>;
  /** Product id → what the host says when she shows it. */
  readonly hostLines: Readonly<Record<string, string>>;
}

/** The same product, with its number, prices and stock, in other words. */
export function inWords(product: ProductInput, { products, values }: GoodsWords): ProductInput {
  const words = products[product.id];
  if (!words) return product;
  const { title, subtitle, description, pictures, details, options } = words;
  return {
    ...product,
    title,
    subtitle,
    ...(description === undefined ? {} : { description }),
    images: product.images.map((image, index) => {
      const alt = pictures[index];
      return alt === undefined ? image : { ...image, alt };
    }),
    ...(details === undefined ? {} : { details: details.map(([name, value]) => ({ name, value })) }),
    options: product.options.map((axis) => ({
      ...axis,
      name: options?.[axis.id] ?? axis.name,
      values: axis.values.map((value) => ({ ...value, name: values[value.id] ?? value.name })),
    })),
  };
}
