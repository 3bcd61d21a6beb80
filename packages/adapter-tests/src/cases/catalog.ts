// SPDX-License-Identifier: MIT
import type { Availability, CatalogEvent, CatalogPort, Price, Variant } from '@vitrine/core';
import { check, refusal, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';

type Of<K extends CatalogEvent['kind']> = Extract<CatalogEvent, { kind: K }>;

function is<K extends CatalogEvent['kind']>(kind: K): (item: CatalogEvent) => item is Of<K> {
  return (item): item is Of<K> => item.kind === kind;
}

/** The variant in a new list of products: a shop may tell of a change that way too. */
function variantIn(item: CatalogEvent, id: string): Variant | undefined {
  return item.kind === 'products'
    ? item.products.flatMap(({ variants }) => variants).find((variant) => variant.id === id)
    : undefined;
}

/** @throws {Skipped} when this viewer may not pin */
function pinOf(catalog: CatalogPort): NonNullable<CatalogPort['pin']> {
  if (!catalog.pin) throw new Skipped('The catalog has no pin.');
  return catalog.pin.bind(catalog);
}

export const catalogCases: readonly Rule[] = [
  {
    name: 'delivers products that have an id, a title and at least one priced variant',
    async run(scene) {
      const products = await scene.products();
      check(products.length > 0, 'The show has no products.');
      const ids = new Set<string>();
      for (const { id, title, variants, options, images } of products) {
        check(typeof id === 'string' && id !== '' && !ids.has(id), `The product id "${id}" is empty or used twice.`);
        ids.add(id);
        check(typeof title === 'string' && title !== '', `${id} has no title.`);
        check([images, options].every(Array.isArray), `${id} has no list of images or options.`);
        check(variants.length > 0, `${id} has no variant.`);
        for (const variant of variants) {
          for (const axis of options) {
            const value = variant.values[axis.id];
            check(
              axis.values.some((offered) => offered.id === value),
              `${variant.id} has no known value of "${axis.id}".`,
            );
          }
        }
      }
      const all = products.flatMap(({ variants }) => variants.map(({ id }) => id));
      same(new Set(all).size, all.length, 'The number of different variant ids');
    },
  },
  {
    name: 'says what was pinned before it tells of pins',
    async run(scene) {
      const catalog = scene.port('catalog');
      const pin = scene.can('pin');
      const [product] = await scene.products();
      await pin(product?.id ?? '');
      const heard = scene.listen(catalog.subscribe, catalog);
      await heard.find((item) => item.kind === 'pin' && item.productId === product?.id, 'The pin');
      const kinds = heard.items.map(({ kind }) => kind);
      check(
        kinds.includes('products') && kinds.indexOf('products') < kinds.indexOf('pins'),
        'Products must come before what is pinned.',
      );
      check(kinds.indexOf('pins') < kinds.indexOf('pin'), 'What was pinned before must come before the pins.');
    },
  },
  {
    name: 'tells of a pin and of its end, with their moments in order',
    async run(scene) {
      const catalog = scene.port('catalog');
      const [pin, unpin] = [scene.can('pin'), scene.can('unpin')];
      const [product] = await scene.products();
      const heard = scene.listen(catalog.subscribe, catalog);
      await pin(product?.id ?? '');
      const shown = await heard.find(is('pin'), 'The pin');
      await unpin();
      const hidden = await heard.find(is('unpin'), 'The unpin');
      check(Number.isFinite(shown.at) && Number.isFinite(hidden.at), 'A pin has no moment.');
      check(hidden.at >= shown.at, 'The end of a pin is before its beginning.');
    },
  },
  {
    name: 'keeps the moment on camera the host pinned at',
    setting: { role: 'host' },
    async run(scene) {
      const catalog = scene.port('catalog');
      const pin = pinOf(catalog);
      const [product] = await scene.products();
      const heard = scene.listen(catalog.subscribe, catalog);
      await pin(product?.id ?? '', scene.command());
      const { at: now } = await heard.find(is('pin'), 'The pin');
      const count = heard.items.length;
      await pin(product?.id ?? '', { ...scene.command(), at: now - 4321 });
      const { at } = await heard.find(is('pin'), 'The pin at a moment', count);
      same(at, now - 4321, 'The moment of the pin');
    },
  },
  {
    name: 'pins once for one command id',
    setting: { role: 'host' },
    async run(scene) {
      const catalog = scene.port('catalog');
      const pin = pinOf(catalog);
      if (!catalog.unpin) throw new Skipped('The catalog has no unpin.');
      const [product] = await scene.products();
      const heard = scene.listen(catalog.subscribe, catalog);
      const command = scene.command();
      await heard.find(is('pins'), 'What was pinned');
      const from = heard.items.length;
      await pin(product?.id ?? '', command);
      await pin(product?.id ?? '', command);
      await catalog.unpin(scene.command());
      await heard.find(is('unpin'), 'The unpin', from);
      same(heard.items.slice(from).filter(is('pin')).length, 1, 'The number of pins');
    },
  },
  {
    name: 'refuses to pin what the show does not have',
    setting: { role: 'host' },
    async run(scene) {
      const pin = pinOf(scene.port('catalog'));
      await refusal(pin('no-such-product', scene.command()), ['BAD_INPUT', 'NOT_PURCHASABLE'], 'A pin of nothing');
    },
  },
  {
    name: 'offers a viewer neither pin nor unpin',
    async run(scene) {
      const { pin, unpin } = scene.port('catalog');
      check(!pin && !unpin, 'A viewer is offered what only the host may do.');
    },
  },
  {
    name: 'tells stock at once, and a sold-out variant as out',
    async run(scene) {
      const catalog = scene.port('catalog');
      const setStock = scene.can('setStock');
      const { id } = await scene.variant(1);
      const heard = scene.listen(catalog.subscribe, catalog);
      await setStock(id, 0);
      const told = (item: CatalogEvent): Availability | undefined =>
        item.kind === 'stock' && item.variantId === id ? item.availability : variantIn(item, id)?.availability;
      await heard.find((item) => told(item)?.state === 'out', 'The stock');
      check(
        heard.items.every((item) => Number.isFinite(told(item)?.asOf ?? 0)),
        'The stock does not say as of when.',
      );
      const [later] = (await scene.products()).flatMap(({ variants }) =>
        variants.filter((variant) => variant.id === id),
      );
      same(later?.availability.state, 'out', 'The stock a later subscriber is told');
    },
  },
  {
    name: 'tells a new price, whole and in the viewer’s currency',
    async run(scene) {
      const catalog = scene.port('catalog');
      const setPrice = scene.can('setPrice');
      const { id } = await scene.variant(1);
      const heard = scene.listen(catalog.subscribe, catalog);
      await setPrice(id, 1234);
      const told = (item: CatalogEvent): Price | undefined =>
        item.kind === 'price' && item.variantId === id ? item.price : variantIn(item, id)?.price;
      const item = await heard.find((candidate) => told(candidate)?.amount.minor === 1234, 'The price');
      same(told(item)?.amount, { minor: 1234, currency: scene.setting.currency }, 'The price');
    },
  },
  {
    name: 'finds products by id',
    async run(scene) {
      const catalog = scene.port('catalog');
      if (!catalog.resolve) throw new Skipped('The catalog has no resolve.');
      const [product] = await scene.products();
      const found = await catalog.resolve([product?.id ?? ''], { signal: scene.signal });
      same(
        found.map(({ id }) => id),
        [product?.id],
        'What was found',
      );
    },
  },
];
