// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  dollars,
  fakeCatalog,
  FakeCart,
  FakeCheckout,
  fullBag,
  openShop,
  teahouse,
} from '../shared/testing/shop.fixture.js';
import { column, mediaPicture, phone, theatre } from '../shared/testing/stage.fixture.js';
import { testRoom } from '../shared/testing/test-room.js';
import './index.js';

async function shop(cart: FakeCart, checkout = new FakeCheckout()): Promise<Room> {
  const room = await openShop({ catalog: fakeCatalog(teahouse(mediaPicture)), cart, checkout });
  await room.request('cart:open', {});
  return room;
}

const meta: Meta = { title: 'Cart', component: 'vitrine-cart', tags: ['autodocs'] };
export default meta;

type Story = StoryObj;

const story = (room: () => Promise<Room>, render: (room: Room) => unknown): Story => ({
  loaders: [async () => ({ room: await room() })],
  render: (_args, { loaded }) => html`${render(loaded['room'] as Room)}`,
});

const sheet = (room: Room): unknown => phone(html`<vitrine-cart presentation="sheet" .room=${room}></vitrine-cart>`);

export const Sheet = story(async () => {
  const cart = fullBag(mediaPicture);
  const room = await shop(cart, new FakeCheckout(undefined, ['embed', 'express']));
  cart.tell({ code: 'INSUFFICIENT_STOCK', lineId: 'dancong-100', severity: 'warn', available: 2, requested: 3 });
  return room;
}, sheet);
export const Drawer = story(
  () => shop(fullBag(mediaPicture)),
  (room) => theatre(html`<vitrine-cart presentation="drawer" .room=${room}></vitrine-cart>`),
);
export const InPage = story(
  () => shop(fullBag(mediaPicture), new FakeCheckout(undefined, ['redirect'])),
  (room) => column(html`<vitrine-cart .room=${room}></vitrine-cart>`),
);
export const Refusals = story(async () => {
  const cart = fullBag(mediaPicture);
  const room = await shop(cart);
  cart.tell(
    { code: 'PRICE_CHANGED', lineId: 'dancong-100', severity: 'block', before: dollars(2400), after: dollars(2600) },
    { code: 'REGION_UNAVAILABLE', lineId: 'gaiwan', severity: 'warn' },
  );
  return room;
}, sheet);
export const Offline = story(async () => {
  const cart = fullBag(mediaPicture);
  const room = await shop(cart);
  cart.refuse = () => {
    throw new VitrineError('OFFLINE', 'Away.');
  };
  void room.request('cart:set', { variantId: 'gaiwan', quantity: 3 });
  return room;
}, sheet);
export const Empty = story(() => shop(new FakeCart()), sheet);
export const Loading = story(async () => {
  const never = new Promise<never>(() => undefined);
  const room = await testRoom({ cart: { load: () => never, apply: () => never } });
  await room.request('cart:open', {});
  return room;
}, sheet);
export const Failed = story(async () => {
  const fail = (): never => {
    throw new VitrineError('SERVER_ERROR', 'Broken.');
  };
  const room = await testRoom({ cart: { load: async () => fail(), apply: async () => fail() } });
  await room.request('cart:open', {});
  return room;
}, sheet);
