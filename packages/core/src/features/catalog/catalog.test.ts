// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { money, type VitrineError } from '../../model/index.js';
import { feed, testRoom } from '../../testing/index.js';
import type { CatalogEvent } from './catalog.port.js';
import { findVariant, isSoldOut, leadVariant, type Product } from './product.js';

function product(id: string, more: Partial<Product> = {}): Product {
  const availability = { state: 'in', quantity: 5, asOf: 0 } as const;
  const variants = [{ id: `${id}-v`, values: {}, price: { amount: money(2400, 'EUR') }, availability }];
  return { id, kind: 'goods', title: id, images: [], options: [], variants, ...more };
}

async function stage(pin = false) {
  const events = feed<CatalogEvent>();
  const pinned: unknown[] = [];
  const room = await testRoom({
    catalog: { subscribe: events.subscribe, ...(pin ? { pin: async (id, { at }) => void pinned.push([id, at]) } : {}) },
  });
  room.playhead.publish({ programTime: 100_000, source: 'frame', rate: 1 });
  return { room, events, pinned };
}

describe('the catalog feature', () => {
  it("shows a pin at the viewer's frame, with stock as it is now", async () => {
    const { room, events } = await stage();
    events.push({ kind: 'products', products: [product('a'), product('b')] });
    const told: string[] = [];
    room.bus.on('product:pinned', ({ productId }) => told.push(productId), { signal: room.signal });
    events.push(
      { kind: 'pin', productId: 'a', at: 108_000 },
      { kind: 'stock', variantId: 'a-v', availability: { state: 'out', quantity: 0, asOf: 1 } },
    );
    expect(room.store.state.catalog.pinned).to.equal(null);
    expect(isSoldOut(room.store.state.catalog.products[0]!)).to.equal(true);
    room.playhead.publish({ programTime: 108_000, source: 'frame', rate: 1 });
    expect(room.store.state.catalog).to.deep.include({ pinned: 'a', seen: { a: 108_000 } });
    events.push({ kind: 'unpin', at: 108_000 });
    expect(room.store.state.catalog.pinned).to.equal(null);
    expect(told).to.deep.equal(['a']);
    room.close();
  });

  it('shows a viewer who is behind what was pinned then', async () => {
    const { room, events } = await stage();
    events.push(
      { kind: 'products', products: [product('a'), product('b')] },
      { kind: 'pins', pinned: 'a', at: 40_000 },
      { kind: 'pin', productId: 'b', at: 105_000 },
    );
    expect(room.store.state.catalog.pinned).to.equal('a');
    room.playhead.publish({ programTime: 105_000, source: 'frame', rate: 1 });
    expect(room.store.state.catalog.pinned).to.equal('b');
    room.playhead.publish({ programTime: 99_000, source: 'frame', rate: 1 });
    expect(room.store.state.catalog.pinned).to.equal('a');
    room.close();
  });

  it('drops links and pictures that are not safe to use', async () => {
    const { room, events } = await stage();
    const bad = product('a', {
      url: 'javascript:alert(1)',
      images: [{ url: 'javascript:alert(1)' }, { url: 'https://shop.example/a.svg' }],
    });
    events.push({ kind: 'products', products: [bad] });
    const [shown] = room.store.state.catalog.products;
    expect(shown).not.to.have.property('url');
    expect(shown?.images).to.deep.equal([{ url: 'https://shop.example/a.svg' }]);
    room.close();
  });

  it('opens one sheet at a time, of a product that exists', async () => {
    const { room, events } = await stage();
    events.push({ kind: 'products', products: [product('a'), product('b')] });
    await room.request('product:open', { productId: 'a' });
    await room.request('product:open', { productId: 'b' });
    expect(room.store.state.catalog.open).to.equal('b');
    await room.request('product:close', {});
    expect(room.store.state.catalog.open).to.equal(null);
    const error = await room
      .request('product:open', { productId: 'zzz' })
      .catch((thrown: unknown) => thrown as VitrineError);
    expect(error).to.have.property('field', 'productId');
    room.close();
  });

  it('lets those pin whose adapter can', async () => {
    const viewer = await stage();
    expect(viewer.room.store.state.catalog.canPin).to.equal(false);
    const host = await stage(true);
    expect(host.room.store.state.catalog.canPin).to.equal(true);
    await host.room.request('product:pin', { productId: 'a', at: 7 });
    expect(host.pinned).to.deep.equal([['a', 7]]);
    viewer.room.close();
    host.room.close();
  });

  it('finds variants by their options', () => {
    const axes = [
      {
        id: 'size',
        name: 'Size',
        values: [
          { id: 's', name: 'S' },
          { id: 'm', name: 'M' },
        ],
      },
    ];
    const variant = (id: string, size: string, quantity: number) => ({
      id,
      values: { size },
      price: { amount: money(1, 'EUR') },
      availability: { state: quantity ? 'in' : 'out', quantity, asOf: 0 } as const,
    });
    const shirt = product('shirt', { options: axes, variants: [variant('1', 's', 0), variant('2', 'm', 3)] });
    expect(findVariant(shirt, { size: 'm' })?.id).to.equal('2');
    expect(findVariant(shirt, {})).to.equal(undefined);
    expect(leadVariant(shirt)?.id).to.equal('2');
  });
});
