// SPDX-License-Identifier: MIT
import type { Cart, CartLine, EpochMs } from '@vitrine/core';
import { newId } from '../ids.js';
import type { Database } from '../storage/database.js';
import type { Goods } from './goods.js';
import { addUp, type Wanted } from './pricing.js';
import type { Pieces, Stock } from './stock.js';

/** Whose cart: a person's in a room. */
export interface CartOwner {
  readonly room: string;
  readonly subject: string;
}

/** A cart's row. */
export interface CartRow {
  readonly id: string;
  readonly revision: number;
  readonly coupon: string | null;
}

/** A line's row, with the price its owner last saw. */
export interface LineRow {
  readonly variant: string;
  readonly quantity: number;
  readonly seen_amount: number;
  readonly seen_currency: string;
}

const noDelivery = { label: '', prices: [] };

/** Carts as rows of `shop.db`, priced when they are read: a price is never stored as one to pay. */
export class Carts {
  readonly database: Database;
  readonly goods: Goods;
  readonly stock: Stock;

  constructor(database: Database, goods: Goods, stock: Stock) {
    this.database = database;
    this.goods = goods;
    this.stock = stock;
  }

  row({ room, subject }: CartOwner): CartRow | undefined {
    return this.database.get<CartRow>(
      'SELECT id, revision, coupon FROM carts WHERE room = ? AND owner = ?',
      room,
      subject,
    );
  }

  /** The owner's cart, made when there is none. */
  open(owner: CartOwner): CartRow {
    const found = this.row(owner);
    if (found) return found;
    const id = newId();
    this.database.run(
      'INSERT INTO carts (id, room, owner, revision) VALUES (?, ?, ?, 0)',
      id,
      owner.room,
      owner.subject,
    );
    return { id, revision: 0, coupon: null };
  }

  lines(cart: string): LineRow[] {
    return this.database.all<LineRow>(
      'SELECT variant, quantity, seen_amount, seen_currency FROM cart_lines WHERE cart = ? ORDER BY position',
      cart,
    );
  }

  /** Sets how many of a variant are in the cart; 0 takes the line out. */
  put(
    cart: string,
    variant: string,
    quantity: number,
    seen: { readonly minor: number; readonly currency: string },
  ): void {
    if (quantity === 0) {
      this.database.run('DELETE FROM cart_lines WHERE cart = ? AND variant = ?', cart, variant);
      return;
    }
    this.database.run(
      `INSERT INTO cart_lines (cart, variant, quantity, seen_amount, seen_currency) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (cart, variant) DO UPDATE SET quantity = excluded.quantity, seen_amount = excluded.seen_amount,
         seen_currency = excluded.seen_currency`,
      cart,
      variant,
      quantity,
      seen.minor,
      seen.currency,
    );
  }

  setCoupon(cart: string, code: string | null): void {
    this.database.run('UPDATE carts SET coupon = ? WHERE id = ?', code, cart);
  }

  /** The share a room's coupon takes off, or undefined when there is no such coupon. */
  couponShare(room: string, code: string | null, now: EpochMs): number | undefined {
    if (code === null) return undefined;
    return this.database.get<{ share: number }>(
      'SELECT basis_points AS share FROM coupons WHERE room = ? AND code = ? AND (expires_at IS NULL OR expires_at > ?)',
      room,
      code,
      now,
    )?.share;
  }

  touch(cart: string): void {
    this.database.run('UPDATE carts SET revision = revision + 1 WHERE id = ?', cart);
  }

  /** Takes what was bought out of the cart; what was put in meanwhile stays. */
  takeOut(owner: CartOwner, bought: readonly Pieces[]): void {
    const cart = this.row(owner);
    if (!cart) return;
    for (const { variantId, quantity } of bought) {
      const line = this.lines(cart.id).find(({ variant }) => variant === variantId);
      if (!line) continue;
      this.put(cart.id, variantId, Math.max(0, line.quantity - quantity), {
        minor: line.seen_amount,
        currency: line.seen_currency,
      });
    }
    if (this.lines(cart.id).length === 0) this.setCoupon(cart.id, null);
    this.touch(cart.id);
  }

  /** What is in the cart, as things to be priced; a variant that is not sold any more is left out. */
  wanted(owner: CartOwner, currency: string): Wanted[] {
    const cart = this.row(owner);
    if (!cart) return [];
    return this.lines(cart.id).flatMap(({ variant, quantity }) => {
      const item = this.goods.item(owner.room, variant, currency);
      return item ? [{ item, quantity }] : [];
    });
  }

  /** The cart as its owner sees it, or null when there never was one. */
  load(owner: CartOwner, currency: string, now: EpochMs): Cart | null {
    const row = this.row(owner);
    if (!row) return null;
    const wanted = this.wanted(owner, currency);
    const share = this.couponShare(owner.room, row.coupon, now);
    const { items, discount, shipping, total } = addUp(
      wanted,
      currency,
      this.goods.shop(owner.room)?.delivery ?? noDelivery,
      share,
    );
    const amount = (minor: number): { minor: number; currency: string } => ({ minor, currency });
    return {
      id: row.id,
      revision: row.revision,
      currency,
      lines: wanted.map(({ item, quantity }): CartLine => {
        const available = this.stock.available(owner.room, item.variantId, now, owner.subject);
        return {
          id: item.variantId,
          variantId: item.variantId,
          productId: item.productId,
          quantity,
          maximum: Math.min(item.maximum ?? available, available),
          unit: item.price.amount,
          ...(item.price.compareAt ? { compareAt: item.price.compareAt } : {}),
          total: amount(item.price.amount.minor * quantity),
          title: item.title,
          ...(item.subtitle === undefined ? {} : { subtitle: item.subtitle }),
          ...(item.image === undefined ? {} : { image: item.image }),
        };
      }),
      totals: {
        items: amount(items),
        ...(discount > 0 ? { discount: amount(discount) } : {}),
        ...(wanted.length > 0 ? { shipping: amount(shipping) } : {}),
        total: amount(total),
      },
      coupons: row.coupon !== null && share !== undefined ? [row.coupon] : [],
    };
  }
}
