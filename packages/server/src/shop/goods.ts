// SPDX-License-Identifier: MIT
import type { Availability, EpochMs, Money, Price, Product, Variant } from '@vitrine/core';
import type { Database } from '../storage/database.js';
import type { Stock } from './stock.js';

/** A variant as it is put into the shop: with its stock and one price per currency. */
export interface VariantInput extends Omit<Variant, 'price' | 'availability'> {
  readonly stock: number;
  readonly prices: readonly Price[];
}

/** A product as it is put into the shop. */
export interface ProductInput extends Omit<Product, 'variants'> {
  readonly variants: readonly VariantInput[];
}

/** How goods are brought to the buyer. One way; free from a sum on, and for what is not goods. */
export interface Delivery {
  readonly label: string;
  readonly note?: string;
  /** The flat price, per currency. */
  readonly prices: readonly Money[];
  /** The sum of items from which it is free, per currency. */
  readonly freeFrom?: readonly Money[];
}

/** What a room's shop sells in. */
export interface Shop {
  readonly currency: string;
  readonly currencies: readonly string[];
  readonly delivery: Delivery;
  /** With so many left or fewer, a variant is called low. */
  readonly lowStock: number;
}

/** What pricing needs of a variant. */
export interface Item {
  readonly variantId: string;
  readonly productId: string;
  readonly kind: Product['kind'];
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly image: string | undefined;
  readonly maximum: number | undefined;
  readonly price: Price;
}

type ProductData = Omit<Product, 'id' | 'variants'>;
type VariantData = Omit<Variant, 'id' | 'price' | 'availability' | 'maximumPerOrder'>;
interface VariantRow {
  id: string;
  product: string;
  data: string;
  maximum: number | null;
  amount: number;
  compare_at: number | null;
  unit_price: string | null;
}

const withPrice = `SELECT v.id, v.product, v.data, v.maximum, p.amount, p.compare_at, p.unit_price FROM variants v
  JOIN prices p ON p.room = v.room AND p.variant = v.id AND p.currency = ?`;

/** Products, variants and prices, as rows of `shop.db`. */
export class Goods {
  readonly #database: Database;
  readonly #stock: Stock;

  constructor(database: Database, stock: Stock) {
    this.#database = database;
    this.#stock = stock;
  }

  /** The room's shop; a room without one sells nothing. */
  shop(room: string): Shop | undefined {
    const row = this.#database.get<{ currency: string; currencies: string; delivery: string; low_stock: number }>(
      'SELECT currency, currencies, delivery, low_stock FROM shops WHERE room = ?',
      room,
    );
    return (
      row && {
        currency: row.currency,
        currencies: JSON.parse(row.currencies) as string[],
        delivery: JSON.parse(row.delivery) as Delivery,
        lowStock: row.low_stock,
      }
    );
  }

  /** What a viewer pays in: the wish where the shop sells in it, else the shop's own currency. */
  currency(room: string, wish: string | undefined): string {
    const shop = this.shop(room);
    if (!shop) return wish ?? 'EUR';
    return wish !== undefined && shop.currencies.includes(wish) ? wish : shop.currency;
  }

  /** All products of a room, in the order of the show. @param isExact whether every variant tells how many are left */
  products(room: string, currency: string, now: EpochMs, isExact = false): Product[] {
    const lowStock = this.shop(room)?.lowStock ?? 0;
    const available = this.#stock.availableOf(room, now);
    const variants = new Map<string, Variant[]>();
    for (const row of this.#database.all<VariantRow>(
      `${withPrice} WHERE v.room = ? ORDER BY v.position`,
      currency,
      room,
    )) {
      const list = variants.get(row.product) ?? [];
      if (list.length === 0) variants.set(row.product, list);
      list.push({
        ...(JSON.parse(row.data) as VariantData),
        id: row.id,
        price: toPrice(row, currency),
        availability: toAvailability(available.get(row.id) ?? 0, lowStock, now, isExact),
        ...(row.maximum === null ? {} : { maximumPerOrder: row.maximum }),
      });
    }
    return this.#database
      .all<{ id: string; data: string }>('SELECT id, data FROM products WHERE room = ? ORDER BY position', room)
      .map(({ id, data }) => ({ ...(JSON.parse(data) as ProductData), id, variants: variants.get(id) ?? [] }));
  }

  hasProduct(room: string, id: string): boolean {
    return this.#database.get('SELECT 1 FROM products WHERE room = ? AND id = ?', room, id) !== undefined;
  }

  /** One variant with its price, or undefined when the shop has none of that id. */
  item(room: string, variant: string, currency: string): Item | undefined {
    const row = this.#database.get<VariantRow>(`${withPrice} WHERE v.room = ? AND v.id = ?`, currency, room, variant);
    if (!row) return undefined;
    const found = this.#database.get<{ data: string }>(
      'SELECT data FROM products WHERE room = ? AND id = ?',
      room,
      row.product,
    );
    if (!found) return undefined;
    const product = JSON.parse(found.data) as ProductData;
    const { values, image } = JSON.parse(row.data) as VariantData;
    const chosen = product.options.flatMap(
      ({ id, values: offered }) => offered.find((value) => value.id === values[id])?.name ?? [],
    );
    return {
      variantId: row.id,
      productId: row.product,
      kind: product.kind,
      title: product.title,
      subtitle: chosen.length > 0 ? chosen.join(', ') : product.subtitle,
      image: image ?? product.images[0]?.url,
      maximum: row.maximum ?? undefined,
      price: toPrice(row, currency),
    };
  }

  /** The word for what is left of a variant. */
  availability(room: string, variant: string, now: EpochMs): Availability {
    return toAvailability(this.#stock.available(room, variant, now), this.shop(room)?.lowStock ?? 0, now);
  }

  setPrice(room: string, variant: string, { amount, compareAt, unitPrice }: Price): void {
    this.#database.run(
      'INSERT OR REPLACE INTO prices (room, variant, currency, amount, compare_at, unit_price) VALUES (?, ?, ?, ?, ?, ?)',
      room,
      variant,
      amount.currency,
      amount.minor,
      compareAt?.minor ?? null,
      unitPrice ?? null,
    );
  }
}

function toPrice({ amount, compare_at, unit_price }: VariantRow, currency: string): Price {
  return {
    amount: { minor: amount, currency },
    ...(compare_at === null ? {} : { compareAt: { minor: compare_at, currency } }),
    ...(unit_price === null ? {} : { unitPrice: unit_price }),
    tax: 'included',
  };
}

function toAvailability(available: number, lowStock: number, asOf: EpochMs, isExact = false): Availability {
  const state = available <= 0 ? 'out' : available <= lowStock ? 'low' : 'in';
  // How much a shop has in store is its own business, until little is left.
  return { state, ...(state === 'in' && !isExact ? {} : { quantity: Math.max(0, available) }), asOf };
}
