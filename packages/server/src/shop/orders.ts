// SPDX-License-Identifier: MIT
import type { EpochMs, Money } from '@vitrine/core';
import { Refusal } from '../refusal.js';
import type { Database } from '../storage/database.js';

/** A line of an order, as it was sold. */
export interface OrderLine {
  readonly variantId: string;
  readonly productId: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly quantity: number;
  readonly unit: Money;
  readonly total: Money;
}

/** An order as its owner sees it. */
export interface OrderView {
  readonly id: string;
  /** The number the buyer is told. */
  readonly number: string;
  readonly status: 'paid';
  readonly sessionId: string;
  readonly total: Money;
  readonly shipping: Money;
  readonly itemCount: number;
  readonly lines: readonly OrderLine[];
  /** The words of the payment method. */
  readonly paidBy: string;
  readonly placedAt: EpochMs;
}

/** What the staff of a room sees. */
export interface OrderSummary {
  readonly count: number;
  readonly pieces: number;
  /** One amount per currency that was paid in. */
  readonly revenue: readonly Money[];
  /** The newest, newest first. */
  readonly orders: readonly OrderView[];
}

/** An order that is about to be written. */
export interface NewOrder {
  readonly id: string;
  readonly room: string;
  readonly owner: string;
  readonly name: string | null;
  readonly session: string;
  readonly currency: string;
  readonly total: number;
  readonly shipping: number;
  readonly items: number;
  readonly lines: string;
  readonly method: string;
  readonly madeAt: EpochMs;
}

interface OrderRow extends Omit<NewOrder, 'madeAt'> {
  readonly number: number;
  readonly made_at: number;
}

const firstNumber = 1001;
const listed = 50;

/** The number as it is told: `V-1001`. */
function toNumber(number: number): string {
  return `V-${number}`;
}

function toView(row: OrderRow): OrderView {
  const { currency } = row;
  return {
    id: row.id,
    number: toNumber(row.number),
    status: 'paid',
    sessionId: row.session,
    total: { minor: row.total, currency },
    shipping: { minor: row.shipping, currency },
    itemCount: row.items,
    lines: JSON.parse(row.lines) as OrderLine[],
    paidBy: row.method,
    placedAt: row.made_at,
  };
}

/** Orders as rows of `shop.db`. */
export class Orders {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  insert(order: NewOrder): OrderView {
    const { number } = this.#database.get<{ number: number }>(
      'SELECT coalesce(max(number) + 1, ?) AS number FROM orders',
      firstNumber,
    ) ?? {
      number: firstNumber,
    };
    this.#database.run(
      `INSERT INTO orders (number, id, room, owner, name, session, status, currency, total, shipping, items, lines, method, made_at)
       VALUES (?, ?, ?, ?, ?, ?, 'paid', ?, ?, ?, ?, ?, ?, ?)`,
      number,
      order.id,
      order.room,
      order.owner,
      order.name,
      order.session,
      order.currency,
      order.total,
      order.shipping,
      order.items,
      order.lines,
      order.method,
      order.madeAt,
    );
    return toView({ ...order, number, made_at: order.madeAt });
  }

  bySession(session: string): OrderView | undefined {
    const row = this.#database.get<OrderRow>('SELECT * FROM orders WHERE session = ?', session);
    return row && toView(row);
  }

  /** One's own order. @throws {Refusal} `FORBIDDEN`, also when there is none: an id tells a stranger nothing */
  get(id: string, room: string, owner: string): OrderView {
    const row = this.#database.get<OrderRow>(
      'SELECT * FROM orders WHERE id = ? AND room = ? AND owner = ?',
      id,
      room,
      owner,
    );
    if (!row) throw new Refusal('FORBIDDEN', 'This is no order of yours.', { field: 'id' });
    return toView(row);
  }

  summary(room: string): OrderSummary {
    const sums = this.#database.all<{ currency: string; count: number; pieces: number; minor: number }>(
      `SELECT currency, count(*) AS count, sum(items) AS pieces, sum(total) AS minor FROM orders
       WHERE room = ? AND status = 'paid' GROUP BY currency ORDER BY currency`,
      room,
    );
    const rows = this.#database.all<OrderRow>(
      'SELECT * FROM orders WHERE room = ? ORDER BY number DESC LIMIT ?',
      room,
      listed,
    );
    return {
      count: sums.reduce((sum, { count }) => sum + count, 0),
      pieces: sums.reduce((sum, { pieces }) => sum + pieces, 0),
      revenue: sums.map(({ minor, currency }) => ({ minor, currency })),
      orders: rows.map(toView),
    };
  }
}
