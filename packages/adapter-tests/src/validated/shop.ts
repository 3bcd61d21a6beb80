// SPDX-License-Identifier: MIT
import { errorCodes } from '@vitrine/core';
import * as v from 'valibot';
import { count, moment, money, text, url, words } from './values.js';

const code = v.picklist(errorCodes, 'Expected a code of errorCodes.');

const line = v.object({
  id: words,
  variantId: words,
  productId: words,
  offerId: v.exactOptional(words),
  quoteId: v.exactOptional(words),
  quantity: v.pipe(count, v.minValue(1, 'Expected 1 or more; a line of 0 is no line.')),
  maximum: v.exactOptional(count),
  unit: money,
  compareAt: v.exactOptional(money),
  total: money,
  title: text,
  subtitle: v.exactOptional(text),
  image: v.exactOptional(url('image')),
});

export const cart = v.object({
  id: words,
  revision: v.pipe(v.number(), v.safeInteger('Expected a whole number that grows.')),
  currency: money.entries.currency,
  lines: v.array(line),
  totals: v.object({
    items: money,
    discount: v.exactOptional(money),
    shipping: v.exactOptional(money),
    tax: v.exactOptional(money),
    total: money,
    isEstimated: v.exactOptional(v.boolean()),
  }),
  coupons: v.array(words),
  expiresAt: v.exactOptional(moment),
});

const issue = v.object({
  code,
  lineId: v.exactOptional(words),
  severity: v.picklist(['info', 'warn', 'block']),
  available: v.exactOptional(count),
  requested: v.exactOptional(count),
  before: v.exactOptional(money),
  after: v.exactOptional(money),
});

export const cartResult = v.object({ cart, issues: v.array(issue) });

const handoff = v.variant('kind', [
  v.object({ kind: v.picklist(['redirect', 'popup']), url: url('checkout') }),
  v.object({ kind: v.literal('qr'), payload: words }),
  v.object({
    kind: v.literal('embed'),
    methods: v.array(
      v.object({ id: words, kind: v.picklist(['card', 'wallet', 'bank']), label: words, note: v.exactOptional(text) }),
    ),
    address: v.exactOptional(v.object({ name: text, lines: v.array(text) })),
    delivery: v.exactOptional(v.object({ label: words, note: v.exactOptional(text), price: money })),
  }),
  v.object({ kind: v.literal('none') }),
]);

export const session = v.object({
  id: words,
  status: v.picklist(['open', 'processing', 'paid', 'failed', 'expired', 'canceled', 'unknown']),
  handoff,
  total: money,
  itemCount: count,
  expiresAt: v.exactOptional(moment),
  orderId: v.exactOptional(words),
  orderNumber: v.exactOptional(words),
  error: v.exactOptional(code),
});
