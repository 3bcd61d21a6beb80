// SPDX-License-Identifier: MIT
import { toDecimal, type CartCommand, type CartIssue, type CheckoutRequest } from '@vitrine/core';
import type { CartAnswer, CheckoutAnswer } from './options.js';
import type { PageCart } from './page-cart.js';
import type { PageProduct } from './page-product.js';

/** A shop as pages have them: its own cart, prices as decimal strings, and no idea of rooms. */
export class PageShop {
  readonly currency: string;
  products: readonly PageProduct[] | null = null;
  readonly #goods = new Map([
    ['tea', { title: 'Tea', minor: 1999, stock: 9, most: 9 }],
    ['cup', { title: 'Cup', minor: 705, stock: 9, most: 4 }],
  ]);
  readonly #lines = new Map<string, number>();
  #coupons: string[] = [];

  constructor(currency: string) {
    this.currency = currency;
  }

  setStock(id: string, stock: number): readonly CartIssue[] {
    const known = this.#goods.get(id);
    if (known) known.stock = stock;
    const requested = this.#lines.get(id) ?? 0;
    return requested > stock ? this.#put(id, requested) : [];
  }

  setPrice(id: string, minor: number): void {
    const known = this.#goods.get(id);
    if (known) known.minor = minor;
  }

  stock(id: string): number {
    return this.#goods.get(id)?.stock ?? 0;
  }

  list(ids: readonly string[]): readonly PageProduct[] {
    return (
      this.products ??
      [...this.#goods]
        .filter(([id]) => ids.includes(id))
        .map(([id, { title, minor, stock, most }]) => ({
          id,
          title,
          variants: [{ id, price: this.#decimal(minor), stock, maximumPerOrder: most }],
        }))
    );
  }

  cart(): PageCart {
    const lines = [...this.#lines].map(([variantId, quantity]) => {
      const { title = '', minor = 0 } = this.#goods.get(variantId) ?? {};
      return { variantId, quantity, title, unit: this.#decimal(minor) };
    });
    return { currency: this.currency, lines, coupons: this.#coupons };
  }

  apply(command: CartCommand): CartAnswer {
    if (command.kind === 'coupon') {
      if (command.code !== 'SPRING') return { code: 'COUPON_INVALID' };
      this.#coupons = command.remove ? [] : ['SPRING'];
      return this.cart();
    }
    const { variantId } = command.item;
    if (!this.#goods.has(variantId)) return { code: 'VARIANT_INVALID', message: `No ${variantId} here.` };
    return { issues: this.#put(variantId, command.quantity), cart: this.cart() };
  }

  checkout({ expectedTotal, buyNow }: CheckoutRequest): CheckoutAnswer {
    const total = [...this.#lines].reduce(
      (sum, [id, quantity]) => sum + (this.#goods.get(id)?.minor ?? 0) * quantity,
      0,
    );
    if (buyNow && buyNow.quantity > this.stock(buyNow.variantId)) return { code: 'OUT_OF_STOCK' };
    if (!buyNow && total === 0) return { code: 'CART_EMPTY' };
    if (expectedTotal && expectedTotal.minor !== total) return { code: 'PRICE_CHANGED' };
    return { url: 'https://pay.example/session' };
  }

  #put(id: string, requested: number): readonly CartIssue[] {
    const { stock = 0, most = 0 } = this.#goods.get(id) ?? {};
    const quantity = Math.min(requested, stock, most);
    if (quantity > 0) this.#lines.set(id, quantity);
    else this.#lines.delete(id);
    if (quantity === requested) return [];
    const code = stock === 0 ? 'OUT_OF_STOCK' : quantity === stock ? 'INSUFFICIENT_STOCK' : 'LIMIT_EXCEEDED';
    return [{ code, lineId: id, severity: 'warn', available: quantity, requested }];
  }

  #decimal(minor: number): string {
    return toDecimal({ minor, currency: this.currency });
  }
}
