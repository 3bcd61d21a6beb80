// SPDX-License-Identifier: MIT
import type { CheckoutRequest, CheckoutSession, EpochMs, Ms } from '@vitrine/core';
import type { Clock } from '../clock.js';
import { newId, newSecret } from '../ids.js';
import type { Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import { answerOnce } from '../storage/answers.js';
import type { Carts } from './carts.js';
import type { Orders, OrderView } from './orders.js';
import type { PaymentProvider } from './payment.js';
import { addUp } from './pricing.js';
import { checkExpected, toLine, wantedOf } from './purchase.js';
import { describeSession } from './session-view.js';
import type { SessionRow, Sessions } from './sessions.js';
import type { Pieces } from './stock.js';
import { payOnce, type Keyed } from './till.js';

/** What a checkout works with. */
export interface CheckoutContext {
  readonly carts: Carts;
  readonly sessions: Sessions;
  readonly orders: Orders;
  readonly payments: PaymentProvider;
  readonly clock: Clock;
  /** How long stock and price are held. */
  readonly reservation: Ms;
  /** The server's own address, for hosted pages. */
  readonly publicUrl: () => string;
  /** What can be had of these may have changed. */
  readonly stockChanged: (room: string, pieces: readonly Pieces[]) => void;
  /** An order has been committed; the buyer has not been answered. */
  readonly orderPlaced: (order: OrderView, session: SessionRow) => Promise<void>;
}

/** Sells: prices on the server, holds stock, and turns a paid session into exactly one order. */
export class Checkout {
  readonly #context: CheckoutContext;
  #cancelExpiry: () => void = () => {};

  constructor(context: CheckoutContext) {
    this.#context = context;
    this.#scheduleExpiry();
  }

  #view(row: SessionRow): CheckoutSession {
    const { orders, payments, carts, publicUrl, clock } = this.#context;
    return describeSession(row, {
      order: orders.bySession(row.id),
      payments,
      delivery: carts.goods.shop(row.room)?.delivery.label ?? '',
      publicUrl: publicUrl(),
      now: clock.now(),
    });
  }

  /**
   * Prices a purchase and holds its stock. A viewer has one open checkout: a new one lets go of the one before.
   * @throws {Refusal} `CART_EMPTY`, `VARIANT_INVALID`, `LIMIT_EXCEEDED`, `OUT_OF_STOCK`, `INSUFFICIENT_STOCK`,
   *   `PRICE_CHANGED`, `CURRENCY_MISMATCH`
   */
  begin(claims: Claims, request: CheckoutRequest, key: string, currency: string): CheckoutSession {
    const { carts, sessions, clock, reservation } = this.#context;
    const { room, subject, name } = claims;
    const now = clock.now();
    const changed: Pieces[] = [];
    const session = answerOnce(
      carts.database,
      { scope: `begin ${room} ${subject}`, key, input: { request, currency } },
      now,
      () => {
        for (const open of sessions.openOf(room, subject)) changed.push(...this.#end(open, 'canceled'));
        const wanted = wantedOf(carts, claims, request, currency);
        const cart = carts.row(claims);
        const share = request.buyNow || !cart ? undefined : carts.couponShare(room, cart.coupon, now);
        const sums = addUp(wanted, currency, carts.goods.shop(room)?.delivery ?? { label: '', prices: [] }, share);
        checkExpected(request, sums.total, currency);
        const row: SessionRow = {
          id: newId(),
          room,
          owner: subject,
          name: name ?? null,
          status: 'open',
          mode: request.mode,
          return_url: request.returnUrl,
          pay_key: newSecret(),
          buy_now: request.buyNow ? 1 : 0,
          currency,
          total: sums.total,
          shipping: sums.shipping,
          items: sums.count,
          lines: JSON.stringify(wanted.map((one) => toLine(one, currency))),
          error: null,
          expires_at: now + reservation,
          made_at: now,
        };
        sessions.insert(row);
        for (const { item, quantity } of wanted) {
          const pieces = { variantId: item.variantId, quantity };
          carts.stock.reserve(row.id, room, pieces, row.expires_at, now);
          changed.push(pieces);
        }
        return this.#view(row);
      },
    );
    this.#context.stockChanged(room, changed);
    this.#scheduleExpiry();
    return session;
  }

  /** The only truth about a session. @throws {Refusal} `CHECKOUT_EXPIRED` (404) when it is none of the viewer's */
  status(claims: Claims, id: string): CheckoutSession {
    return this.#view(this.#context.sessions.get(id, claims));
  }

  /**
   * Charges and writes the order in one transaction that is on the disk before the buyer hears of it. A declined
   * session stays open and keeps its stock; a paid one is never charged again, under no key.
   * @throws {Refusal} `CHECKOUT_EXPIRED`, `PAYMENT_CANCELED`, `BAD_INPUT` for an unknown method
   */
  async confirm(claims: Claims, id: string, methodId: string, key: string): Promise<CheckoutSession> {
    const scope = `confirm ${claims.room} ${claims.subject} ${id}`;
    return this.#pay(this.#context.sessions.get(id, claims), methodId, { scope, key });
  }

  /** Like {@link confirm}, for who comes with the hosted page's key instead of a token. */
  async payHosted(id: string, payKey: string, methodId: string): Promise<CheckoutSession> {
    const session = this.hosted(id, payKey);
    // No key from a form: a second press finds the session paid. A declined one may be tried again.
    return this.#pay(session, methodId, { scope: `hosted ${id}`, key: newId() });
  }

  /** @throws {Refusal} `CHECKOUT_EXPIRED` (404) when session and key do not belong together */
  hosted(id: string, payKey: string): SessionRow {
    const session = this.#context.sessions.get(id);
    if (session.pay_key === payKey && session.mode !== 'embed') return session;
    throw new Refusal('CHECKOUT_EXPIRED', 'There is no such checkout.', { status: 404 });
  }

  async #pay({ id }: SessionRow, methodId: string, under: Keyed): Promise<CheckoutSession> {
    const { answer, placed } = payOnce(this.#context, id, methodId, under, (row) => this.#view(row));
    if (placed) {
      this.#context.stockChanged(placed.session.room, placed.taken);
      await this.#context.orderPlaced(placed.order, placed.session);
    }
    return answer;
  }

  /** Gives up and releases what is held; a paid session stays paid. */
  cancel(claims: Pick<Claims, 'room' | 'subject'>, id: string): CheckoutSession {
    const { carts, sessions } = this.#context;
    const released = carts.database.transaction(() => {
      const session = sessions.get(id, claims);
      return session.status === 'open' ? this.#end(session, 'canceled') : [];
    });
    this.#context.stockChanged(claims.room, released);
    return this.#view(sessions.get(id, claims));
  }

  #end({ id }: SessionRow, status: 'canceled' | 'expired'): readonly Pieces[] {
    this.#context.sessions.setStatus(id, status, null);
    return this.#context.carts.stock.release(id);
  }

  #expire(now: EpochMs): void {
    const { carts, sessions, stockChanged } = this.#context;
    const due = carts.database.transaction(() =>
      sessions.due(now).map((session) => ({ room: session.room, released: this.#end(session, 'expired') })),
    );
    for (const { room, released } of due) stockChanged(room, released);
  }

  #scheduleExpiry(): void {
    this.#cancelExpiry();
    const next = this.#context.sessions.nextExpiry();
    if (next === undefined) return;
    this.#cancelExpiry = this.#context.clock.after(Math.max(0, next - this.#context.clock.now()), () => {
      this.#expire(this.#context.clock.now());
      this.#scheduleExpiry();
    });
  }

  close(): void {
    this.#cancelExpiry();
  }
}
