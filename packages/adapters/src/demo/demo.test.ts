// SPDX-License-Identifier: MIT
import { validated } from '@vitrine/adapter-tests/validated';
import {
  openRoom,
  type Adapter,
  type CatalogEvent,
  type ChatEvent,
  type CheckoutSession,
  type ConnectContext,
  type Ports,
  type StreamInfo,
  type StreamPhase,
} from '@vitrine/core';
import type { InteractionEvent } from '@vitrine/core/interactions';
import { expect } from 'chai';
import { demoAdapter, pausedClock, type DemoOptions } from './index.js';

const everything = [
  'chenpi',
  'gaiwan',
  'dancong',
  'yingde',
  'cups',
  'honey',
  'cake',
  'gift',
  'teapot',
  'jacket',
  'voucher',
  'stay',
];

type Said = Extract<ChatEvent, { kind: 'message' }>;

describe('demo adapter', () => {
  let life: AbortController;
  let reports: unknown[];

  const connect = (adapter: Adapter, currency = 'EUR', locale = 'en'): Promise<Partial<Ports>> => {
    const context: ConnectContext = {
      roomId: 'demo',
      locale,
      currency,
      signal: life.signal,
      getToken: async () => null,
      setStatus: () => undefined,
      roundTrip: () => undefined,
      report: (error) => reports.push(error),
    };
    return adapter.connect(context);
  };

  beforeEach(() => {
    life = new AbortController();
    reports = [];
  });
  afterEach(() => life.abort());

  /** Everything that happens in two minutes of the show. */
  const record = async (options: DemoOptions): Promise<unknown[]> => {
    const clock = pausedClock();
    const { chat, catalog } = await connect(demoAdapter({ clock, ...options }));
    const heard: unknown[] = [];
    void chat?.subscribe(
      { next: (items: readonly ChatEvent[]) => heard.push(...items), fail: () => undefined },
      { signal: life.signal },
    );
    void catalog?.subscribe(
      { next: (items: readonly CatalogEvent[]) => heard.push(...items), fail: () => undefined },
      { signal: life.signal },
    );
    const before = heard.length;
    clock.advance(120_000);
    expect(heard.length).to.be.greaterThan(before + 20);
    return heard;
  };

  it('tells the same show for the same seed, and another for another', async () => {
    const first = await record({ seed: 7 });
    expect(await record({ seed: 7 })).to.deep.equal(first);
    expect(await record({ seed: 8 })).not.to.deep.equal(first);
  });

  it('stands still with a paused clock', async () => {
    const clock = pausedClock();
    const { chat } = await connect(demoAdapter({ clock }));
    let count = 0;
    void chat?.subscribe({ next: () => count++, fail: () => undefined }, { signal: life.signal });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(count).to.equal(1);
  });

  it('has no more voters than people watch it, however long it goes on', async () => {
    const clock = pausedClock();
    const { interactions } = await connect(demoAdapter({ clock }));
    const counts = new Map<string, number>();
    let tallies = 0;
    const next = (items: readonly InteractionEvent[]): void => {
      for (const item of items) {
        if (item.kind !== 'tally') continue;
        tallies++;
        counts.set(item.option, item.count);
      }
    };
    await interactions?.subscribe({ next, fail: () => undefined }, { signal: life.signal });
    const before = tallies;
    clock.advance(6 * 3_600_000);
    expect(tallies).to.be.greaterThan(before + 100);
    // (With those who had voted before.)
    for (const [option, count] of counts) expect(count, option).to.be.at.most(64 + 24);
    const then = tallies;
    clock.advance(6 * 3_600_000);
    expect(tallies).to.equal(then);
  });

  it('stops its script with the last connection', async () => {
    let waiting = 0;
    const clock = pausedClock();
    const counted = {
      ...clock,
      schedule(run: () => void, ms: number) {
        waiting++;
        const stop = clock.schedule(run, ms);
        return () => {
          waiting--;
          stop();
        };
      },
    };
    await connect(demoAdapter({ clock: counted }));
    expect(waiting).to.be.greaterThan(0);
    life.abort();
    expect(waiting).to.equal(0);
  });

  it('sells twelve products, two of them by two choices, one sold out, a voucher and a stay, each with its picture', async () => {
    const { catalog } = await connect(demoAdapter({ clock: pausedClock(), mediaUrl: 'https://media.example' }));
    const products = (await catalog?.resolve?.(everything, { signal: life.signal })) ?? [];
    expect(products.map(({ number }) => number)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(products.filter(({ options }) => options.length === 2)).to.have.length(2);
    expect(
      products
        .filter(({ variants }) => variants.every(({ availability }) => availability.state === 'out'))
        .map(({ id }) => id),
    ).to.deep.equal(['cake']);
    expect(products.flatMap(({ kind }) => (kind === 'goods' ? [] : [kind]))).to.deep.equal(['voucher', 'stay']);
    expect(products.every(({ images }) => images[0]?.url.startsWith('https://media.example/products/'))).to.equal(true);
  });

  for (const [locale, name, firstProduct] of [
    ['en-GB', 'Lin Yue', 'Xinhui chenpi pu’er'],
    ['ar', 'لين يويه', 'بوير اليوسفي من شينهوي'],
    ['zh-CN', '林悦', '新会柑普茶'],
  ] as const) {
    it(`speaks the viewer's language: ${locale}`, async () => {
      const clock = pausedClock();
      const adapter = demoAdapter({ clock, mediaUrl: 'https://media.example' });
      const ports = await connect(adapter, 'EUR', locale);
      const heard: unknown[] = [];
      const sink = { next: (items: readonly unknown[]) => void heard.push(...items), fail: () => undefined };
      for (const port of [ports.stream, ports.chat, ports.catalog]) {
        void port?.subscribe(sink, { signal: life.signal });
      }
      clock.advance(120_000);
      const avatar = 'https://media.example/products/host.svg';
      expect((heard[0] as StreamInfo).host).to.include({ name, avatar });
      const rows = heard.flatMap((item) => ((item as Said).kind === 'message' ? [(item as Said).message] : []));
      expect(rows.find(({ author }) => author.role === 'host')?.author).to.include({ name, avatar });
      const [product] = (await ports.catalog?.resolve?.(['chenpi'], { signal: life.signal })) ?? [];
      expect(product?.title).to.equal(firstProduct);
      await ports.cart?.apply(
        { kind: 'set', item: { variantId: 'dancong-100' }, quantity: 1 },
        { commandId: 'one', signal: life.signal },
      );
      const session = await ports.checkout?.begin(
        { mode: 'embed', returnUrl: '' },
        { commandId: 'two', signal: life.signal },
      );
      if (locale === 'en-GB') return;
      // A word of another language would have Latin letters in a row; pictures, ids and shoppers' own names aside.
      const products = (await ports.catalog?.resolve?.(everything, { signal: life.signal })) ?? [];
      const texts = products.flatMap(({ title, subtitle, description, details, options }) => [
        title,
        subtitle,
        description,
        ...(details ?? []).flatMap((detail) => [detail.name, detail.value]),
        ...options.flatMap((axis) => [axis.name, ...axis.values.map((value) => value.name)]),
      ]);
      const { handoff } = session as CheckoutSession;
      if (handoff.kind === 'embed') {
        texts.push(handoff.delivery?.label, ...handoff.methods.flatMap(({ label, note }) => [label, note]));
      }
      texts.push(...rows.map(({ text }) => text));
      expect(products).to.have.length(12);
      expect(texts.filter((text) => /[a-z]{2,}/i.test(text ?? '') && !/^XL$/.test(text ?? ''))).to.deep.equal([]);
    });
  }

  for (const phase of [
    'upcoming',
    'live',
    'paused',
    'interrupted',
    'ended',
    'replay',
  ] as const satisfies readonly StreamPhase[]) {
    it(`delivers nothing but valid items in the phase ${phase}`, async () => {
      const clock = pausedClock();
      const adapter = demoAdapter({
        clock,
        phase,
        mediaUrl: 'https://media.example',
        streamUrl: 'https://media.example/live.m3u8',
      });
      const ports = await connect(validated(adapter), 'KWD');
      let count = 0;
      for (const port of [ports.stream, ports.presence, ports.chat, ports.catalog, ports.cart]) {
        void port?.subscribe?.({ next: () => count++, fail: () => undefined }, { signal: life.signal });
      }
      const command = () => ({ commandId: crypto.randomUUID(), signal: life.signal });
      await ports.cart?.apply({ kind: 'set', item: { variantId: 'dancong-100' }, quantity: 9 }, command());
      const session = await ports.checkout?.begin({ mode: 'embed', returnUrl: '' }, command());
      await ports.checkout?.confirm?.(session?.id ?? '', { methodId: 'card' }, command());
      clock.advance(60_000);
      expect(reports).to.deep.equal([]);
      expect(count).to.be.greaterThan(4);
    });
  }

  it('tells a slow bank’s answer only when it has come', async () => {
    const clock = pausedClock();
    const { cart, checkout } = await connect(demoAdapter({ clock }));
    const command = () => ({ commandId: crypto.randomUUID(), signal: life.signal });
    await cart?.apply({ kind: 'set', item: { variantId: 'gift-1' }, quantity: 1 }, command());
    const { id = '' } = (await checkout?.begin({ mode: 'embed', returnUrl: '' }, command())) ?? {};
    expect((await checkout?.confirm?.(id, { methodId: 'bank' }, command()))?.status).to.equal('processing');
    clock.advance(10_000);
    expect((await checkout?.status(id, { signal: life.signal }))?.status).to.equal('paid');
  });

  it('lets a hold go when the checkout takes too long', async () => {
    const clock = pausedClock();
    const { cart, checkout, catalog } = await connect(demoAdapter({ clock, isScripted: false }));
    const command = () => ({ commandId: crypto.randomUUID(), signal: life.signal });
    const left = async (): Promise<number | undefined> =>
      (await catalog?.resolve?.(['teapot'], { signal: life.signal }))?.[0]?.variants[0]?.availability.quantity;
    await cart?.apply({ kind: 'set', item: { variantId: 'teapot-1' }, quantity: 2 }, command());
    const { id = '' } = (await checkout?.begin({ mode: 'embed', returnUrl: '' }, command())) ?? {};
    expect(await left()).to.equal(1);
    clock.advance(11 * 60_000);
    expect((await checkout?.status(id, { signal: life.signal }))?.status).to.equal('expired');
    expect(await left()).to.equal(3);
  });

  it('gives a room what it shows: a pinned product, a chat, a bag', async () => {
    const room = openRoom({ id: `demo-${crypto.randomUUID()}`, adapter: demoAdapter({ clock: pausedClock() }) });
    const { store } = room;
    const end = performance.now() + 15_000;
    const isWhole = () =>
      store.state.catalog.pinned === 'dancong' &&
      store.state.chat.rows.length >= 9 &&
      store.state.presence.viewers === 12_400;
    while (!isWhole()) {
      if (performance.now() > end) {
        const { catalog, chat, presence } = store.state;
        throw new Error(`Pinned ${catalog.pinned}, ${chat.rows.length} rows, ${presence.viewers} viewers.`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const result = await room.request('cart:add', { variantId: 'dancong-100' });
    expect(result.cart.totals.items).to.deep.equal({ minor: 2400, currency: 'EUR' });
    room.close();
  });
});
