// SPDX-License-Identifier: MIT
import { backoffDelay, pause } from '../../adapter/index.js';
import { newId, toVitrineError, VitrineError, withSafeUrl, type ProgramTime } from '../../model/index.js';
import type { Feature } from '../feature.js';
import { fillSlice } from '../slice.js';
import type { HistoryPort } from '../history/index.js';
import type { CatalogEvent, PinEvent } from './catalog.port.js';
import { noCatalog, type CatalogState, type Shown, type ShownAt } from './catalog.state.js';
import type { Product, Variant } from './product.js';

function reduce({ seen }: Shown, event: PinEvent): Shown {
  if (event.kind === 'unpin') return { pinned: null, seen };
  const { productId, at } = event;
  return { pinned: productId, seen: { ...seen, [productId]: at } };
}

const nothing: Shown = { pinned: null, seen: {} };
const mostProducts = 2000;
const mostPins = 5000;

const byMoment = (one: PinEvent, other: PinEvent): number => one.at - other.at;
const key = (pin: PinEvent): string => `${pin.at} ${pin.kind === 'pin' ? pin.productId : ''}`;

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
    const { bus, store, timeline, signal, report } = context;
    const set = (patch: Partial<CatalogState>): void => store.set('catalog', patch);
    set(noCatalog);

    let history: HistoryPort | undefined;
    /** What is known of pins, and the moment from which it is all there is. */
    let pins: PinEvent[] = [];
    let since: ProgramTime = -Infinity;
    /** The latest moment this viewer has seen. */
    let furthest: ProgramTime = -Infinity;
    let isAsking = false;
    /** Whether all of it is wanted, wherever the viewer is. */
    let isWanted = false;
    let asked: Promise<void> | null = null;

    /** Fetches what was shown before all that is known. */
    const complete = async (port: HistoryPort): Promise<void> => {
      while (since > -Infinity) {
        const until = since;
        const told = await port.between(0, until, { kinds: ['pin', 'unpin'], signal });
        // A snapshot that came meanwhile tells from when it knows all.
        if (since !== until) continue;
        const earlier = told.filter((event) => event.kind === 'pin' || event.kind === 'unpin');
        const keys = new Set(earlier.map(key));
        since = -Infinity;
        pins = [...earlier, ...pins.filter((pin) => !keys.has(key(pin)))].sort(byMoment);
        track.snapshot(nothing, pins);
      }
    };
    /** Whoever asks meanwhile waits for the same answer. */
    const completeOnce = (port: HistoryPort): Promise<void> => (asked ??= complete(port).finally(() => (asked = null)));

    /** Where the viewer sees a moment from before the room was entered: what was on camera then. */
    const recall = async (port: HistoryPort): Promise<void> => {
      if (isAsking) return;
      isAsking = true;
      for (let attempt = 0; (isWanted || timeline.now() < since) && since > -Infinity && !signal.aborted; attempt++) {
        try {
          await completeOnce(port);
        } catch (thrown) {
          const error = toVitrineError(thrown, 'NETWORK');
          report(error);
          if (!error.retryable) break;
          await pause(backoffDelay(attempt, error.retryAfter), signal).catch(() => undefined);
        }
      }
      isAsking = false;
    };

    /** A recording is known to its end; of a live show the viewer has seen what they have seen. */
    const shownAt = (seen: Shown['seen']): ShownAt[] => {
      const isWhole = store.state.stream.info?.phase === 'replay';
      furthest = Math.max(furthest, timeline.now(), ...Object.values(seen));
      return pins.flatMap((pin) =>
        pin.kind === 'pin' && (isWhole || pin.at <= furthest) ? [{ productId: pin.productId, at: pin.at }] : [],
      );
    };

    const track = timeline.track<Shown, PinEvent>(
      {
        initial: nothing,
        reduce,
        changed({ pinned, seen }, _released, cause) {
          const before = store.state.catalog.pinned;
          set({ pinned, seen, shown: shownAt(seen) });
          if (cause === 'jump' && history) void recall(history);
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
      let newer: PinEvent[] = [];
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
          since = at;
          pins = pins.filter((pin) => pin.at < at);
          newer = [pinned ? { kind: 'pin', productId: pinned, at } : { kind: 'unpin', at }];
        } else newer.push(item);
      }
      set({ status: 'ready', products });
      if (products !== before) bus.emit('catalog:changed', { products });
      pins = [...pins, ...newer].sort(byMoment).slice(-mostPins);
      // What was on camera before all that is known can be asked for, or is guessed.
      if (base) {
        track.snapshot(history ? nothing : base, pins);
        if (isWanted && history) void recall(history);
      } else if (newer.length > 0) track.push(newer);
    };

    return ({ catalog, ...others }, failure) => {
      const port = (history = others.history);
      set({ canPin: !!catalog?.pin });
      if (port) {
        bus.answer(
          'product:recall',
          async () => {
            await completeOnce(port);
            isWanted = true;
          },
          context,
        );
      }
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
