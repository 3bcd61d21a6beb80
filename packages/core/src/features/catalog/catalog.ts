// SPDX-License-Identifier: MIT
import { newId, VitrineError, withSafeUrl } from '../../model/index.js';
import type { Feature } from '../feature.js';
import { fillSlice } from '../slice.js';
import type { CatalogEvent } from './catalog.port.js';
import { noCatalog, type CatalogState, type Shown } from './catalog.state.js';
import type { Product, Variant } from './product.js';

type Pin = Extract<CatalogEvent, { kind: 'pin' | 'unpin' }>;

function reduce({ seen }: Shown, event: Pin): Shown {
  if (event.kind === 'unpin') return { pinned: null, seen };
  const { productId, at } = event;
  return { pinned: productId, seen: { ...seen, [productId]: at } };
}

const nothing: Shown = { pinned: null, seen: {} };
const mostProducts = 2000;

/** A product whose links and pictures are safe to use; what is not is left out. */
function checked(product: Product): Product {
  return {
    ...withSafeUrl(product, 'url', 'link'),
    images: product.images.map((image) => withSafeUrl(image, 'url', 'image')).filter(({ url }) => url),
    variants: product.variants.map((variant) => withSafeUrl(variant, 'image', 'image')),
  };
}

/** Keeps the products of the show, with stock and prices of now and the pin of this viewer's moment. */
export const catalogFeature: Feature = {
  name: 'catalog',
  setup(context) {
    const { bus, store, timeline, signal } = context;
    const set = (patch: Partial<CatalogState>): void => store.set('catalog', patch);
    set(noCatalog);

    const track = timeline.track<Shown, Pin>(
      {
        initial: nothing,
        reduce,
        changed({ pinned, seen }) {
          const before = store.state.catalog.pinned;
          set({ pinned, seen });
          if (pinned === before) return;
          if (before !== null) bus.emit('product:unpinned', { productId: before });
          if (pinned !== null) bus.emit('product:pinned', { productId: pinned, at: seen[pinned] ?? timeline.now() });
        },
      },
      context,
    );

    const show = (productId: string | null): void => {
      const { open } = store.state.catalog;
      if (open === productId) return;
      set({ open: productId });
      if (open !== null) bus.emit('product:closed', { productId: open });
      if (productId !== null) bus.emit('product:opened', { productId });
    };
    bus.answer(
      'product:open',
      ({ productId }) => {
        if (!store.state.catalog.products.some(({ id }) => id === productId)) {
          throw new VitrineError('NOT_PURCHASABLE', '', { field: 'productId' });
        }
        show(productId);
      },
      context,
    );
    bus.answer('product:close', () => show(null), context);

    const take = (items: readonly CatalogEvent[]): void => {
      const before = store.state.catalog.products;
      let products = before;
      let base: Shown | undefined;
      let pins: Pin[] = [];
      const change = (variantId: string, patch: Partial<Variant>): void => {
        products = products.map((product) =>
          product.variants.some(({ id }) => id === variantId)
            ? {
                ...product,
                variants: product.variants.map((one) => (one.id === variantId ? { ...one, ...patch } : one)),
              }
            : product,
        );
      };
      for (const item of items) {
        if (item.kind === 'products') products = item.products.slice(0, mostProducts).map(checked);
        else if (item.kind === 'stock') change(item.variantId, { availability: item.availability });
        else if (item.kind === 'price') change(item.variantId, { price: item.price });
        else if (item.kind === 'pins') {
          const { pinned, at } = item;
          base = pinned ? { pinned, seen: { [pinned]: at } } : nothing;
          pins = [];
        } else pins.push(item);
      }
      set({ status: 'ready', products });
      if (products !== before) bus.emit('catalog:changed', { products });
      if (base) track.snapshot(base, pins);
      else if (pins.length > 0) track.push(pins);
    };

    return ({ catalog }, failure) => {
      set({ canPin: !!catalog?.pin });
      if (catalog?.pin) {
        bus.answer(
          'product:pin',
          ({ productId, ...when }) => catalog.pin?.(productId, { ...when, commandId: newId(), signal }),
          context,
        );
      }
      if (catalog?.unpin) {
        bus.answer('product:unpin', (when) => catalog.unpin?.({ ...when, commandId: newId(), signal }), context);
      }
      fillSlice(context, 'catalog', catalog, failure, take);
    };
  },
};
