// SPDX-License-Identifier: MIT
import {
  money,
  VitrineError,
  type Cart,
  type CartCommand,
  type CartIssue,
  type CartLine,
  type CartPort,
  type CartResult,
  type Money,
} from '@vitrine/core';
import { feed } from '../shared/feed.js';
import type { DemoCatalog } from './catalog.js';
import type { Stage } from './stage.js';

/** The shop's terms in one currency. */
export interface Terms {
  /** Minor units. */
  readonly delivery: number;
  readonly coupon: { readonly code: string; readonly percent: number; readonly products: readonly string[] };
}

interface Wanted {
  readonly quantity: number;
  /** The unit price the viewer was last told, minor units. */
  readonly unit: number;
}

/** The pretended shop's cart of this one viewer. */
export class DemoCart {
  readonly #stage: Stage;
  readonly #catalog: DemoCatalog;
  readonly #terms: Terms;
  readonly #wanted = new Map<string, Wanted>();
  #coupons: string[] = [];
  #revision = 0;
  readonly #feed = feed<CartResult>(() => []);

  constructor(stage: Stage, catalog: DemoCatalog, terms: Terms) {
    this.#stage = stage;
    this.#catalog = catalog;
    this.#terms = terms;
    stage.carry(this.#feed);
    catalog.onChange = () => {
      const issues = this.#settle();
      if (issues.length > 0) this.#feed.send({ cart: this.cart(), issues });
    };
  }

  /** The cart, or what it would be with these lines alone. */
  cart(only?: { readonly variantId: string; readonly quantity: number }): Cart {
    const { currency } = this.#stage;
    const of = (minor: number): Money => money(minor, currency);
    const wanted = only ? [[only.variantId, only] as const] : [...this.#wanted];
    const lines = wanted.map(([variantId, { quantity }]): CartLine => {
      const { product, variant } = this.#catalog.find(variantId);
      const { amount, compareAt } = variant.price;
      const chosen = product.options.map((axis) => axis.values.find(({ id }) => id === variant.values[axis.id])?.name);
      const image = variant.image ?? product.images[0]?.url;
      return {
        id: variantId,
        variantId,
        productId: product.id,
        quantity,
        maximum: Math.min(variant.maximumPerOrder ?? 99, this.#catalog.within(variantId)),
        unit: amount,
        total: of(amount.minor * quantity),
        title: product.title,
        ...(compareAt && { compareAt }),
        ...(chosen.length > 0 && { subtitle: chosen.join(', ') }),
        ...(image && { image }),
      };
    });
    const { coupon, delivery } = this.#terms;
    const sum = (some: readonly CartLine[]): number => some.reduce((minor, { total }) => minor + total.minor, 0);
    const items = sum(lines);
    const eligible =
      only || this.#coupons.length === 0 ? [] : lines.filter(({ productId }) => coupon.products.includes(productId));
    const discount = Math.round((sum(eligible) * coupon.percent) / 100);
    const isSent = lines.some(({ productId }) =>
      this.#catalog.products.some(({ id, kind }) => id === productId && kind === 'goods'),
    );
    const shipping = isSent ? delivery : 0;
    return {
      id: 'demo',
      revision: this.#revision,
      currency,
      lines,
      coupons: this.#coupons,
      totals: {
        items: of(items),
        ...(discount > 0 && { discount: of(discount) }),
        shipping: of(shipping),
        total: of(items - discount + shipping),
      },
    };
  }

  /** After a purchase: nothing is in it any more. */
  empty(): void {
    this.#wanted.clear();
    this.#coupons = [];
    this.#revision++;
    this.#feed.send({ cart: this.cart(), issues: [] });
  }

  port(life: AbortSignal): CartPort {
    const stage = this.#stage;
    return {
      load: ({ signal }) => stage.answer(() => (this.#revision > 0 ? this.cart() : null), signal, life),
      apply: (command, { commandId, signal }) =>
        stage.answer(() => stage.once(commandId, () => this.#apply(command)), signal, life),
      subscribe: (sink, { signal }) => this.#feed.subscribe(sink, [signal, life]),
    };
  }

  #apply(command: CartCommand): CartResult {
    const issues = command.kind === 'set' ? this.#set(command) : this.#coupon(command);
    this.#revision++;
    return { cart: this.cart(), issues };
  }

  #set({ item: { variantId }, quantity, expectedUnit }: Extract<CartCommand, { kind: 'set' }>): CartIssue[] {
    if (!Number.isSafeInteger(quantity) || quantity < 0) {
      throw new VitrineError('BAD_INPUT', 'A quantity is a whole number from 0.', { field: 'quantity' });
    }
    const unit = this.#catalog.find(variantId).variant.price.amount;
    if (expectedUnit && expectedUnit.currency !== unit.currency) {
      throw new VitrineError('CURRENCY_MISMATCH', `The demo sells in ${unit.currency}.`, {
        field: 'expectedUnit.currency',
      });
    }
    this.#wanted.set(variantId, { quantity, unit: expectedUnit?.minor ?? unit.minor });
    return this.#settle();
  }

  #coupon({ code, remove }: Extract<CartCommand, { kind: 'coupon' }>): CartIssue[] {
    const { coupon } = this.#terms;
    if (code.trim().toUpperCase() !== coupon.code) {
      throw new VitrineError('COUPON_INVALID', 'The demo has no such coupon.', {
        field: 'code',
        mend: `Try ${coupon.code}.`,
      });
    }
    this.#coupons = remove ? [] : [coupon.code];
    return [];
  }

  /** Brings what is wanted down to what can be had, and tells of every difference. */
  #settle(): CartIssue[] {
    const issues: CartIssue[] = [];
    for (const [variantId, { quantity: requested, unit: minor }] of this.#wanted) {
      const { variant } = this.#catalog.find(variantId);
      const { maximumPerOrder: most = 99, price } = variant;
      const left = this.#catalog.within(variantId);
      const quantity = Math.min(requested, left, most);
      const about = { lineId: variantId, requested, severity: 'warn' } as const;
      if (quantity < requested) {
        if (left === 0) issues.push({ code: 'OUT_OF_STOCK', ...about });
        else if (left < most) issues.push({ code: 'INSUFFICIENT_STOCK', ...about, available: left });
        else issues.push({ code: 'LIMIT_EXCEEDED', ...about, available: most });
      }
      const { amount: after } = price;
      if (quantity > 0 && after.minor !== minor) {
        const before = money(minor, after.currency);
        const severity = after.minor > minor ? 'block' : 'info';
        issues.push({ code: 'PRICE_CHANGED', lineId: variantId, severity, before, after });
      }
      if (quantity > 0) this.#wanted.set(variantId, { quantity, unit: after.minor });
      else this.#wanted.delete(variantId);
    }
    if (issues.length > 0) this.#revision++;
    return issues;
  }
}
