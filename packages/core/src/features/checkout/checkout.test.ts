// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { money, VitrineError } from '../../model/index.js';
import { testRoom, until } from '../../testing/index.js';
import type { CheckoutPort, CheckoutSession } from './checkout.port.js';

const total = money(8820, 'EUR');

function session(more: Partial<CheckoutSession> = {}): CheckoutSession {
  const handoff = { kind: 'embed', methods: [{ id: 'card', kind: 'card', label: 'Card' }] } as const;
  return { id: 's1', status: 'open', handoff, total, itemCount: 3, ...more };
}

const paid = session({ status: 'paid', orderId: 'o1', orderNumber: 'V-1' });

function port(more: Partial<CheckoutPort> = {}): CheckoutPort {
  return {
    modes: ['embed'],
    begin: async () => session(),
    status: async () => session(),
    confirm: async () => paid,
    ...more,
  };
}

describe('the checkout feature', () => {
  it('goes from the bag to a paid order, and tells it once', async () => {
    const room = await testRoom({ checkout: port() });
    const told: string[] = [];
    room.bus.on('checkout:paid', ({ session: { orderNumber = '' } }) => told.push(orderNumber), {
      signal: room.signal,
    });
    await room.request('checkout:begin', {});
    expect(room.store.state.checkout.phase).to.equal('choosing');
    await room.request('checkout:confirm', { methodId: 'card' });
    expect(room.store.state.checkout.phase).to.equal('paid');
    await room.request('checkout:refresh', {});
    expect(told).to.deep.equal(['V-1']);
    await room.request('checkout:dismiss', {});
    expect(room.store.state.checkout).to.include({ phase: 'idle', session: null });
    room.close();
  });

  it('pays once though it is clicked twice', async () => {
    const ids: string[] = [];
    const confirm: CheckoutPort['confirm'] = async (_, __, { commandId }) => (ids.push(commandId), paid);
    const begun: string[] = [];
    const begin: CheckoutPort['begin'] = async (_, { commandId }) => (begun.push(commandId), session());
    const room = await testRoom({ checkout: port({ begin, confirm }) });
    await Promise.all([room.request('checkout:begin', {}), room.request('checkout:begin', {})]);
    await Promise.all([
      room.request('checkout:confirm', { methodId: 'card' }),
      room.request('checkout:confirm', { methodId: 'card' }),
    ]);
    expect([begun.length, ids.length]).to.deep.equal([1, 1]);
    room.close();
  });

  it('asks again under the same command id when the answer was lost', async () => {
    const ids: string[] = [];
    let lost = 2;
    const confirm: CheckoutPort['confirm'] = async (_, __, { commandId }) => {
      ids.push(commandId);
      if (lost-- > 0) throw new VitrineError('NETWORK', 'cut', { outcome: 'unknown', retryAfter: 0 });
      return paid;
    };
    const room = await testRoom({ checkout: port({ confirm }) });
    await room.request('checkout:begin', {});
    await room.request('checkout:confirm', { methodId: 'card' });
    expect(ids).to.have.lengthOf(3);
    expect(new Set(ids).size).to.equal(1);
    expect(room.store.state.checkout.phase).to.equal('paid');
    room.close();
  });

  it('keeps a declined payment open for another way to pay', async () => {
    const room = await testRoom({ checkout: port({ confirm: async () => session({ error: 'PAYMENT_DECLINED' }) }) });
    await room.request('checkout:begin', {});
    await room.request('checkout:confirm', { methodId: 'card' });
    expect(room.store.state.checkout.phase).to.equal('choosing');
    expect(room.store.state.checkout.error?.code).to.equal('PAYMENT_DECLINED');
    room.close();
  });

  it('returns to the bag when the shop refuses, and reads the bag again', async () => {
    let loads = 0;
    const room = await testRoom({
      cart: {
        load: async () => (loads++, null),
        apply: async () => {
          throw new VitrineError('UNKNOWN', 'x');
        },
      },
      checkout: port({
        begin: async () => {
          throw new VitrineError('OUT_OF_STOCK', 'gone', { params: { available: 0 } });
        },
      }),
    });
    await until(() => loads === 1);
    const error = await room.request('checkout:begin', {}).catch((thrown: unknown) => thrown as VitrineError);
    expect(error).to.have.property('code', 'OUT_OF_STOCK');
    expect(room.store.state.checkout).to.include({ phase: 'idle', session: null });
    await until(() => loads === 2);
    room.close();
  });

  it('asks what became of a payment that was under way when the page went', async () => {
    const id = `checkout-${Math.random()}`;
    const first = await testRoom({ checkout: port({ confirm: () => new Promise(() => undefined) }) }, { id });
    await first.request('checkout:begin', {});
    void first.request('checkout:confirm', { methodId: 'card' }).catch(() => undefined);
    first.close();
    const second = await testRoom({ checkout: port({ status: async () => paid }) }, { id });
    await until(() => second.store.state.checkout.phase === 'paid');
    second.close();
  });

  it('never offers to pay again while nobody knows whether it was charged', async () => {
    const confirm: CheckoutPort['confirm'] = async () => {
      throw new VitrineError('TIMEOUT', 'late', { retryable: false, outcome: 'unknown' });
    };
    const room = await testRoom({ checkout: port({ confirm, status: async () => paid }) });
    await room.request('checkout:begin', {});
    await room.request('checkout:confirm', { methodId: 'card' }).catch(() => undefined);
    expect(room.store.state.checkout.phase).to.equal('pending');
    await until(() => room.store.state.checkout.phase === 'paid');
    room.close();
  });
});
