// SPDX-License-Identifier: MIT
import {
  money,
  VitrineError,
  type Availability,
  type CatalogEvent,
  type CatalogPort,
  type CommandOptions,
  type Product,
  type ProgramTime,
  type Variant,
} from '@vitrine/core';
import { feed } from '../shared/feed.js';
import type { Stage } from './stage.js';

type Pin = Extract<CatalogEvent, { kind: 'pin' | 'unpin' }>;

/** How far back a viewer may be who must still find what was pinned for them. */
const lag = 60_000;
const few = 20;

/** The pretended shop window: products with stock and prices of now, and what the host shows. */
export class DemoCatalog {
  readonly #stage: Stage;
  #products: readonly Product[];
  #pins: Pin[] = [];
  readonly #held = new Map<string, number>();
  readonly #feed;
  /** Called when stock or a price has changed. */
  onChange: () => void = () => undefined;

  constructor(stage: Stage, products: readonly Product[]) {
    this.#stage = stage;
    this.#products = products;
    this.#feed = stage.carry(
      feed<CatalogEvent>(() => [{ kind: 'products', products: this.#products }, ...this.#recentPins()]),
    );
  }

  get products(): readonly Product[] {
    return this.#products;
  }

  setProducts(products: readonly Product[]): void {
    this.#products = products;
    this.#feed.send({ kind: 'products', products });
  }

  find(variantId: string): { readonly product: Product; readonly variant: Variant } {
    for (const product of this.#products) {
      const variant = product.variants.find(({ id }) => id === variantId);
      if (variant) return { product, variant };
    }
    throw new VitrineError('VARIANT_INVALID', `The show has no variant "${variantId}".`, { field: 'variantId' });
  }

  left(variantId: string): number {
    return this.find(variantId).variant.availability.quantity ?? 0;
  }

  /** How many this viewer can have: what is left, and what is held for them. */
  within(variantId: string): number {
    return this.left(variantId) + (this.#held.get(variantId) ?? 0);
  }

  /** Sets some aside for this viewer. */
  hold(variantId: string, quantity: number): void {
    this.#held.set(variantId, (this.#held.get(variantId) ?? 0) + quantity);
    this.setStock(variantId, this.left(variantId) - quantity);
  }

  /** Ends a hold: sold, or for everybody again. */
  release(variantId: string, quantity: number, isSold: boolean): void {
    this.#held.set(variantId, (this.#held.get(variantId) ?? 0) - quantity);
    this.setStock(variantId, this.left(variantId) + (isSold ? 0 : quantity));
  }

  setStock(variantId: string, quantity: number): void {
    this.find(variantId);
    const state = quantity > few ? 'in' : quantity > 0 ? 'low' : 'out';
    const availability: Availability = { state, quantity, asOf: this.#stage.clock.now() };
    this.#change(variantId, { availability });
    this.#feed.send({ kind: 'stock', variantId, availability });
    this.onChange();
  }

  setPrice(variantId: string, minor: number): void {
    const price = { ...this.find(variantId).variant.price, amount: money(minor, this.#stage.currency) };
    this.#change(variantId, { price });
    this.#feed.send({ kind: 'price', variantId, price });
    this.onChange();
  }

  /** Shows a product, or nothing. */
  pin(productId: string | null, at: ProgramTime = this.#stage.clock.now()): void {
    if (productId !== null && !this.#products.some(({ id }) => id === productId)) {
      throw new VitrineError('BAD_INPUT', `The show has no product "${productId}".`, { field: 'productId' });
    }
    const pin: Pin = productId === null ? { kind: 'unpin', at } : { kind: 'pin', productId, at };
    this.#pins.push(pin);
    this.#feed.send(pin);
  }

  port(life: AbortSignal): CatalogPort {
    const stage = this.#stage;
    type PinOptions = CommandOptions & { readonly at?: ProgramTime };
    const pin = (productId: string | null, { commandId, signal, at }: PinOptions): Promise<void> =>
      stage.answer(() => stage.once(commandId, () => this.pin(productId, at)), signal, life);
    return {
      subscribe: (sink, { signal }) => this.#feed.subscribe(sink, [signal, life]),
      resolve: (ids, { signal }) =>
        stage.answer(() => this.#products.filter(({ id }) => ids.includes(id)), signal, life),
      ...(stage.isStaff && { pin, unpin: (options: PinOptions) => pin(null, options) }),
    };
  }

  #recentPins(): CatalogEvent[] {
    const past = this.#stage.clock.now() - lag;
    const recent = this.#pins.filter(({ at }) => at > past);
    const base = this.#pins.filter(({ at }) => at <= past).at(-1);
    return [
      { kind: 'pins', pinned: base?.kind === 'pin' ? base.productId : null, at: base?.at ?? this.#stage.opened - lag },
      ...recent,
    ];
  }

  #change(variantId: string, change: Partial<Variant>): void {
    this.#products = this.#products.map((product) => ({
      ...product,
      variants: product.variants.map((variant) => (variant.id === variantId ? { ...variant, ...change } : variant)),
    }));
  }
}
