// SPDX-License-Identifier: MIT
import { checkUrl, type Product, type ProductImage, type UrlUse, type Variant } from '@vitrine/core';
import { bad, readMoney, type PageMoney } from './page-money.js';

interface Sold {
  readonly compareAt?: PageMoney | undefined;
  /** How many there are, or whether there are any; absent: nobody knows. */
  readonly stock?: number | boolean | undefined;
}

export interface PageVariant extends Sold {
  readonly id: string;
  readonly price: PageMoney;
  /** Option axis id → option value id. */
  readonly values?: Readonly<Record<string, string>>;
  readonly image?: string;
  readonly sku?: string;
  readonly maximumPerOrder?: number;
}

/** A product as a page has it: one price, or variants with their own. */
export interface PageProduct extends Sold, Partial<Omit<Product, 'id' | 'title' | 'images' | 'variants'>> {
  readonly id: string;
  readonly title: string;
  readonly price?: PageMoney;
  readonly images?: readonly (string | ProductImage)[];
  readonly variants?: readonly PageVariant[];
}

/**
 * A page's product as the room has it. A link or a picture that must not be used is left out and reported.
 * @throws {VitrineError} `BAD_INPUT`, `BAD_MONEY`, `CURRENCY_MISMATCH`, naming the field
 */
export function readProduct(product: PageProduct, currency: string, report: (error: unknown) => void): Product {
  const { id, title, price, compareAt, stock, images = [], variants, url, ...rest } = product;
  if (typeof id !== 'string' || !id) throw bad('product.id', 'a string');
  if (typeof title !== 'string') throw bad('product.title', 'a string');
  const field = `products.${id}`;
  const safe = (value: unknown, use: UrlUse, name: string): string | undefined => {
    if (value === undefined) return undefined;
    try {
      return checkUrl(value, use, `${field}.${name}`);
    } catch (error) {
      report(error);
      return undefined;
    }
  };
  const given: readonly PageVariant[] = variants ?? [{ id, price: price ?? '', compareAt, stock }];
  const link = safe(url, 'link', 'url');
  return {
    kind: 'goods',
    options: [],
    ...rest,
    id,
    title,
    ...(link && { url: link }),
    images: images.flatMap((image, index) => {
      const { url: address, ...more } = typeof image === 'string' ? { url: image } : image;
      const checked = safe(address, 'image', `images.${index}.url`);
      return checked ? [{ ...more, url: checked }] : [];
    }),
    variants: given.map((variant, index): Variant => {
      const { price: amount, compareAt: former, stock: left, image, values = {}, ...more } = variant;
      const picture = safe(image, 'image', `variants.${index}.image`);
      const state = left === undefined ? 'unknown' : left ? 'in' : 'out';
      return {
        ...more,
        values,
        price: {
          amount: readMoney(amount, currency, `${field}.variants.${index}.price`),
          ...(former !== undefined && {
            compareAt: readMoney(former, currency, `${field}.variants.${index}.compareAt`),
          }),
        },
        availability: { state, asOf: Date.now(), ...(typeof left === 'number' && { quantity: left }) },
        ...(picture && { image: picture }),
      };
    }),
  };
}
