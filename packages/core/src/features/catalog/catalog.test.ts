// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { money, VitrineError } from '../../model/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import type { StreamInfo } from '../stream/index.js';
import type { CatalogEvent, PinEvent } from './catalog.port.js';
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

  describe('with a history', () => {
    const before: readonly PinEvent[] = [
      { kind: 'pin', productId: 'b', at: 10_000 },
      { kind: 'unpin', at: 20_000 },
      { kind: 'pin', productId: 'a', at: 40_000 },
    ];

    async function archive(answer: (from: number, to: number) => Promise<readonly PinEvent[]>) {
      const events = feed<CatalogEvent>();
      const asked: (readonly [number, number])[] = [];
      const reports: string[] = [];
      const stream = feed<StreamInfo>();
      const between = (from: number, to: number): Promise<readonly PinEvent[]> => {
        asked.push([from, to]);
        return answer(from, to);
      };
      const room = await testRoom(
        { catalog: { subscribe: events.subscribe }, stream: { subscribe: stream.subscribe }, history: { between } },
        { onError: ({ code }) => void reports.push(code) },
      );
      const at = (programTime: number): void => room.playhead.publish({ programTime, source: 'frame', rate: 1 });
      at(100_000);
      events.push(
        { kind: 'products', products: [product('a'), product('b')] },
        { kind: 'pins', pinned: 'a', at: 40_000 },
        { kind: 'pin', productId: 'b', at: 90_000 },
      );
      return { room, events, stream, asked, reports, at, catalog: () => room.store.state.catalog };
    }

    it('shows what was on camera before the room was entered, and asks once', async () => {
      const { room, events, asked, at, catalog } = await archive(async () => before);
      at(50_000);
      expect(catalog().pinned).to.equal('a');
      expect(asked).to.deep.equal([]);
      at(15_000);
      await until(() => catalog().pinned === 'b');
      expect(asked).to.deep.equal([[0, 40_000]]);
      at(25_000);
      await until(() => catalog().pinned === null);
      at(5_000);
      expect(catalog()).to.deep.include({ pinned: null, seen: {} });
      events.push({ kind: 'pin', productId: 'a', at: 95_000 });
      at(96_000);
      expect(catalog()).to.deep.include({ pinned: 'a', seen: { a: 95_000, b: 90_000 } });
      expect(catalog().shown.map(({ at: moment }) => moment)).to.deep.equal([10_000, 40_000, 90_000, 95_000]);
      expect(asked.length).to.equal(1);
      room.close();
    });

    it('knows what is to come of a recording, and not of a live show', async () => {
      const { room, events, stream, at, catalog } = await archive(async () => before);
      at(15_000);
      await until(() => catalog().pinned === 'b');
      // What was seen before the viewer went back is no secret, and what they have yet to see is one.
      events.push({ kind: 'pin', productId: 'a', at: 150_000 });
      expect(catalog().shown.map(({ at: moment }) => moment)).to.deep.equal([10_000, 40_000, 90_000]);
      stream.push({ phase: 'replay', title: '', host: { name: '' }, sources: [] });
      at(12_000);
      at(45_000);
      at(15_000);
      expect(catalog().shown.length).to.equal(4);
      room.close();
    });

    it('is told in full to who asks for it, once and for all', async () => {
      const { room, events, asked, catalog } = await archive(async (_from, to) =>
        before.filter((event) => event.at <= to),
      );
      const moments = (): number[] => catalog().shown.map(({ at: moment }) => moment);
      expect(moments()).to.deep.equal([40_000, 90_000]);
      await Promise.all([room.request('product:recall', {}), room.request('product:recall', {})]);
      expect(moments()).to.deep.equal([10_000, 40_000, 90_000]);
      expect(catalog().pinned).to.equal('b');
      await room.request('product:recall', {});
      expect(asked).to.deep.equal([[0, 40_000]]);
      // Whatever was missed while the back end was out of reach.
      events.push({ kind: 'pins', pinned: 'b', at: 90_000 });
      await until(() => asked.length === 2);
      expect(asked[1]).to.deep.equal([0, 90_000]);
      room.close();
    });

    it('says why it cannot be told', async () => {
      let isDown = true;
      const { room, catalog } = await archive(async () => {
        if (isDown) throw new VitrineError('SERVER_ERROR', '');
        return before;
      });
      const refusal = await room.request('product:recall', {}).catch((error: VitrineError) => error.code);
      expect(refusal).to.equal('SERVER_ERROR');
      isDown = false;
      await room.request('product:recall', {});
      expect(catalog().shown.length).to.equal(3);
      room.close();
      const without = await testRoom({ catalog: { subscribe: feed<CatalogEvent>().subscribe } });
      expect(await without.request('product:recall', {}).catch((error: VitrineError) => error.code)).to.equal(
        'NO_HANDLER',
      );
      without.close();
    });

    it('asks again after a snapshot, and keeps what it knows meanwhile', async () => {
      const { room, events, asked, at, catalog } = await archive(async (_from, to) =>
        before.filter((event) => event.at <= to),
      );
      at(15_000);
      await until(() => catalog().pinned === 'b');
      events.push({ kind: 'pins', pinned: 'b', at: 90_000 });
      expect(catalog().pinned).to.equal('b');
      await until(() => asked.length === 2);
      expect(asked[1]).to.deep.equal([0, 90_000]);
      at(45_000);
      await until(() => catalog().pinned === 'a');
      room.close();
    });

    it('tries again when it cannot be had, and gives up where there is none', async () => {
      let tries = 0;
      const failing = await archive(async () => {
        if (tries++ > 0) return before;
        throw new VitrineError('SERVER_ERROR', '', { retryAfter: 1 });
      });
      failing.at(15_000);
      await until(() => failing.catalog().pinned === 'b');
      expect(failing.reports).to.deep.equal(['SERVER_ERROR']);
      failing.room.close();
      const none = await archive(() => Promise.reject(new VitrineError('BAD_INPUT', '')));
      none.at(15_000);
      await until(() => none.reports.length > 0);
      expect(none.asked.length).to.equal(1);
      expect(none.catalog().pinned).to.equal(null);
      none.room.close();
    });
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
