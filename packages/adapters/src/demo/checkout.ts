// SPDX-License-Identifier: MIT
import {
  VitrineError,
  type CartLine,
  type CheckoutPort,
  type CheckoutRequest,
  type CheckoutSession,
  type EpochMs,
  type Handoff,
  type Ms,
} from '@vitrine/core';
import type { DemoCart } from './cart.js';
import type { DemoCatalog } from './catalog.js';
import type { Stage } from './stage.js';

/** How the demo is paid, with the method that declines and the one whose bank takes its time. */
export interface Till {
  readonly handoff: Extract<Handoff, { kind: 'embed' }>;
  readonly declines: string;
  readonly slow: string;
}

interface Held {
  session: CheckoutSession;
  readonly lines: readonly CartLine[];
  readonly isCart: boolean;
  /** When a slow bank will have answered. */
  answersAt?: EpochMs;
}

const isOpen = ({ session }: Held): boolean => session.status === 'open';

const holdFor: Ms = 10 * 60_000;
const bankTakes: Ms = 8_000;

/** The pretended till: holds stock while a session is open; the same command id charges once. */
export class DemoCheckout {
  readonly #stage: Stage;
  readonly #catalog: DemoCatalog;
  readonly #cart: DemoCart;
  readonly #till: Till;
  readonly #sessions = new Map<string, Held>();
  /** Called when a session is paid. */
  onPaid: (what: string) => void = () => undefined;

  constructor(stage: Stage, catalog: DemoCatalog, cart: DemoCart, till: Till) {
    this.#stage = stage;
    this.#catalog = catalog;
    this.#cart = cart;
    this.#till = till;
  }

  port(life: AbortSignal): CheckoutPort {
    const stage = this.#stage;
    return {
      modes: ['embed'],
      begin: (request, { commandId, signal }) =>
        stage.answer(() => this.#find(stage.once(commandId, () => this.#begin(request))).session, signal, life),
      status: (id, { signal }) => stage.answer(() => this.#find(id).session, signal, life),
      confirm: (id, { methodId }, { commandId, signal }) =>
        stage.answer(() => stage.once(commandId, () => this.#confirm(id, methodId)), signal, life),
      cancel: (id, { signal }) => stage.answer(() => this.#end(this.#find(id), 'canceled'), signal, life),
    };
  }

  #find(id: string): Held {
    const held = this.#sessions.get(id);
    if (!held) throw new VitrineError('CHECKOUT_EXPIRED', 'The demo knows no such session.', { field: 'id' });
    const now = this.#stage.clock.now();
    if (held.answersAt && held.answersAt <= now) this.#end(held, 'paid');
    else if ((held.session.expiresAt ?? now) < now) this.#end(held, 'expired');
    return held;
  }

  /** @returns the id of the session */
  #begin({ buyNow, expectedTotal }: CheckoutRequest): string {
    // One viewer pays one thing at a time: what an earlier session holds is free again.
    for (const held of this.#sessions.values()) if (isOpen(held)) this.#end(held, 'canceled');
    const { lines, totals } = this.#cart.cart(buyNow);
    const { total } = totals;
    if (lines.length === 0) throw new VitrineError('CART_EMPTY', 'There is nothing to pay.');
    for (const { variantId, quantity } of lines) {
      const available = this.#catalog.left(variantId);
      if (quantity > 0 && quantity <= available) continue;
      const code = quantity <= 0 ? 'BAD_INPUT' : available ? 'INSUFFICIENT_STOCK' : 'OUT_OF_STOCK';
      throw new VitrineError(code, `${available} of "${variantId}" are left.`, {
        field: 'quantity',
        params: { available },
      });
    }
    if (expectedTotal && (expectedTotal.minor !== total.minor || expectedTotal.currency !== total.currency)) {
      const params = { before: expectedTotal.minor, after: total.minor };
      throw new VitrineError('PRICE_CHANGED', 'The total is another one.', { field: 'expectedTotal', params });
    }
    const id = `demo-${this.#sessions.size + 1}`;
    const expiresAt = this.#stage.clock.now() + holdFor;
    const itemCount = lines.reduce((count, { quantity }) => count + quantity, 0);
    for (const { variantId, quantity } of lines) this.#catalog.hold(variantId, quantity);
    const session: CheckoutSession = { id, status: 'open', handoff: this.#till.handoff, total, itemCount, expiresAt };
    this.#sessions.set(id, { session, lines, isCart: !buyNow });
    return id;
  }

  #confirm(id: string, methodId: string): CheckoutSession {
    const held = this.#find(id);
    const { status } = held.session;
    if (status === 'paid' || status === 'processing') return held.session;
    if (!isOpen(held)) throw new VitrineError('CHECKOUT_EXPIRED', `The session is ${status}.`);
    const { handoff, declines, slow } = this.#till;
    if (!handoff.methods.some((method) => method.id === methodId)) {
      throw new VitrineError('BAD_INPUT', `There is no method "${methodId}".`, { field: 'methodId' });
    }
    // The session stays open and what is held stays held: the viewer tries another way to pay.
    if (methodId === declines) held.session = { ...held.session, status: 'open', error: 'PAYMENT_DECLINED' };
    else if (methodId === slow) {
      held.session = { ...held.session, status: 'processing' };
      held.answersAt = this.#stage.clock.now() + bankTakes;
    } else this.#end(held, 'paid');
    return held.session;
  }

  #end(held: Held, status: 'canceled' | 'expired' | 'paid'): CheckoutSession {
    if (held.session.status === 'paid' || (!isOpen(held) && status !== 'paid')) return held.session;
    const { error: _forgotten, ...session } = held.session;
    const number = session.id.replace('demo-', '');
    const order = status === 'paid' && { orderId: `order-${number}`, orderNumber: `LN-${20_411 + Number(number)}` };
    held.session = { ...session, status, ...order };
    // Emptied first: a bag that still asks for what was just sold would be told that it is gone.
    if (status === 'paid' && held.isCart) this.#cart.empty();
    for (const { variantId, quantity } of held.lines) this.#catalog.release(variantId, quantity, status === 'paid');
    if (status === 'paid') this.onPaid(held.lines[0]?.title ?? '');
    return held.session;
  }
}
