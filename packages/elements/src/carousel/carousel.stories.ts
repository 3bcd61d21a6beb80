// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { fakeCatalog, FakeCart, many, openShop, teahouse, type FakeCatalog } from '../shared/testing/shop.fixture.js';
import { column, mediaPicture } from '../shared/testing/stage.fixture.js';
import { testRoom } from '../shared/testing/test-room.js';
import './index.js';

const shop = (catalog: FakeCatalog): Promise<Room> => openShop({ catalog, cart: new FakeCart() });
const tea = (): Promise<Room> => shop(fakeCatalog(teahouse(mediaPicture), 'dancong'));

const meta: Meta = { title: 'Carousel', component: 'vitrine-carousel', tags: ['autodocs'] };
export default meta;

type Story = StoryObj;

const story = (room: () => Promise<Room>, render: (room: Room) => unknown): Story => ({
  loaders: [async () => ({ room: await room() })],
  render: (_args, { loaded }) => html`${render(loaded['room'] as Room)}`,
});

export const Rail = story(tea, (room) => column(html`<vitrine-carousel .room=${room}></vitrine-carousel>`, 976));
export const NarrowRail = story(tea, (room) => column(html`<vitrine-carousel .room=${room}></vitrine-carousel>`, 520));
export const List = story(tea, (room) =>
  column(html`<vitrine-carousel variant="list" .room=${room}></vitrine-carousel>`, 390),
);
export const RowsInPage = story(tea, (room) =>
  column(html`<vitrine-carousel variant="rows" limit="3" .room=${room}></vitrine-carousel>`),
);
export const LargeText = story(tea, (room) =>
  column(html`<vitrine-carousel style="--vitrine-text-scale:2" .room=${room}></vitrine-carousel>`, 976),
);
export const ManyInList = story(
  () => shop(fakeCatalog(many(500), 'p12')),
  (room) => column(html`<vitrine-carousel variant="list" .room=${room}></vitrine-carousel>`, 390),
);
export const ManyInRail = story(
  () => shop(fakeCatalog(many(500), 'p12')),
  (room) => column(html`<vitrine-carousel .room=${room}></vitrine-carousel>`, 976),
);
export const Loading = story(
  () => testRoom({ catalog: { subscribe: () => undefined } }),
  (room) => column(html`<vitrine-carousel .room=${room}></vitrine-carousel>`, 976),
);
export const Empty = story(
  () => shop(fakeCatalog([])),
  (room) => column(html`<vitrine-carousel .room=${room}></vitrine-carousel>`, 976),
);
export const Failed = story(
  () => testRoom({ catalog: { subscribe: (sink) => sink.fail(new VitrineError('NETWORK', 'Gone.')) } }),
  (room) => column(html`<vitrine-carousel .room=${room}></vitrine-carousel>`, 976),
);
