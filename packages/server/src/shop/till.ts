// SPDX-License-Identifier: MIT
import type { CheckoutSession } from '@vitrine/core';
import { newId } from '../ids.js';
import { Refusal } from '../refusal.js';
import { answerOnce } from '../storage/answers.js';
import type { CheckoutContext } from './checkout.js';
import type { OrderView } from './orders.js';
import type { SessionRow } from './sessions.js';
import type { Pieces } from './stock.js';

/** Under what an answer is remembered. */
export interface Keyed {
  readonly scope: string;
  readonly key: string;
}

/** An order that has just been written. */
export interface Placed {
  readonly order: OrderView;
  readonly taken: readonly Pieces[];
  readonly session: SessionRow;
}

/**
 * Charges a session and writes its order, the stock that is gone, the cart that is empty and the answer: one transaction,
 * on the disk when this returns. A session that is paid is answered as it is; nothing is charged twice, under no key.
 * @param view what a session looks like to its owner
 * @returns the answer, and the order if this very call made one
 * @throws {Refusal} `CHECKOUT_EXPIRED`, `PAYMENT_CANCELED`, `BAD_INPUT` for an unknown method
 */
export function payOnce(
  { carts, sessions, orders, payments, clock }: CheckoutContext,
  id: string,
  methodId: string,
  { scope, key }: Keyed,
  view: (session: SessionRow) => CheckoutSession,
): { readonly answer: CheckoutSession; readonly placed: Placed | null } {
  const now = clock.now();
  const made: Placed[] = [];
  const answer = answerOnce(carts.database, { scope, key, input: { methodId } }, now, () => {
    const session = sessions.get(id);
    if (session.status === 'paid') return view(session);
    if (session.status === 'canceled') throw new Refusal('PAYMENT_CANCELED', 'The checkout was canceled.');
    if (session.status === 'expired' || session.expires_at <= now) {
      throw new Refusal('CHECKOUT_EXPIRED', 'The checkout took too long.', { mend: 'Begin a new one.' });
    }
    const method = payments.methods.find((offered) => offered.id === methodId);
    if (!method) throw new Refusal('BAD_INPUT', 'There is no such way to pay.', { field: 'methodId' });
    const charge = payments.charge(methodId);
    if (!charge.isPaid) {
      sessions.setStatus(id, 'open', charge.code);
      return view(sessions.get(id));
    }
    const { room, owner, name, currency, total, shipping, items, lines } = session;
    const taken = carts.stock.take(id, room);
    sessions.setStatus(id, 'paid', null);
    const sold = { id: newId(), room, owner, name, session: id, currency, total, shipping, items, lines };
    const order = orders.insert({ ...sold, method: method.label, madeAt: now });
    if (session.buy_now === 0) carts.takeOut({ room, subject: owner }, taken);
    made.push({ order, taken, session });
    return view(sessions.get(id));
  });
  return { answer, placed: made[0] ?? null };
}
