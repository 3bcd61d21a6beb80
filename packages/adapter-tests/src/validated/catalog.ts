// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { message, pastNotice } from './room.js';
import { count, moment, money, text, url, words } from './values.js';

const availability = v.object({
  state: v.picklist(['in', 'low', 'out', 'preorder', 'soon', 'unknown']),
  quantity: v.exactOptional(count),
  asOf: moment,
});

const price = v.object({
  amount: money,
  compareAt: v.exactOptional(money),
  unitPrice: v.exactOptional(words),
  tax: v.exactOptional(v.picklist(['included', 'excluded', 'unknown'])),
});

const variant = v.object({
  id: words,
  sku: v.exactOptional(text),
  values: v.record(v.string(), v.string()),
  price,
  availability,
  maximumPerOrder: v.exactOptional(v.pipe(count, v.minValue(1, 'Expected 1 or more.'))),
  image: v.exactOptional(url('image')),
});

const axis = v.object({
  id: words,
  name: words,
  display: v.exactOptional(v.picklist(['chips', 'swatches'])),
  values: v.array(
    v.object({
      id: words,
      name: words,
      swatch: v.exactOptional(v.pipe(text, v.regex(/^#[0-9a-f]{3,8}$/i, 'Expected a hex colour.'))),
    }),
  ),
});

export const product = v.object({
  id: words,
  number: v.exactOptional(count),
  kind: v.picklist(['goods', 'voucher', 'stay', 'ticket', 'service']),
  title: words,
  subtitle: v.exactOptional(text),
  description: v.exactOptional(text),
  url: v.exactOptional(url('link')),
  images: v.array(v.object({ url: url('image'), alt: v.exactOptional(text) })),
  options: v.array(axis),
  variants: v.pipe(v.array(variant), v.minLength(1, 'Expected at least one variant.')),
  rating: v.exactOptional(v.object({ value: v.number(), count })),
  details: v.exactOptional(v.array(v.object({ name: words, value: text }))),
  moments: v.exactOptional(v.array(moment)),
});

const pin = v.object({ kind: v.literal('pin'), productId: words, at: moment });
const unpin = v.object({ kind: v.literal('unpin'), at: moment });

export const historyEvent = v.variant('kind', [
  pin,
  unpin,
  pastNotice,
  v.object({ kind: v.literal('message'), at: moment, message }),
]);

export const catalogEvent = v.variant('kind', [
  v.object({ kind: v.literal('products'), products: v.array(product) }),
  v.object({ kind: v.literal('stock'), variantId: words, availability }),
  v.object({ kind: v.literal('price'), variantId: words, price }),
  pin,
  unpin,
  v.object({ kind: v.literal('pins'), pinned: v.nullable(words), at: moment }),
]);
