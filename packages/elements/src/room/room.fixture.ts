// SPDX-License-Identifier: MIT
// A show on fake ports, and a player whose picture a test turns on and off. Import it before the room's index.
import {
  money,
  VitrineError,
  type Adapter,
  type Audience,
  type Cart,
  type CatalogEvent,
  type ChatEvent,
  type ConnectContext,
  type Ports,
  type Product,
  type StreamInfo,
} from '@vitrine/core';
import type {} from '@vitrine/core/reminders';
import { html } from 'lit';
import { version } from '../shared/define.js';
import { feed, mount, until, type Feed } from '../shared/testing/index.js';
import type { PlayerElement } from './player-watch.js';
import type { VitrineRoom } from './room.js';

/** Stands in for the real player, which has tests of its own: it says what the test says. */
export class TestPlayer extends HTMLElement implements PlayerElement {
  phase: NonNullable<PlayerElement['phase']> = 'loading';
  hasPicture = false;
  retryAt: number | null = null;
  muted = true;
  isBehind = false;
  retries = 0;
  calls: string[] = [];

  /** It plays what the room asks for. */
  get aspect(): 'landscape' | 'portrait' {
    return this.getAttribute('orientation') === 'landscape' ? 'landscape' : 'portrait';
  }

  say(change: Partial<Pick<TestPlayer, 'phase' | 'hasPicture' | 'retryAt' | 'isBehind'>>): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event('vitrine-player-change'));
  }

  toggleMute(): void {
    this.muted = !this.muted;
    this.say({});
  }

  retry(): void {
    this.retries++;
  }
}

if (!customElements.get('vitrine-player')) {
  customElements.define('vitrine-player', TestPlayer);
  const key = Symbol.for('vitrine-versions');
  const registry = globalThis as unknown as Record<symbol, Record<string, string> | undefined>;
  registry[key] = { ...registry[key], 'vitrine-player': version };
}

const pixel =
  'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%201%201%22%3E%3Crect%20width=%221%22%20height=%221%22%20fill=%22%23d8c7a6%22/%3E%3C/svg%3E';

export const product = (id: string, title: string, change: Partial<Product> = {}): Product => ({
  id,
  number: id.length,
  kind: 'goods',
  title,
  images: [{ url: pixel }],
  options: [],
  variants: [
    {
      id: `${id}-1`,
      values: {},
      price: { amount: money(2400, 'EUR'), compareAt: money(3200, 'EUR') },
      availability: { state: 'in', quantity: 40, asOf: 0 },
    },
  ],
  ...change,
});

export const teas: readonly Product[] = [
  product('dancong', 'Phoenix Dancong, 100 g tin'),
  product('gaiwan', 'Chaozhou porcelain gaiwan'),
  product('cake', 'White tea cake 2019', {
    variants: [
      {
        id: 'cake-1',
        values: {},
        price: { amount: money(5400, 'EUR') },
        availability: { state: 'out', quantity: 0, asOf: 0 },
      },
    ],
  }),
  product('jacket', 'Tea picker’s jacket', {
    options: [
      {
        id: 'size',
        name: 'Size',
        values: [
          { id: 's', name: 'S' },
          { id: 'm', name: 'M' },
        ],
      },
    ],
    variants: ['s', 'm'].map((size) => ({
      id: `jacket-${size}`,
      values: { size },
      price: { amount: money(16_800, 'EUR') },
      availability: { state: 'in', quantity: 4, asOf: 0 },
    })),
  }),
];

export const live: StreamInfo = {
  phase: 'live',
  title: 'First picking: Dancong',
  host: { name: 'Lin Yue', brand: 'Lingnan Tea House', avatar: pixel },
  sources: [
    { url: 'https://video.example/landscape.m3u8', orientation: 'landscape' },
    { url: 'https://video.example/portrait.m3u8', orientation: 'portrait' },
  ],
};

export interface TestShow {
  readonly adapter: Adapter;
  readonly stream: Feed<StreamInfo>;
  readonly catalog: Feed<CatalogEvent>;
  readonly chat: Feed<ChatEvent>;
  readonly audience: Feed<Audience>;
  /** What the room has asked the back end for. */
  readonly asked: string[];
  /** How often it was connected to. */
  readonly connections: ConnectContext[];
}

let revision = 0;

const bagOf = (quantity: number): Cart => ({
  id: 'bag',
  revision: ++revision,
  currency: 'EUR',
  lines: quantity
    ? [
        {
          id: 'line',
          variantId: 'gaiwan-1',
          productId: 'gaiwan',
          quantity,
          unit: money(2400, 'EUR'),
          total: money(2400 * quantity, 'EUR'),
          title: 'Chaozhou porcelain gaiwan',
        },
      ]
    : [],
  totals: { items: money(2400 * quantity, 'EUR'), total: money(2400 * quantity, 'EUR') },
  coupons: [],
});

/** @param omit ports that this back end does not have */
export function testShow(omit: readonly (keyof Ports)[] = [], bag = 0): TestShow {
  const asked: string[] = [];
  const connections: ConnectContext[] = [];
  const stream = feed<StreamInfo>();
  const catalog = feed<CatalogEvent>();
  const chat = feed<ChatEvent>();
  const audience = feed<Audience>();
  const ports: Partial<Ports> = {
    stream: { subscribe: stream.subscribe },
    catalog: { subscribe: catalog.subscribe },
    chat: { subscribe: chat.subscribe, send: async () => ({ id: 'sent' }) },
    reminders: {
      current: async () => false,
      set: async (show) => (asked.push(`remind of ${show}`), { kind: 'set' }),
      clear: async (show) => void asked.push(`forget ${show}`),
    },
    presence: { subscribe: audience.subscribe, react: async (count) => void asked.push(`react ${count}`) },
    identity: { current: async () => ({ id: 'you', name: 'Amélie', role: 'viewer', isGuest: false }) },
    cart: {
      load: async () => bagOf(bag),
      apply: async (command) => {
        asked.push(command.kind);
        return { cart: bagOf(command.kind === 'set' ? command.quantity : bag), issues: [] };
      },
    },
    checkout: {
      modes: ['embed'],
      begin: async ({ buyNow }) => {
        asked.push(`begin ${buyNow?.variantId ?? 'cart'}`);
        return {
          id: 'session',
          status: 'open',
          total: money(3000, 'EUR'),
          itemCount: 1,
          handoff: { kind: 'embed', methods: [{ id: 'card', kind: 'card', label: 'Card ending 4242' }] },
        };
      },
      status: async () => {
        throw new VitrineError('CHECKOUT_EXPIRED', 'No such session.');
      },
      cancel: async () => ({
        id: 'session',
        status: 'canceled',
        total: money(3000, 'EUR'),
        itemCount: 1,
        handoff: { kind: 'none' },
      }),
    },
  };
  return {
    stream,
    catalog,
    chat,
    audience,
    asked,
    connections,
    adapter: {
      name: 'test',
      async connect(context) {
        connections.push(context);
        context.setStatus('connected');
        return Object.fromEntries(Object.entries(ports).filter(([name]) => !omit.includes(name as keyof Ports)));
      },
    },
  };
}

/** The show of the pictures: live, four products, one on camera, people talking. */
export function onAir(omit: readonly (keyof Ports)[] = [], bag = 0): TestShow {
  const show = testShow(omit, bag);
  show.stream.push(live);
  show.catalog.push({ kind: 'products', products: teas }, { kind: 'pins', pinned: 'dancong', at: 0 });
  show.audience.push({ viewers: 12_400, hearts: 100 });
  const say = (id: string, name: string, text: string): void =>
    show.chat.push({ kind: 'message', message: { id, author: { id: name, name, role: 'viewer' }, text, sentAt: 0 } });
  say('1', 'Priya', 'that colour is unreal');
  say('2', 'Jun', 'how many infusions does it give?');
  return show;
}

/** A room that plays, in a box of a size; `inside` finds what it draws. */
export async function playingRoom(adapter: Adapter, width: number, height: number) {
  const box = document.createElement('div');
  /** Another box: a phone that is turned, a window that is made larger. */
  const resize = (inlineSize: number, blockSize: number): void => {
    box.style.inlineSize = `${inlineSize}px`;
    box.style.blockSize = `${blockSize}px`;
  };
  resize(width, height);
  const element = await mount<VitrineRoom>(
    html`<vitrine-room style="block-size: 100%" .adapter=${adapter}></vitrine-room>`,
    box,
  );
  const inside = (selector: string): HTMLElement | null => element.renderRoot.querySelector<HTMLElement>(selector);
  await until(() => inside('vitrine-player'), 'There is no player.');
  (inside('vitrine-player') as TestPlayer | null)?.say({ phase: 'playing', hasPicture: true });
  return { element, inside, resize };
}
