// SPDX-License-Identifier: MIT
// The cases must find what they are for: each of these adapters breaks one rule.
import { adapterConformance } from '@vitrine/adapter-tests';
import type { Adapter, CartPort, CatalogPort, ChatPort, CheckoutPort, Ports } from '@vitrine/core';
import { expect } from 'chai';
import { demoAdapter, type DemoAdapter } from './index.js';

type Change = (ports: Ports) => Partial<Ports>;

const faults: readonly (readonly [string, Change])[] = [
  [
    'makes one row of a message that is sent twice under one cid',
    ({ chat }) => ({
      chat: {
        ...chat,
        send: (draft, options) =>
          (chat.send as NonNullable<ChatPort['send']>)({ ...draft, cid: `${draft.cid}${Math.random()}` }, options),
      },
    }),
  ],
  [
    'gives the same command id the same answer',
    ({ cart }) => ({
      cart: {
        ...cart,
        apply: (command, options) => cart.apply(command, { ...options, commandId: crypto.randomUUID() }),
      },
    }),
  ],
  [
    'counts revisions up',
    ({ cart }) => ({
      cart: {
        ...cart,
        apply: async (command, options) => {
          const result = await cart.apply(command, options);
          return { ...result, cart: { ...result.cart, revision: 1 } };
        },
      },
    }),
  ],
  [
    'clamps to what is left and says so with figures',
    ({ cart }) => ({
      cart: { ...cart, apply: async (command, options) => ({ ...(await cart.apply(command, options)), issues: [] }) },
    }),
  ],
  ['adds up a cart exactly in EUR', ({ cart }) => ({ cart: rounded(cart) })],
  ['prices products in whole minor units of JPY', ({ catalog }) => ({ catalog: floating(catalog) })],
  ['charges once for one command id, and once for one session', ({ checkout }) => ({ checkout: forgetful(checkout) })],
  [
    'delivers nothing once the signal has aborted',
    ({ chat }) => ({
      chat: { ...chat, subscribe: (sink) => chat.subscribe(sink, { signal: new AbortController().signal }) },
    }),
  ],
  ['offers a viewer neither pin nor unpin', ({ catalog }) => ({ catalog: { ...catalog, pin: async () => undefined } })],
  [
    'rejects a message while offline instead of keeping it',
    ({ chat }) => ({ chat: { ...chat, send: async () => ({ id: 'queued' }) } }),
  ],
];

function rounded(cart: CartPort): CartPort {
  return {
    ...cart,
    async apply(command, options) {
      const result = await cart.apply(command, options);
      const { total } = result.cart.totals;
      return {
        ...result,
        cart: { ...result.cart, totals: { ...result.cart.totals, total: { ...total, minor: total.minor + 1 } } },
      };
    },
  };
}

function floating(catalog: CatalogPort): CatalogPort {
  return {
    ...catalog,
    subscribe: (sink, options) =>
      catalog.subscribe(
        {
          ...sink,
          next: (items) =>
            sink.next(
              items.map((item) =>
                item.kind !== 'products'
                  ? item
                  : {
                      ...item,
                      products: item.products.map((product) => ({
                        ...product,
                        variants: product.variants.map((variant) => ({
                          ...variant,
                          price: { amount: { ...variant.price.amount, minor: variant.price.amount.minor / 3 } },
                        })),
                      })),
                    },
              ),
            ),
        },
        options,
      ),
  };
}

function forgetful(checkout: CheckoutPort): CheckoutPort {
  return {
    ...checkout,
    async confirm(id) {
      const session = await checkout.status(id, { signal: new AbortController().signal });
      return { ...session, status: 'paid', orderId: crypto.randomUUID() };
    },
  };
}

function broken(adapter: DemoAdapter, change: Change, life: AbortController): Adapter {
  return {
    name: 'broken',
    async connect(context) {
      // A port that ignores its signal is only noticed while the connection beneath lives on.
      const ports = (await adapter.connect({ ...context, signal: life.signal })) as Ports;
      return { ...ports, ...change(ports) };
    },
  };
}

describe('the cases of the contract find', () => {
  for (const [rule, change] of faults) {
    it(`an adapter that breaks "${rule}"`, async () => {
      const life = new AbortController();
      const cases = adapterConformance<{ readonly adapter: Adapter; readonly demo: DemoAdapter }>({
        create({ currency, role }) {
          const demo = demoAdapter({ currency, isScripted: false, viewer: { role } });
          return { adapter: broken(demo, change, life), demo };
        },
        driver: ({ demo }) => ({ ...demo.driver, methods: { pays: 'card', declines: 'declined-card' } }),
        patience: 400,
      });
      const found = cases.find(({ name }) => name === rule);
      const fault = await found?.run().then(
        (skipped) => skipped?.skip,
        (error: Error) => error,
      );
      life.abort();
      expect(fault, String(fault)).to.be.an('error').with.property('name', 'ContractError');
    });
  }
});
