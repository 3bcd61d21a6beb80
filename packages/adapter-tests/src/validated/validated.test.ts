// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type {
  Adapter,
  Audience,
  Cart,
  CartResult,
  CatalogEvent,
  ChatEvent,
  CheckoutSession,
  ConnectContext,
  Ports,
  Product,
  Sink,
  StreamInfo,
  Viewer,
  VitrineError,
} from '@vitrine/core';
import type { InteractionEvent } from '@vitrine/core/interactions';
import type { Translation } from '@vitrine/core/translate';
import type { GenericSchema, InferOutput } from 'valibot';
import type { catalogEvent, product } from './catalog.js';
import { validated } from './index.js';
import type { interactionEvent } from './interactions.js';
import type { audience, chatEvent, streamInfo, viewer } from './room.js';
import type { cart as cartSchema, cartResult, session } from './shop.js';
import type { translation } from './translate.js';

// What passes a schema must be what the port's type says: this file does not compile when the two drift apart.
type Agrees<S extends GenericSchema, T> = InferOutput<S> extends T ? true : false;
const agreement: readonly [
  Agrees<typeof product, Product>,
  Agrees<typeof catalogEvent, CatalogEvent>,
  Agrees<typeof chatEvent, ChatEvent>,
  Agrees<typeof streamInfo, StreamInfo>,
  Agrees<typeof audience, Audience>,
  Agrees<typeof viewer, Viewer>,
  Agrees<typeof cartSchema, Cart>,
  Agrees<typeof cartResult, CartResult>,
  Agrees<typeof session, CheckoutSession>,
  Agrees<typeof interactionEvent, InteractionEvent>,
  Agrees<typeof translation, Translation>,
] = [true, true, true, true, true, true, true, true, true, true, true];

const price = { amount: { minor: 1999, currency: 'EUR' } };
const availability = { state: 'in', asOf: 1 };
const variant = { id: 'tea-1', values: {}, price, availability };
const tea = { id: 'tea', kind: 'goods', title: 'Tea', images: [], options: [], variants: [variant] };
const total = { minor: 0, currency: 'EUR' };
const emptyCart = { id: 'one', revision: 1, currency: 'EUR', lines: [], coupons: [], totals: { items: total, total } };

describe('validated adapter', () => {
  const life = new AbortController();
  let reports: VitrineError[];

  const connect = (ports: object): Promise<Partial<Ports>> => {
    reports = [];
    const context: ConnectContext = {
      roomId: 'test',
      locale: 'en',
      currency: 'EUR',
      signal: life.signal,
      getToken: async () => null,
      setStatus: () => undefined,
      roundTrip: () => undefined,
      report: (error) => reports.push(error as VitrineError),
    };
    const adapter: Adapter = { name: 'careless', connect: async () => ports as Partial<Ports> };
    return validated(adapter).connect(context);
  };
  /** What comes through of what a catalog delivers. */
  const deliver = async (...items: unknown[]): Promise<unknown[]> => {
    const heard: unknown[] = [];
    const { catalog } = await connect({ catalog: { subscribe: (sink: Sink<unknown>) => sink.next(items) } });
    void catalog?.subscribe({ next: (batch) => heard.push(...batch), fail: () => undefined }, { signal: life.signal });
    return heard;
  };

  it('has a schema for every type of the ports that agrees with it', () => {
    expect(agreement.every(Boolean)).to.equal(true);
  });

  it('lets through what is right, untouched', async () => {
    const event = { kind: 'products', products: [tea], more: 'of tomorrow' };
    expect(await deliver(event)).to.deep.equal([event]);
    expect(reports).to.deep.equal([]);
  });

  for (const [what, event, code, field] of [
    [
      'a price with a fraction',
      { kind: 'price', variantId: 'tea-1', price: { amount: { minor: 19.99, currency: 'EUR' } } },
      'BAD_MONEY',
      'price.amount.minor',
    ],
    [
      'a price as a string',
      { kind: 'price', variantId: 'tea-1', price: { amount: { minor: '1999', currency: 'EUR' } } },
      'BAD_MONEY',
      'price.amount.minor',
    ],
    [
      'a currency in small letters',
      { kind: 'price', variantId: 'tea-1', price: { amount: { minor: 1, currency: 'eur' } } },
      'BAD_MONEY',
      'price.amount.currency',
    ],
    [
      'a script as a link',
      { kind: 'products', products: [{ ...tea, url: 'javascript:alert(1)' }] },
      'BAD_URL',
      'products.0.url',
    ],
    [
      'a product without a variant',
      { kind: 'products', products: [tea, { ...tea, variants: [] }] },
      'MALFORMED',
      'products.1.variants',
    ],
    [
      'stock of no known state',
      { kind: 'stock', variantId: 'tea-1', availability: { ...availability, state: 'plenty' } },
      'MALFORMED',
      'availability.state',
    ],
    ['a pin without a moment', { kind: 'pin', productId: 'tea' }, 'MALFORMED', 'at'],
    ['an event of no known kind', { kind: 'surprise' }, 'MALFORMED', 'kind'],
  ] as const) {
    it(`reports ${what} by its field and leaves it out`, async () => {
      const good = { kind: 'unpin', at: 5 };
      expect(await deliver(event, good)).to.deep.equal([good]);
      expect(reports.map((error) => [error.code, error.field])).to.deep.equal([[code, field]]);
    });
  }

  it('refuses a wrong answer of a call', async () => {
    const lines = [{ id: 'a', variantId: 'a', productId: 'a', quantity: 1.5, unit: total, total, title: 'A' }];
    const { cart } = await connect({ cart: { load: async () => ({ ...emptyCart, lines }) } });
    const error = await cart?.load({ signal: life.signal }).then(
      () => undefined,
      (thrown: VitrineError) => thrown,
    );
    expect([error?.code, error?.field]).to.deep.equal(['MALFORMED', 'lines.0.quantity']);
  });

  it('refuses a translation without words, or from a language that is none', async () => {
    const answers = [{ text: '' }, { text: 'tea', from: 'no language' }];
    const { translate } = await connect({ translate: { message: async () => answers.shift() } });
    for (const field of ['text', 'from']) {
      const error = await translate?.message({ id: 'm1', text: '茶' }, { to: 'en', signal: life.signal }).then(
        () => undefined,
        (thrown: VitrineError) => thrown,
      );
      expect([error?.code, error?.field]).to.deep.equal(['MALFORMED', field]);
    }
  });

  it('keeps `this` of a port that is an instance of a class, and what it lacks', async () => {
    class Chat {
      readonly #last = 'm1';
      subscribe(): void {}
      async send(): Promise<{ id: string }> {
        return { id: this.#last };
      }
    }
    const { chat } = await connect({ chat: new Chat() });
    expect(await chat?.send?.({ cid: 'c', text: 'hello' }, { signal: life.signal })).to.deep.equal({ id: 'm1' });
    expect(chat?.retract).to.equal(undefined);
  });

  it('leaves a port it does not know as it is', async () => {
    const horoscope = { ask: () => 42 };
    const ports = (await connect({ horoscope })) as { horoscope?: { ask(): number } };
    expect(ports.horoscope?.ask()).to.equal(42);
  });
});
