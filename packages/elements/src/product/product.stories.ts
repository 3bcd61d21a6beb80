// SPDX-License-Identifier: MIT
import { VitrineError, type Product, type Room } from '@vitrine/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  fakeCatalog,
  FakeCart,
  FakeCheckout,
  fakeStream,
  openShop,
  product,
  shirt,
  tea,
} from '../shared/testing/shop.fixture.js';
import { column, mediaPicture, panel, phone } from '../shared/testing/stage.fixture.js';
import { testRoom } from '../shared/testing/test-room.js';
import './index.js';

const teaPictures = ['dancong', 'tools', 'cups', 'gaiwan', 'jasmine'].map(mediaPicture);
const shirtPictures = ['jacket-celadon', 'jacket-ink', 'jacket-rosewood'].map(mediaPicture);

async function shop(one: Product, cart = new FakeCart()): Promise<Room> {
  const startedAt = Date.now() - 2_530_000;
  const shown = { ...one, moments: [startedAt + 2_300_000] };
  const room = await openShop({
    catalog: fakeCatalog([shown]),
    cart,
    checkout: new FakeCheckout(),
    stream: fakeStream(startedAt),
  });
  room.bus.answer('player:seek', () => undefined, { signal: room.signal });
  await room.request('product:open', { productId: one.id });
  return room;
}

const meta: Meta = { title: 'Product', component: 'vitrine-product', tags: ['autodocs'] };
export default meta;

type Story = StoryObj;

const story = (room: () => Promise<Room>, render: (room: Room) => unknown): Story => ({
  loaders: [async () => ({ room: await room() })],
  render: (_args, { loaded }) => html`${render(loaded['room'] as Room)}`,
});

const sheet = (room: Room): unknown =>
  phone(html`<vitrine-product presentation="sheet" .room=${room}></vitrine-product>`);
const inline = (room: Room): unknown => column(html`<vitrine-product .room=${room}></vitrine-product>`, 390);

export const Sheet = story(() => shop(tea(teaPictures)), sheet);
export const Swatches = story(
  () => shop(shirt(shirtPictures)),
  (room) => html`<div style="--vitrine-color-accent:#7A2F3B">${sheet(room)}</div>`,
);
export const Panel = story(
  () => shop(tea(teaPictures)),
  (room) => panel(html`<vitrine-product presentation="panel" .room=${room}></vitrine-product>`),
);
export const InPage = story(() => shop(tea(teaPictures)), inline);
export const SoldOut = story(
  () => shop(product({ id: 'cake', title: 'White tea cake 2019', price: 5400, stock: 0 })),
  inline,
);
export const Refused = story(() => {
  const cart = new FakeCart();
  cart.refuse = () => {
    throw new VitrineError('REGION_UNAVAILABLE', 'Not there.');
  };
  return shop(product({ id: 'gaiwan', title: 'Chaozhou porcelain gaiwan', price: 3800, stock: 3 }), cart);
}, inline);
export const Stay = story(
  () =>
    shop(
      product({
        id: 'stay',
        kind: 'stay',
        title: 'Sea-view room',
        subtitle: 'Sanya, Hainan',
        price: 138_000,
        url: 'https://hotel.example/',
      }),
    ),
  inline,
);
export const Unknown = story(
  () => shop(tea()),
  (room) => column(html`<vitrine-product product="nothing" .room=${room}></vitrine-product>`, 390),
);
export const Loading = story(
  () => testRoom({ catalog: { subscribe: () => undefined } }),
  (room) => column(html`<vitrine-product product="dancong" .room=${room}></vitrine-product>`, 390),
);
