// SPDX-License-Identifier: MIT
import type { CheckoutMode, CheckoutSession, Handoff, Room } from '@vitrine/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { FakeCheckout, fullBag, openShop } from '../shared/testing/shop.fixture.js';
import { column, phone } from '../shared/testing/stage.fixture.js';
import './index.js';

/** A shop whose till has come so far. */
async function shop(
  session: Partial<CheckoutSession> = {},
  handoff?: Handoff,
  modes: readonly CheckoutMode[] = ['embed'],
): Promise<Room> {
  const checkout = new FakeCheckout(handoff, modes, { expiresAt: Date.now() + 272_500 });
  checkout.session = { ...checkout.session, ...session };
  const room = await openShop({ cart: fullBag(), checkout });
  await room.request('checkout:begin', {});
  return room;
}

const meta: Meta = { title: 'Checkout', component: 'vitrine-checkout', tags: ['autodocs'] };
export default meta;

type Story = StoryObj;

const story = (room: () => Promise<Room>, render: (room: Room) => unknown): Story => ({
  loaders: [async () => ({ room: await room() })],
  render: (_args, { loaded }) => html`${render(loaded['room'] as Room)}`,
});

const sheet = (room: Room): unknown =>
  phone(html`<vitrine-checkout presentation="sheet" .room=${room}></vitrine-checkout>`);

export const Button = story(
  () => openShop({ cart: fullBag(), checkout: new FakeCheckout() }),
  (room) => column(html`<vitrine-checkout .room=${room}></vitrine-checkout>`, 390),
);
export const Step = story(() => shop(), sheet);
export const Declined = story(() => shop({ error: 'PAYMENT_DECLINED' }), sheet);
export const Pending = story(() => shop({ status: 'processing' }), sheet);
export const Paid = story(() => shop({ status: 'paid', orderNumber: 'LN-20412' }), sheet);
export const Expired = story(() => shop({ status: 'expired' }), sheet);
export const Canceled = story(() => shop({ status: 'canceled' }), sheet);
export const Failed = story(() => shop({ status: 'failed', error: 'PAYMENT_DECLINED' }), sheet);
export const PopUp = story(() => shop({}, { kind: 'popup', url: 'https://pay.example/session' }, ['popup']), sheet);
export const Scan = story(
  () => shop({}, { kind: 'qr', payload: 'weixin://wxpay/bizpayurl?pr=abc' }, ['redirect']),
  sheet,
);
