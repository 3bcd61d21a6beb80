// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { CartCommand, CartResult, ConnectContext, Ports, Product, VitrineError } from '@vitrine/core';
import type { Translation } from '@vitrine/core/translate';
import { demoAdapter, pausedClock } from '../demo/index.js';
import { hostAdapter, type HostAdapter, type HostOptions, type PageRequest } from './index.js';

const set: CartCommand = { kind: 'set', item: { variantId: 'tea' }, quantity: 2 };

describe('host adapter', () => {
  let life: AbortController;
  let reports: unknown[];

  const connect = (adapter: HostAdapter): Promise<Partial<Ports>> => {
    const context: ConnectContext = {
      roomId: 'page',
      locale: 'en',
      currency: 'EUR',
      signal: life.signal,
      getToken: async () => null,
      setStatus: () => undefined,
      roundTrip: () => undefined,
      report: (error) => reports.push(error),
    };
    return adapter.connect(context);
  };
  const apply = async (adapter: HostAdapter, command = set, commandId = 'a-command'): Promise<CartResult> => {
    const { cart } = await connect(adapter);
    if (!cart) throw new Error('There is no cart.');
    return cart.apply(command, { commandId, signal: life.signal });
  };
  const refused = async (promise: Promise<unknown>): Promise<VitrineError> =>
    promise.then(
      () => Promise.reject(new Error('It was not refused.')),
      (error: VitrineError) => error,
    );

  beforeEach(() => {
    life = new AbortController();
    reports = [];
  });
  afterEach(() => life.abort());

  it('asks the page by an event and awaits the answer it gives', async () => {
    const target = new EventTarget();
    const asked: unknown[] = [];
    target.addEventListener('vitrine-cart-request', (event) => {
      const { command, respondWith } = (event as CustomEvent<PageRequest & { command: CartCommand }>).detail;
      asked.push(command);
      respondWith(
        Promise.resolve({ currency: 'EUR', lines: [{ variantId: 'tea', quantity: 2, unit: '19.99', title: 'Tea' }] }),
      );
    });
    const { cart } = await apply(hostAdapter({ target }));
    expect(asked).to.deep.equal([set]);
    expect(cart.totals.total).to.deep.equal({ minor: 3998, currency: 'EUR' });
  });

  it('names the missing handler when nobody answers', async () => {
    const error = await refused(apply(hostAdapter({ target: new EventTarget() })));
    expect(error.code).to.equal('NO_HANDLER');
    expect(error.field).to.equal('onCart');
    expect(error.mend).to.contain('vitrine-cart-request');
  });

  it('says that nobody knows the outcome when the page takes too long, and follows its late answer', async () => {
    let answer: (cart: object) => void = () => undefined;
    const onCart = (): Promise<never> => new Promise((resolve) => (answer = resolve as typeof answer));
    const adapter = hostAdapter({ onCart, timeout: 20 });
    const ports = await connect(adapter);
    const heard: CartResult[] = [];
    void ports.cart?.subscribe?.(
      { next: (items) => heard.push(...items), fail: () => undefined },
      { signal: life.signal },
    );
    const error = await refused(
      ports.cart?.apply(set, { commandId: 'slow-one', signal: life.signal }) ?? Promise.resolve(),
    );
    expect([error.code, error.outcome, error.retryable]).to.deep.equal(['TIMEOUT', 'unknown', true]);
    answer({ currency: 'EUR', lines: [] });
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard.map(({ cart }) => cart.lines)).to.deep.equal([[]]);
  });

  for (const [answer, code] of [
    [false, 'NOT_PURCHASABLE'],
    [{ code: 'OUT_OF_STOCK' }, 'OUT_OF_STOCK'],
    [{ code: 'a-code-of-tomorrow' }, 'UNKNOWN'],
  ] as const) {
    it(`takes ${JSON.stringify(answer)} for a refusal`, async () => {
      expect((await refused(apply(hostAdapter({ onCart: () => answer })))).code).to.equal(code);
    });
  }

  it('reckons the cart by itself when the page merely says that it is done', async () => {
    const expectedUnit = { minor: 705, currency: 'EUR' };
    const { cart } = await apply(hostAdapter({ onCart: () => undefined }), { ...set, expectedUnit });
    expect(cart.lines.map(({ variantId, quantity, total }) => [variantId, quantity, total.minor])).to.deep.equal([
      ['tea', 2, 1410],
    ]);
  });

  it('reads the cart anew where the page can tell it', async () => {
    const loadCart = () => ({ currency: 'JPY', lines: [{ variantId: 'tea', quantity: 2, unit: '300', title: 'Tea' }] });
    const { cart } = await apply(hostAdapter({ onCart: () => true, loadCart }));
    expect(cart.totals.items).to.deep.equal({ minor: 600, currency: 'JPY' });
  });

  for (const [unit, code, field] of [
    ['19.999', 'BAD_MONEY', 'cart.lines.0.unit'],
    [19.99, 'BAD_MONEY', 'cart.lines.0.unit'],
    [{ minor: 19.99, currency: 'EUR' }, 'BAD_MONEY', 'cart.lines.0.unit'],
    [{ minor: 1999, currency: 'USD' }, 'CURRENCY_MISMATCH', 'cart.lines.0.unit'],
  ] as const) {
    it(`refuses ${JSON.stringify(unit)} as an amount and names the field`, async () => {
      const lines = [{ variantId: 'tea', quantity: 1, unit: unit as string, title: 'Tea' }];
      const error = await refused(apply(hostAdapter({ onCart: () => ({ currency: 'EUR', lines }) })));
      expect([error.code, error.field]).to.deep.equal([code, field]);
      expect(error.mend).to.be.a('string');
    });
  }

  it('asks once for one command id', async () => {
    let count = 0;
    const onCart = (): { currency: string; lines: [] } => {
      count++;
      return { currency: 'EUR', lines: [] };
    };
    const { cart } = await connect(hostAdapter({ onCart }));
    for (let time = 0; time < 3; time++) await cart?.apply(set, { commandId: 'the-same', signal: life.signal });
    expect(count).to.equal(1);
  });

  it('follows the page’s own cart by a call and by an event, until the room closes', async () => {
    const target = new EventTarget();
    const adapter = hostAdapter({ target });
    const { cart } = await connect(adapter);
    const heard: number[] = [];
    void cart?.subscribe?.(
      { next: (items) => heard.push(...items.map((item) => item.cart.lines.length)), fail: () => undefined },
      { signal: life.signal },
    );
    const page = { currency: 'EUR', lines: [{ variantId: 'tea', quantity: 1, unit: '1.00', title: 'Tea' }] };
    const event = (): Event => new CustomEvent('vitrine-cart-sync', { detail: { cart: page } });
    adapter.sync(page);
    target.dispatchEvent(event());
    target.dispatchEvent(new CustomEvent('vitrine-cart-sync', { detail: { cart: { currency: 'EUR' } } }));
    expect(heard).to.deep.equal([1, 1]);
    expect((reports[0] as VitrineError).field).to.equal('cart.lines');
    life.abort();
    target.dispatchEvent(event());
    expect(heard).to.have.length(2);
  });

  it('hands over to the page’s URL, if it is one that may be opened', async () => {
    const begin = async (url: string, checkoutOrigins?: string[]): Promise<string> => {
      const { checkout } = await connect(
        hostAdapter({ onCheckout: () => ({ url }), ...(checkoutOrigins && { checkoutOrigins }) }),
      );
      const request = { mode: 'redirect', returnUrl: location.href } as const;
      const session = await checkout?.begin(request, { commandId: url, signal: life.signal });
      return session && 'url' in session.handoff ? session.handoff.url : '';
    };
    expect(await begin('https://pay.example/1')).to.equal('https://pay.example/1');
    for (const url of [
      'javascript:alert(1)',
      'http://pay.example/',
      'https://me:secret@pay.example/',
      '//pay.example\\@evil.example',
    ]) {
      expect((await refused(begin(url))).code, url).to.equal('BAD_URL');
    }
    const error = await refused(begin('https://other.example/', ['https://pay.example']));
    expect([error.code, error.field]).to.deep.equal(['BAD_URL', 'checkout.url']);
  });

  const foreign = { id: 'm1', text: 'สีสวยมาก' };
  const translate = async (options: HostOptions, signal = life.signal): Promise<Translation> => {
    const ports = await connect(hostAdapter(options));
    if (!ports.translate) throw new Error('There is no translate port.');
    return ports.translate.message(foreign, { to: 'en', signal });
  };

  it('offers to translate where the page says that it can, and has it do so by its function', async () => {
    expect(await connect(hostAdapter())).not.to.have.property('translate');
    const asked: unknown[] = [];
    const answer = await translate({
      translate: (message, { to }) => {
        asked.push(message, to);
        return { text: 'what a colour', from: 'th' };
      },
    });
    expect(answer).to.deep.equal({ text: 'what a colour', from: 'th' });
    expect(asked).to.deep.equal([foreign, 'en']);
    expect(await translate({ translate: async () => 'what a colour' })).to.deep.equal({ text: 'what a colour' });
  });

  it('has the page translate by an event, and names what is missing where nobody listens', async () => {
    const target = new EventTarget();
    const options = { target, translate: 'event' } as const;
    const error = await refused(translate(options));
    expect([error.code, error.field]).to.deep.equal(['NO_HANDLER', 'translate']);
    target.addEventListener('vitrine-translate-request', (event) => {
      const { message, to, respondWith } = (event as CustomEvent<PageRequest & { message: unknown; to: string }>)
        .detail;
      respondWith(Promise.resolve({ text: `${to}: ${JSON.stringify(message)}` }));
    });
    expect(await translate(options)).to.deep.equal({ text: `en: ${JSON.stringify(foreign)}` });
  });

  it('says by a code what became of a translation that did not come', async () => {
    const never = new Promise<never>(() => undefined);
    const codeOf = async (options: HostOptions, signal?: AbortSignal): Promise<string> =>
      (await refused(translate(options, signal))).code;
    expect(await codeOf({ translate: () => ({ code: 'RATE_LIMITED' }) })).to.equal('RATE_LIMITED');
    expect(await codeOf({ translate: () => Promise.reject(new Error('no')) })).to.equal('UNKNOWN');
    expect(await codeOf({ translate: () => never, timeout: 20 })).to.equal('TIMEOUT');
    expect(await codeOf({ translate: () => never }, AbortSignal.abort())).to.equal('ABORTED');
    const error = await refused(translate({ translate: () => ({ text: 7 }) as never }));
    expect([error.code, error.field]).to.deep.equal(['BAD_INPUT', 'text']);
  });

  it('lays the page’s product data over a room’s, and keeps its pins and its chat', async () => {
    const room = demoAdapter({ clock: pausedClock(), isScripted: false });
    const products = (ids: readonly string[]) =>
      ids
        .filter((id) => id === 'yingde')
        .map((id) => ({ id, title: 'From the page', price: '12.50', url: 'javascript:alert(1)' }));
    const { catalog, chat } = await connect(hostAdapter({ room, products }));
    expect(chat).to.be.an('object');
    const events: { kind: string; products?: readonly Product[] }[] = [];
    void catalog?.subscribe({ next: (items) => events.push(...items), fail: () => undefined }, { signal: life.signal });
    while (events.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(events.map(({ kind }) => kind)).to.deep.equal(['products', 'pins']);
    const found = events[0]?.products?.find(({ id }) => id === 'yingde');
    expect([found?.title, found?.number, found?.variants[0]?.price.amount.minor, found?.url]).to.deep.equal([
      'From the page',
      4,
      1250,
      undefined,
    ]);
    expect(events[0]?.products).to.have.length(12);
    expect((reports[0] as VitrineError).code).to.equal('BAD_URL');
  });
});
