// SPDX-License-Identifier: MIT
import type { CheckoutSession, CheckoutStatus, EpochMs, Handoff } from '@vitrine/core';
import type { OrderView } from './orders.js';
import type { PaymentProvider } from './payment.js';
import type { SessionRow } from './sessions.js';

// The demonstration's shopper has an address on file; a shop brings its own.
const address = { name: 'Robin Marlow', lines: ['12 Orchard Lane', '1011 AB Amsterdam', 'Netherlands'] };

/** What a session's view is made of beside its row. */
export interface ViewContext {
  readonly order: OrderView | undefined;
  readonly payments: PaymentProvider;
  /** The shop's own words for how it sends things. */
  readonly delivery: string;
  readonly publicUrl: string;
  readonly now: EpochMs;
}

/** The address of a session's hosted page. */
export function hostedUrl({ id, pay_key }: SessionRow, publicUrl: string): string {
  return `${publicUrl}/pay/${id}?key=${pay_key}`;
}

function toHandoff(row: SessionRow, { payments, publicUrl, delivery }: ViewContext): Handoff {
  if (row.mode === 'redirect' || row.mode === 'popup') return { kind: row.mode, url: hostedUrl(row, publicUrl) };
  return {
    kind: 'embed',
    methods: payments.methods,
    address,
    delivery: { label: delivery, price: { minor: row.shipping, currency: row.currency } },
  };
}

/** A session as its owner sees it. */
export function describeSession(row: SessionRow, context: ViewContext): CheckoutSession {
  const isOver = row.status === 'open' && row.expires_at <= context.now;
  const status: CheckoutStatus = isOver ? 'expired' : row.status;
  const { order } = context;
  return {
    id: row.id,
    status,
    handoff: status === 'open' ? toHandoff(row, context) : { kind: 'none' },
    total: { minor: row.total, currency: row.currency },
    itemCount: row.items,
    expiresAt: row.expires_at,
    ...(order ? { orderId: order.id, orderNumber: order.number } : {}),
    ...(row.error !== null && status === 'open' ? { error: row.error } : {}),
  };
}
