// SPDX-License-Identifier: MIT
// A small shop for tests and stories: products, a cart and a till that do as they are told.
import {
  money,
  VitrineError,
  type Availability,
  type Cart,
  type CartCommand,
  type CartIssue,
  type CartLine,
  type CartPort,
  type CartResult,
  type CatalogEvent,
  type CatalogPort,
  type CheckoutMode,
  type CheckoutPort,
  type CheckoutSession,
  type Handoff,
  type Money,
  type Ports,
  type Product,
  type Room,
  type RoomOptions,
  type StreamInfo,
  type StreamPort,
  type Variant,
} from '@vitrine/core';
import { feed, testRoom, type Feed } from './test-room.js';

/** 20 November 2026, 20:38 in universal time: all clocks of the pictures begin here. */
export const now = Date.UTC(2026, 10, 20, 20, 38);
export const dollars = (minor: number): Money => money(minor, 'USD');

/** A plain drawing on a ground, as shops have them. */
export function drawing(ground: string, shape: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><rect width="120" height="120" fill="${ground}"/><rect x="40" y="24" width="40" height="76" rx="8" fill="${shape}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const stock = (quantity: number): Availability => ({
  state: quantity === 0 ? 'out' : quantity <= 5 ? 'low' : 'in',
  quantity,
  asOf: now,
});

interface Brief extends Partial<Omit<Product, 'variants'>> {
  readonly id: string;
  readonly title: string;
  readonly price?: number;
  readonly was?: number;
  readonly stock?: number;
  readonly currency?: string;
  readonly maximumPerOrder?: number;
  readonly variants?: readonly Variant[];
}

/** A product from what matters in a test. */
export function product({
  price = 2400,
  was,
  stock: quantity = 50,
  currency = 'USD',
  maximumPerOrder,
  ...rest
}: Brief): Product {
  return {
    kind: 'goods',
    images: [{ url: drawing('#E8EEE4', '#35624F') }],
    options: [],
    variants: [
      {
        id: rest.id,
        values: {},
        price: { amount: money(price, currency), ...(was === undefined ? {} : { compareAt: money(was, currency) }) },
        availability: stock(quantity),
        ...(maximumPerOrder === undefined ? {} : { maximumPerOrder }),
      },
    ],
    ...rest,
  };
}

function variantOf(
  id: string,
  values: Record<string, string>,
  price: number,
  quantity: number,
  more: Partial<Variant> = {},
): Variant {
  return { id, values, price: { amount: dollars(price) }, availability: stock(quantity), ...more };
}

/** One axis; the largest size is sold out. */
export function tea(pictures: readonly string[] = [drawing('#E8EEE4', '#35624F')]): Product {
  const price = { amount: dollars(2400), compareAt: dollars(3200) };
  return product({
    id: 'dancong',
    number: 3,
    title: 'Phoenix Dancong, Mi Lan Xiang',
    subtitle: 'Chaozhou, Guangdong',
    rating: { value: 4.9, count: 1284 },
    images: pictures.map((url) => ({ url })),
    description: 'Picked on 4 April, roasted twice over longan wood.\nHoney and orchid.',
    details: [
      { name: 'Harvest', value: 'Spring 2026' },
      { name: 'Origin', value: 'Fenghuang, Chaozhou' },
    ],
    options: [
      { id: 'weight', name: 'Weight', values: ['50 g', '100 g', '250 g', '500 g'].map((name) => ({ id: name, name })) },
    ],
    variants: [
      variantOf('dancong-50', { weight: '50 g' }, 1300, 5, { maximumPerOrder: 5 }),
      variantOf('dancong-100', { weight: '100 g' }, 2400, 40, { maximumPerOrder: 5, price }),
      variantOf('dancong-250', { weight: '250 g' }, 5200, 3, { maximumPerOrder: 5 }),
      variantOf('dancong-500', { weight: '500 g' }, 9800, 0, { maximumPerOrder: 5 }),
    ],
  });
}

const colours = [
  ['celadon', 'Celadon', '#4F8A78'],
  ['rosewood', 'Rosewood', '#8C3B45'],
  ['ivory', 'Ivory', '#EFE7DA'],
  ['ink', 'Ink', '#3C4A5C'],
  ['saffron', 'Saffron', '#C8A15F'],
] as const;

/** Two axes: saffron is sold out, XS is not made in ink, and 2 are left of celadon in M. */
export function shirt(pictures: readonly string[] = [drawing('#E4EDEA', '#4F8A78')]): Product {
  return product({
    id: 'shirt',
    number: 7,
    title: 'Silk shirt, 19 momme',
    subtitle: 'Washable mulberry silk',
    images: pictures.map((url) => ({ url })),
    options: [
      {
        id: 'colour',
        name: 'Colour',
        display: 'swatches',
        values: colours.map(([id, name, swatch]) => ({ id, name, swatch })),
      },
      { id: 'size', name: 'Size', values: ['XS', 'S', 'M', 'L', 'XL'].map((name) => ({ id: name, name })) },
    ],
    variants: colours.flatMap(([colour]) =>
      ['XS', 'S', 'M', 'L', 'XL']
        .filter((size) => colour !== 'ink' || size !== 'XS')
        .map((size) =>
          variantOf(
            `shirt-${colour}-${size}`,
            { colour, size },
            16_800,
            colour === 'saffron' ? 0 : colour === 'celadon' && size === 'M' ? 2 : size === 'XS' ? 0 : 9,
          ),
        ),
    ),
  });
}

/** The products of the pictures. */
export function teahouse(pictureOf: (name: string) => string = () => drawing('#E8EEE4', '#35624F')): Product[] {
  const image = (name: string): { images: { url: string }[] } => ({ images: [{ url: pictureOf(name) }] });
  return [
    product({
      id: 'chenpi',
      number: 1,
      title: 'Xinhui chenpi mandarin pu’er',
      subtitle: 'Box of 12',
      rating: { value: 4.9, count: 312 },
      price: 1950,
      ...image('chenpi'),
    }),
    product({
      id: 'gaiwan',
      number: 2,
      title: 'Chaozhou porcelain gaiwan',
      subtitle: '110 ml · celadon line',
      price: 3800,
      ...image('gaiwan'),
    }),
    tea([pictureOf('dancong')]),
    product({
      id: 'yingde',
      number: 4,
      title: 'Yingde No. 9 black tea',
      subtitle: 'Tin 75 g',
      price: 1600,
      stock: 4,
      ...image('yingde'),
    }),
    product({ id: 'cake', number: 5, title: 'White tea cake 2019', price: 5400, stock: 0, ...image('cake') }),
    product({
      id: 'jasmine',
      number: 6,
      title: 'Jasmine pearls',
      subtitle: 'Bag of 100 g',
      price: 2100,
      ...image('jasmine'),
    }),
    product({ id: 'teapot', number: 7, title: 'Zhuni teapot, 120 ml', price: 12_800, was: 14_000, ...image('teapot') }),
    product({ id: 'cups', number: 8, title: 'Pair of cups', subtitle: '35 ml each', price: 2900, ...image('cups') }),
  ];
}

/** So many plain products, numbered from 1. */
export function many(count: number): Product[] {
  return Array.from({ length: count }, (_, index) =>
    product({
      id: `p${index + 1}`,
      number: index + 1,
      title: `Product ${index + 1}`,
      subtitle: `Row ${index % 7}`,
      price: 1000 + index,
    }),
  );
}

export interface FakeCatalog {
  readonly port: CatalogPort;
  readonly feed: Feed<CatalogEvent>;
  pin(productId: string): void;
}

export function fakeCatalog(products: readonly Product[], pinned: string | null = null): FakeCatalog {
  const events = feed<CatalogEvent>();
  events.push({ kind: 'products', products });
  if (pinned) events.push({ kind: 'pins', pinned, at: Date.now() - 1000 });
  return {
    port: { subscribe: events.subscribe },
    feed: events,
    pin: (productId) => events.push({ kind: 'pin', productId, at: Date.now() - 1000 }),
  };
}

/** A line of the bag from what matters in a test. */
export function line(
  id: string,
  quantity: number,
  unit: number,
  more: Partial<CartLine> = {},
  currency = 'USD',
): CartLine {
  return {
    id,
    variantId: id,
    productId: id,
    quantity,
    unit: money(unit, currency),
    total: money(unit * quantity, currency),
    title: id,
    ...more,
  };
}

/** A cart that does what it is told, unless a test says otherwise. */
export class FakeCart {
  lines: readonly CartLine[];
  coupons: readonly string[] = [];
  discount = 0;
  shipping: number | null = 600;
  readonly currency: string;
  readonly commands: CartCommand[] = [];
  expiresAt: number | null = null;
  /** Answers a command in the shop's place. */
  refuse: ((command: CartCommand) => CartIssue[] | void) | null = null;
  /** While it is set, answers wait for it. */
  gate: Promise<void> | null = null;
  readonly changes: Feed<CartResult> = feed<CartResult>();
  #revision = 1;

  constructor(lines: readonly CartLine[] = [], currency = 'USD') {
    this.lines = lines;
    this.currency = currency;
  }

  get cart(): Cart {
    const { currency, discount, shipping, coupons, lines } = this;
    const items = lines.reduce((sum, { total }) => sum + total.minor, 0);
    return {
      id: 'cart',
      revision: this.#revision,
      currency,
      lines,
      coupons,
      ...(this.expiresAt === null ? {} : { expiresAt: this.expiresAt }),
      totals: {
        items: money(items, currency),
        ...(discount ? { discount: money(discount, currency) } : {}),
        ...(shipping === null ? {} : { shipping: money(shipping, currency) }),
        total: money(items - discount + (shipping ?? 0), currency),
      },
    };
  }

  get port(): CartPort {
    return {
      load: async () => this.cart,
      apply: async (command) => {
        this.commands.push(command);
        await this.gate;
        this.#revision++;
        const issues = this.refuse?.(command);
        if (!issues) this.#do(command);
        return { cart: this.cart, issues: issues ?? [] };
      },
      subscribe: this.changes.subscribe,
    };
  }

  /** Something happened elsewhere. */
  tell(...issues: readonly CartIssue[]): void {
    this.#revision++;
    this.changes.push({ cart: this.cart, issues });
  }

  #do(command: CartCommand): void {
    if (command.kind === 'coupon') {
      this.coupons = command.remove ? [] : [command.code];
      this.discount = command.remove ? 0 : 380;
      return;
    }
    const { variantId } = command.item;
    const { quantity, expectedUnit } = command;
    const known = this.lines.find((one) => one.variantId === variantId);
    const unit = known?.unit.minor ?? expectedUnit?.minor ?? 2400;
    const next = { ...known, ...line(variantId, quantity, unit, known ? { title: known.title } : {}, this.currency) };
    if (!known) this.lines = [...this.lines, next];
    else
      this.lines = this.lines.flatMap((one) =>
        one !== known ? [one] : quantity > 0 ? [{ ...one, quantity, total: next.total }] : [],
      );
  }
}

/** The bag of the pictures. */
export function fullBag(pictureOf: (name: string) => string = () => drawing('#E8EEE4', '#35624F')): FakeCart {
  const bag = new FakeCart([
    line('dancong-100', 2, 2400, {
      title: 'Phoenix Dancong',
      subtitle: '100 g tin',
      compareAt: dollars(3200),
      maximum: 2,
      image: pictureOf('dancong'),
    }),
    line('gaiwan', 1, 3800, { title: 'Chaozhou gaiwan', subtitle: '110 ml, celadon', image: pictureOf('gaiwan') }),
  ]);
  bag.coupons = ['SPRING10'];
  bag.discount = 380;
  return bag;
}

export const embedded: Extract<Handoff, { kind: 'embed' }> = {
  kind: 'embed',
  address: { name: 'Amélie Laurent', lines: ['12 Rue des Tanneurs', '69005 Lyon'] },
  delivery: { label: 'Tracked, 3 to 5 days', note: 'Arrives Thu 26 to Sat 28 Nov', price: dollars(600) },
  methods: [
    { id: 'card', kind: 'card', label: 'Card ending 4242', note: 'Expires 08/29' },
    { id: 'wallet', kind: 'wallet', label: 'Wallet', note: 'Confirm on this phone' },
    { id: 'bank', kind: 'bank', label: 'Bank transfer', note: 'Held for 30 minutes' },
  ],
};

/** A till whose sessions a test changes by hand. */
export class FakeCheckout {
  session: CheckoutSession;
  readonly modes: readonly CheckoutMode[];
  readonly asked: string[] = [];
  /** What paying leads to. */
  outcome: Partial<CheckoutSession> | VitrineError = { status: 'paid', orderId: 'o1', orderNumber: 'LN-20412' };
  beginError: VitrineError | null = null;
  gate: Promise<void> | null = null;

  constructor(
    handoff: Handoff = embedded,
    modes: readonly CheckoutMode[] = ['embed'],
    more: Partial<CheckoutSession> = {},
  ) {
    this.modes = modes;
    this.session = { id: 's1', status: 'open', handoff, total: dollars(8820), itemCount: 3, ...more };
  }

  get port(): CheckoutPort {
    return {
      modes: this.modes,
      begin: async ({ mode, buyNow, expectedTotal }) => {
        this.asked.push(
          `begin ${mode} ${buyNow ? `${buyNow.variantId} ${buyNow.quantity}` : (expectedTotal?.minor ?? '')}`.trim(),
        );
        await this.gate;
        if (this.beginError) throw this.beginError;
        return this.session;
      },
      status: async () => this.session,
      confirm: async (_id, { methodId }) => {
        this.asked.push(`confirm ${methodId}`);
        await this.gate;
        if (this.outcome instanceof VitrineError) throw this.outcome;
        const { error: _before, ...session } = this.session;
        this.session = { ...session, ...this.outcome };
        return this.session;
      },
      cancel: async () => {
        this.asked.push('cancel');
        return { ...this.session, status: 'canceled' };
      },
    };
  }
}

/** A show that began 42 minutes and 10 seconds ago. */
export function fakeStream(startedAt = Date.now() - 2_530_000): StreamPort {
  const info: StreamInfo = {
    phase: 'live',
    title: 'First picking: Dancong',
    host: { name: 'Lin Yue' },
    sources: [],
    startedAt,
  };
  const events = feed<StreamInfo>();
  events.push(info);
  return { subscribe: events.subscribe };
}

interface Parts {
  readonly catalog?: FakeCatalog;
  readonly cart?: FakeCart;
  readonly checkout?: FakeCheckout;
  readonly stream?: StreamPort;
}

/** The ports of a whole shop. */
export function shopPorts({ catalog, cart, checkout, stream }: Parts): Partial<Ports> {
  return {
    ...(catalog ? { catalog: catalog.port } : {}),
    ...(cart ? { cart: cart.port } : {}),
    ...(checkout ? { checkout: checkout.port } : {}),
    ...(stream ? { stream } : {}),
  };
}

let rooms = 0;

/** An open room of a shop; each has an id of its own, so that nothing kept on the device reaches the next one. */
export function openShop(parts: Parts, options: Partial<RoomOptions> = {}): Promise<Room> {
  return testRoom(shopPorts(parts), { id: `shop-${Date.now()}-${++rooms}`, currency: 'USD', ...options });
}
