// SPDX-License-Identifier: MIT
import type { Database } from '../storage/database.js';
import type { ProductInput, Shop } from './goods.js';

/** A code that takes a share off. */
export interface Coupon {
  readonly code: string;
  /** Hundredths of a percent: 800 is 8 %. */
  readonly basisPoints: number;
}

/** Opens a room's shop, or brings its goods up to date. Stock and prices of variants that are there stay as they are. */
export function stockShop(
  database: Database,
  room: string,
  shop: Shop,
  products: readonly ProductInput[],
  coupons: readonly Coupon[] = [],
): void {
  database.transaction(() => {
    database.run(
      'INSERT OR REPLACE INTO shops (room, currency, currencies, delivery, low_stock) VALUES (?, ?, ?, ?, ?)',
      room,
      shop.currency,
      JSON.stringify(shop.currencies),
      JSON.stringify(shop.delivery),
      shop.lowStock,
    );
    for (const { code, basisPoints } of coupons) {
      database.run(
        'INSERT OR REPLACE INTO coupons (room, code, basis_points) VALUES (?, ?, ?)',
        room,
        code,
        basisPoints,
      );
    }
    for (const [position, { id, variants, ...data }] of products.entries()) {
      database.run(
        'INSERT OR REPLACE INTO products (room, id, position, data) VALUES (?, ?, ?, ?)',
        room,
        id,
        position,
        JSON.stringify(data),
      );
      for (const [order, { id: variant, stock, prices, maximumPerOrder, ...more }] of variants.entries()) {
        database.run(
          `INSERT INTO variants (room, id, product, position, data, maximum, stock) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (room, id) DO UPDATE SET product = excluded.product, position = excluded.position,
             data = excluded.data, maximum = excluded.maximum`,
          room,
          variant,
          id,
          position * 1000 + order,
          JSON.stringify(more),
          maximumPerOrder ?? null,
          stock,
        );
        for (const { amount, compareAt, unitPrice } of prices) {
          database.run(
            'INSERT OR IGNORE INTO prices (room, variant, currency, amount, compare_at, unit_price) VALUES (?, ?, ?, ?, ?, ?)',
            room,
            variant,
            amount.currency,
            amount.minor,
            compareAt?.minor ?? null,
            unitPrice ?? null,
          );
        }
      }
    }
  });
}
